import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { garbage, reported, startCases } from '#test/cases.ts';
import type { TestPerson } from '#test/people.ts';
import type { World } from '#test/world.ts';

let world: World;
let intake: TestPerson;
let dispatcher: TestPerson;
let resident: TestPerson;
let department: TestPerson;

beforeAll(async () => {
  world = await startCases();
  intake = await world.person('intake');
  dispatcher = await world.person('dispatcher');
  resident = await world.person('resident');
  department = await world.person('department', 'urban_ops');
});
afterAll(() => world.close());

const codeOf = (reply: { statusCode: number; json(): { code?: string } }) => [
  reply.statusCode,
  reply.json().code,
];
const caseOf = async (id: string) => (await world.as(intake).get(`/api/cases/${id}`)).json();
const merge = (into: string, from: readonly string[]) =>
  world.as(intake).post('/api/merges', { into, from, reason: '同一堆垃圾' });
const mergeOne = async (into: string, from: string): Promise<string> =>
  (await merge(into, [from])).json().merged[0].id;
const undo = (id: string) => world.as(intake).post(`/api/merges/${id}/undoing`, { reason: '不是同一处' });
const refusalOf = async (into: string, from: string) => (await merge(into, [from])).json().refused[0]?.code;

/** A case told by the desk, of a type that needs no verification; each type has a term of its own. */
async function taken(type: string | null = null): Promise<string> {
  const { caseId } = (await world.as(intake).post('/api/cases', { ...garbage, channel: 'upstream' })).json();
  if (type !== null)
    expect(
      (await world.as(intake).post(`/api/cases/${caseId}/registration`, { type, placeKind: 'road' }))
        .statusCode,
    ).toBe(200);
  return caseId;
}

/** Everything a merge touches, as it stands in the database. */
const standing = (ids: readonly string[]) =>
  world.asSystem(async ({ db }) => ({
    cases: await db
      .selectFrom('cases.case')
      .select(['id', 'state', 'reports', 'lead', 'holder', 'due_at', 'late_since', 'merged_into', 'seen_by'])
      .where('id', 'in', [...ids])
      .orderBy('id')
      .execute(),
    reports: await db
      .selectFrom('cases.report')
      .select(['id', 'case_id'])
      .where('case_id', 'in', [...ids])
      .orderBy('id')
      .execute(),
    clocks: await db
      .selectFrom('cases.clock')
      .selectAll()
      .where('case_id', 'in', [...ids])
      .orderBy('id')
      .execute(),
    assignments: await db
      .selectFrom('cases.assignment')
      .selectAll()
      .where('case_id', 'in', [...ids])
      .orderBy('id')
      .execute(),
    tasks: await db
      .selectFrom('cases.task')
      .selectAll()
      .where('case_id', 'in', [...ids])
      .orderBy('id')
      .execute(),
  }));

test('merging keeps every reporter, every count and the number they know it by', async () => {
  const main = await taken('18001');
  const other = await reported(world, resident);
  const into = await caseOf(main);
  await world.settle();
  await mergeOne(main, other.caseId);
  expect(await caseOf(main)).toMatchObject({
    reports: 2,
    merges: [{ fromCase: other.caseId, fromNo: other.no }],
  });
  expect(await caseOf(other.caseId)).toMatchObject({ state: 'merged', mergedInto: main, reports: 0 });
  const seen = (await world.as(resident).get(`/api/reports/${other.report}`)).json();
  expect(seen).toMatchObject({ no: into.no, reports: 2, state: 'registered' });
  expect(seen.steps.map((step: { zh: string }) => step.zh)).toEqual([
    '收到诉求',
    '已立案，开始计时',
    '与同一问题的其他诉求合并办理',
  ]);
  expect(
    (await world.as(null).post('/api/reports/tracking', { no: other.no, code: other.code })).json(),
  ).toMatchObject({ no: into.no });
  await world.settle();
  const told = (await world.as(resident).get('/api/messages'))
    .json()
    .items.map((message: { zh: string }) => message.zh);
  expect(told).toEqual([expect.stringContaining(other.no)]);
});

test('the earliest overall deadline wins, and the main case never gets more time', async () => {
  const slow = await taken('21001');
  const quick = await taken('18001');
  const [late, early] = [await caseOf(slow), await caseOf(quick)].map((one) => one.dueAt);
  expect(late > early).toBe(true);
  const id = await mergeOne(slow, quick);
  expect((await caseOf(slow)).dueAt).toBe(early);
  const back = await mergeOne(await taken('18001'), await taken('21001'));
  expect((await undo(id)).json()).toMatchObject({ id: quick, state: 'registered', dueAt: early });
  expect((await caseOf(slow)).dueAt).toBe(late);
  expect((await undo(back)).statusCode).toBe(200);
});

