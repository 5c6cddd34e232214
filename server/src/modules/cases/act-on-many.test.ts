import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { actOnMany, BulkAct } from '@fengqiao/contract/cases/bulk.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import type { Person } from '#test/world.ts';
import { startHandling, type Handling } from './handling.fixture.ts';

let town: Handling;
beforeAll(async () => void (town = await startHandling()));
beforeEach(() => town.world.clock.set('2026-11-23T02:00:00Z'));
afterAll(() => town.world.close());

type Given = {
  act: BulkAct;
  ids: string[];
  preview?: boolean;
  into?: string;
  unit?: string;
  reason?: string;
};
const send = (by: Person, { preview = false, ...given }: Given) =>
  town.post(by, '/case-acts', { ...given, preview });
const act = async (by: Person, given: Given): Promise<Out<typeof actOnMany>> => {
  const reply = await send(by, given);
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json();
};
const codes = (of: Out<typeof actOnMany>) => of.items.map((one) => one.refused?.code ?? null);
const states = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await town.read(id)).state));
/** Everything the database holds of some cases and what was announced of them. */
const all = (ids: readonly string[]) =>
  town.world.asSystem(async ({ db }) => ({
    cases: await db
      .selectFrom('cases.case')
      .selectAll()
      .where('id', 'in', [...ids])
      .orderBy('id')
      .execute(),
    acts: await db
      .selectFrom('cases.activity')
      .select(['id'])
      .where('case_id', 'in', [...ids])
      .orderBy('id')
      .execute(),
    clocks: await db
      .selectFrom('cases.clock')
      .selectAll()
      .where('case_id', 'in', [...ids])
      .orderBy('id')
      .execute(),
    told: await db
      .selectFrom('platform.event')
      .select(['id'])
      .where('subject', 'in', [...ids])
      .orderBy('id')
      .execute(),
  }));

describe('the same act on many cases', () => {
  test('first shows what would become of each and who is refused and why, and changes nothing; then it is just so', async () => {
    const good = [await town.registered(), await town.registered()];
    const gone = await town.inHand();
    const ids = [...good, gone];
    const before = await all(ids);
    const aside = await all([gone]);
    const told = await act(town.dispatcher, { act: 'dispatch', ids, preview: true });
    expect(await all(ids)).toEqual(before);
    expect([told.done, told.refused]).toEqual([2, 1]);
    expect(told.items[0]).toMatchObject({ was: 'registered', state: 'dispatched', lead: 'law_enforcement' });
    expect(codes(told)).toEqual([null, null, 'cases.not_in_this_state']);
    expect(told.items[2]?.refused).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
    const done = await act(town.dispatcher, { act: 'dispatch', ids });
    expect(done).toEqual(told);
    expect(await states(ids)).toEqual(['dispatched', 'dispatched', 'handling']);
    expect(await all([gone])).toEqual(aside);
  });

  test('is each post’s own acts alone, on cases it can see, fifty at most', async () => {
    const id = await town.registered();
    expect((await send(town.officer, { act: 'dispatch', ids: [id] })).json().code).toBe(
      'cases.bulk_not_yours',
    );
    expect((await send(town.leader, { act: 'dispatch', ids: [id] })).statusCode).toBe(403);
    expect((await send(await town.staff('urban_ops'), { act: 'acknowledge', ids: [id] })).statusCode).toBe(
      404,
    );
    const many = Array.from({ length: 51 }, () => crypto.randomUUID());
    expect((await send(town.dispatcher, { act: 'dispatch', ids: many })).statusCode).toBe(400);
    expect(await states([id])).toEqual(['registered']);
  });

  test('cannot go round a guard: only who holds it acknowledges, and nothing is filed away within the fourteen days', async () => {
    const [one, two] = [await town.registered(), await town.inHand()];
    await town.done(town.dispatcher, `/cases/${one}/dispatch`);
    const found = await act(town.officer, { act: 'acknowledge', ids: [one, two] });
    expect(codes(found)).toEqual([null, 'cases.nothing_to_acknowledge']);
    await town.toClosed(two);
    expect(codes(await act(town.checker, { act: 'archive', ids: [two] }))).toEqual(['cases.window_open']);
    town.world.clock.advance({ days: 15 });
    expect(codes(await act(town.checker, { act: 'archive', ids: [two] }))).toEqual([null]);
  });
});