test('what stood open at a merged case ends with it, and is there again when the merge is undone', async () => {
  const main = await taken('18001');
  const other = await taken('01001');
  expect((await world.as(dispatcher).post(`/api/cases/${other}/dispatch`, {})).statusCode).toBe(200);
  expect((await world.as(department).post(`/api/cases/${other}/acknowledgement`, {})).statusCode).toBe(200);
  const before = await standing([main, other]);
  const id = await mergeOne(main, other);
  const merged = await caseOf(other);
  expect(merged.assignments).toMatchObject([{ endedHow: 'merged' }]);
  expect(merged.clocks.every((clock: { stoppedAt: string | null }) => clock.stoppedAt !== null)).toBe(true);
  expect(
    codeOf(
      await world
        .as(department)
        .post(`/api/cases/${other}/handled`, { summary: '已经清理干净', outcome: 'solved', evidence: [] }),
    ),
  ).toEqual([409, 'cases.not_in_this_state']);
  expect((await caseOf(main)).clocks.length).toBe((await standing([main])).clocks.length);
  expect((await undo(id)).json()).toMatchObject({ state: 'handling' });
  expect(await standing([main, other])).toEqual(before);
});

test('a merged case that comes back has the time it had left', async () => {
  const main = await taken('21001');
  const other = await taken('18001');
  const due = new Date((await caseOf(other)).dueAt);
  const id = await mergeOne(main, other);
  world.clock.advance({ days: 1 });
  await undo(id);
  const back = new Date((await caseOf(other)).dueAt);
  expect(back > due).toBe(true);
  const overall = (await caseOf(other)).clocks.find((clock: { kind: string }) => clock.kind === 'overall');
  expect(overall.lines.some((line: { zh: string }) => line.zh.includes('并单后撤销'))).toBe(true);
});

test('a bulk merge tells for each case whether it was merged, and why not', async () => {
  const main = await taken('18001');
  const good = await taken();
  const declined = await taken();
  await world
    .as(intake)
    .post(`/api/cases/${declined}/refusal`, { exit: 'EXIT_OUT_OF_SCOPE', reason: '属于市场行为' });
  const away = await taken();
  await mergeOne(await taken(), away);
  const quiet = (await reported(world, resident, { type: '15001' })).caseId;
  const missing = '0199ab00-0000-7000-8000-000000000000';
  const outcome = (await merge(main, [good, declined, away, quiet, main, missing])).json();
  expect(outcome.merged.map((one: { fromCase: string }) => one.fromCase)).toEqual([good]);
  expect(outcome.refused.map((one: { fromCase: string; code: string }) => [one.fromCase, one.code])).toEqual([
    [declined, 'cases.merge_self'],
    [away, 'cases.already_merged'],
    [quiet, 'cases.merge_sensitive'],
    [main, 'cases.merge_self'],
    [missing, 'platform.not_found'],
  ]);
  expect(await refusalOf(away, good)).toBe('cases.already_merged');
  expect(await refusalOf(await taken(), main)).toBe('cases.merge_wrong_way');
  expect((await merge(missing, [good])).statusCode).toBe(404);
});

test('a case whose work is done or stands still is not merged away', async () => {
  const main = await taken('18001');
  const done = await taken('01001');
  await world.asSystem(({ db }) =>
    db.updateTable('cases.case').set({ state: 'handled' }).where('id', '=', done).execute(),
  );
  expect(await refusalOf(main, done)).toBe('cases.not_in_this_state');
});

test('a merge is undone once, not after the main case is closed, and not under a case merged on', async () => {
  const main = await taken('18001');
  const other = await taken();
  const id = await mergeOne(main, other);
  const far = await taken('18001');
  const second = await mergeOne(far, main);
  expect(codeOf(await undo(id))).toEqual([409, 'cases.already_merged']);
  expect((await undo(second)).statusCode).toBe(200);
  await world.asSystem(({ db }) =>
    db.updateTable('cases.case').set({ state: 'closed' }).where('id', '=', main).execute(),
  );
  expect(codeOf(await undo(id))).toEqual([409, 'cases.merge_too_late']);
  await world.asSystem(({ db }) =>
    db.updateTable('cases.case').set({ state: 'registered' }).where('id', '=', main).execute(),
  );
  expect((await undo(id)).statusCode).toBe(200);
  expect(codeOf(await undo(id))).toEqual([409, 'cases.merge_undone']);
  expect(codeOf(await undo('0199ab00-0000-7000-8000-000000000000'))).toEqual([404, 'platform.not_found']);
});

test('however cases are merged and in whatever order that is undone, counts, reports and clocks are as before', async () => {
  const types = ['21001', '18001', '01001', null];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...types), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('21001', '18001', '01001'),
      fc.infiniteStream(fc.nat()),
      async (others, type, dice) => {
        const main = await taken(type);
        const ids = [];
        for (const one of others) ids.push(await taken(one));
        const before = await standing([main, ...ids]);
        const merges = (await merge(main, ids)).json().merged.map((one: { id: string }) => one.id);
        const earliest = before.cases
          .map((one) => one.due_at?.getTime() ?? Infinity)
          .reduce((a, b) => Math.min(a, b));
        const merged = (await standing([main])).cases[0];
        expect([merged?.reports, merged?.due_at?.getTime()]).toEqual([1 + ids.length, earliest]);
        while (merges.length > 0)
          expect((await undo(merges.splice((dice.next().value ?? 0) % merges.length, 1)[0])).statusCode).toBe(
            200,
          );
        expect(await standing([main, ...ids])).toEqual(before);
      },
    ),
    { numRuns: 12 },
  );
});