describe('undone', () => {
  test('a dispatch that nobody has acknowledged: no hand-off counts, the unit sees it no more, and no time is gained', async () => {
    const id = await town.registered();
    const clock = async () =>
      (await town.read(id)).clocks.find((one) => one.kind === 'dispatch' && one.stoppedAt === null)?.dueAt;
    const due = await clock();
    town.world.clock.advance({ minutes: 20 });
    await act(town.dispatcher, { act: 'dispatch', ids: [id] });
    town.world.clock.advance({ minutes: 20 });
    expect(codes(await act(town.dispatcher, { act: 'recall', ids: [id] }))).toEqual([null]);
    expect(await town.read(id)).toMatchObject({ state: 'registered', lead: null, holder: null, handOffs: 0 });
    expect([await clock(), await town.open(id)]).toEqual([due, ['dispatch', 'overall']]);
    expect((await town.world.as(town.officer).get(`/api/cases/${id}`)).statusCode).toBe(404);
    await town.done(town.dispatcher, `/cases/${id}/dispatch`);
    expect((await town.read(id)).handOffs).toBe(0);
    await town.done(town.officer, `/cases/${id}/acknowledgement`);
    expect(codes(await act(town.dispatcher, { act: 'recall', ids: [id] }))).toEqual([
      'cases.not_in_this_state',
    ]);
  });

  test('a dispatch is not taken back once the unit spoke with the reporter', async () => {
    const { caseId: id } = await town.reportedToDispatch();
    await town.done(town.dispatcher, `/cases/${id}/dispatch`);
    await town.done(town.officer, `/cases/${id}/contact`, { reached: true, note: '已电话说明' });
    expect(codes(await act(town.dispatcher, { act: 'recall', ids: [id] }))).toEqual([
      'cases.recall_too_late',
    ]);
  });

  test('a merge, case by case, with its reason', async () => {
    const [main, one, two] = [await town.registered(), await town.registered(), await town.registered()];
    const ids = [main, one, two];
    expect(codes(await act(town.dispatcher, { act: 'merge', ids }))).toEqual(
      Array(3).fill('cases.bulk_needs'),
    );
    const merged = await act(town.dispatcher, { act: 'merge', ids, into: main, reason: '同一摊贩' });
    expect([merged.done, codes(merged)]).toEqual([2, [null, null]]);
    expect(await states(ids)).toEqual(['registered', 'merged', 'merged']);
    const undone = await act(town.dispatcher, { act: 'unmerge', ids: [one, main], reason: '并错了' });
    expect(codes(undone)).toEqual([null, 'cases.not_merged']);
    expect(await states(ids)).toEqual(['registered', 'registered', 'merged']);
  });

  test('an assignment to a grid: the community has it in hand again', async () => {
    const id = await town.inHand();
    expect(codes(await act(town.officer, { act: 'take_back', ids: [id] }))).toEqual([
      'cases.nothing_to_take_back',
    ]);
    expect(codes(await act(town.officer, { act: 'assign_on', ids: [id] }))).toEqual(['cases.bulk_needs']);
    expect(codes(await act(town.officer, { act: 'assign_on', ids: [id], unit: 'c01-g01' }))).toEqual([
      'cases.not_below_you',
    ]);
    const community = await town.staff('c01');
    await town.world.asSystem(({ db }) =>
      db
        .updateTable('cases.case')
        .set({ lead: 'c01', holder: 'c01', seen_by: ['c01'] })
        .where('id', '=', id)
        .execute(),
    );
    expect(codes(await act(community, { act: 'assign_on', ids: [id], unit: 'c01-g01' }))).toEqual([null]);
    expect((await town.read(id)).holder).toBe('c01-g01');
    expect(codes(await act(community, { act: 'take_back', ids: [id] }))).toEqual([null]);
    expect(await town.read(id)).toMatchObject({ lead: 'c01', holder: 'c01' });
  });
});
