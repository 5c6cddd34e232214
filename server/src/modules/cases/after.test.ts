import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { reported, type Receipt } from '#test/cases.ts';
import type { TestPerson } from '#test/people.ts';
import { drawOf, LATER_SHARE } from './domain/satisfaction.ts';
import { record, startHandling, type Handling } from './handling.fixture.ts';

let town: Handling;
let neighbour: TestPerson;
beforeAll(async () => {
  town = await startHandling();
  neighbour = await town.world.person('resident');
});
beforeEach(() => town.world.clock.set('2026-11-23T02:00:00Z'));
afterAll(() => town.world.close());

type Told = Receipt & { readonly by: TestPerson };

/** A closed case of a resident; with `later` one that the system drew to be asked again. */
async function closed(drawn?: 'later'): Promise<Told> {
  for (;;) {
    const by = await town.world.person('resident');
    const receipt = await town.reportedInHand(by);
    if (drawn === 'later' && drawOf(receipt.caseId, 'later1') >= LATER_SHARE) continue;
    await town.toClosed(receipt.caseId);
    return { ...receipt, by };
  }
}

/** A closed case that a neighbour reported as well. */
async function closedForTwo(): Promise<{ first: Told; second: Told }> {
  const by = await town.world.person('resident');
  const first = { ...(await town.reportedInHand(by)), by };
  const joined = await reported(town.world, neighbour, { join: first.caseId, text: '我也看到早餐车占道' });
  await town.toClosed(first.caseId);
  return { first, second: { ...joined, by: neighbour } };
}

const answer = ({ report, by }: Pick<Told, 'report' | 'by'>, body: object) =>
  town.codes(by, `/reports/${report}/satisfaction`, body);
const no = { solved: false, reasons: ['came_back'] };
const asked = async (id: string): Promise<CaseView['reopenings']> => (await town.read(id)).reopenings;
const decide = async (id: string, granted: boolean) => {
  const reason = '经核实情况作出答复';
  return town.codes(town.dispatcher, `/reopenings/${(await asked(id)).at(-1)?.id}/decision`, {
    granted,
    reason,
  });
};

describe('was it really solved?', () => {
  test('is answered once, by the reporter; silence stays silence', async () => {
    const told = await closed();
    expect((await town.read(told.caseId)).satisfied).toBeNull();
    expect(await answer({ ...told, by: neighbour }, { solved: true, score: 5 })).toEqual([
      404,
      'platform.not_found',
    ]);
    expect(await answer(told, { solved: true, score: 5 })).toEqual([200, undefined]);
    expect(await answer(told, no)).toEqual([409, 'cases.already_answered']);
    expect([(await town.read(told.caseId)).satisfied, await asked(told.caseId)]).toEqual([true, []]);
  });

  test('an unhappy answer asks the centre to take it up again, unless the reporter does not wish it', async () => {
    const quiet = await closed();
    expect(await answer(quiet, { ...no, reopen: false })).toEqual([200, undefined]);
    expect([(await town.read(quiet.caseId)).satisfied, await asked(quiet.caseId)]).toEqual([false, []]);
    const told = await closed();
    await answer(told, no);
    expect(await asked(told.caseId)).toMatchObject([
      { kind: 'not_solved', granted: null, reason: 'came_back' },
    ]);
    expect(await town.open(told.caseId)).toEqual(['reopening']);
    const { items } = (await town.world.as(town.dispatcher).get('/api/reopenings?open=true')).json();
    expect(items.map((one: { caseId: string }) => one.caseId)).toContain(told.caseId);
    const desk = (await town.world.as(town.dispatcher).get('/api/cases?desk=reopening')).json().items;
    expect(desk.map((one: { id: string }) => one.id)).toContain(told.caseId);
  });

  test('ends after fourteen days for happy and unhappy alike', async () => {
    const [one, two] = [await closed(), await closed()];
    town.world.clock.advance({ days: 15 });
    expect(await answer(one, { solved: true })).toEqual([409, 'cases.window_over']);
    expect(await answer(two, no)).toEqual([409, 'cases.window_over']);
    expect((await town.read(one.caseId)).satisfied).toBeNull();
  });

  test('asked again after four weeks it is open for another fourteen days, also when the case was filed away', async () => {
    const [one, two] = [await closed('later'), await closed('later')];
    town.world.clock.advance({ days: 15 });
    await town.done(town.checker, `/cases/${one.caseId}/archive`);
    town.world.clock.advance({ days: 14 });
    await town.world.settle();
    expect(await answer(one, no)).toEqual([200, undefined]);
    expect(await decide(one.caseId, true)).toEqual([200, undefined]);
    expect(await town.read(one.caseId)).toMatchObject({ state: 'handling', round: 2 });
    town.world.clock.advance({ days: 14 });
    expect(await answer(two, no)).toEqual([409, 'cases.window_over']);
  });

  test('one "no" of several reporters outweighs every "yes", and only one request is opened', async () => {
    const { first, second } = await closedForTwo();
    expect(second.caseId).toBe(first.caseId);
    await answer(first, no);
    expect(await answer(second, { solved: true })).toEqual([200, undefined]);
    expect([(await town.read(first.caseId)).satisfied, (await asked(first.caseId)).length]).toEqual([
      false,
      1,
    ]);
  });
});

describe('taking it up again', () => {
  test('starts a round of its own: signed for anew, with its own clocks and proof; questions of the old round are over', async () => {
    const { first, second } = await closedForTwo();
    const id = first.caseId;
    await answer(first, no);
    expect(await decide(id, true)).toEqual([200, undefined]);
    expect(await decide(id, true)).toEqual([409, 'cases.nothing_to_reopen']);
    expect(await town.read(id)).toMatchObject({
      state: 'handling',
      round: 2,
      lead: 'law_enforcement',
      holder: 'law_enforcement',
      outcome: null,
      satisfied: null,
      closedAt: null,
    });
    expect(await town.open(id)).toEqual(['contact', 'overall', 'sign']);
    expect(await answer(second, no)).toEqual([409, 'cases.not_in_this_state']);
    const progress = (await town.world.as(neighbour).get(`/api/reports/${second.report}`)).json();
    expect(progress.question).toBeNull();
    expect(await town.may(id, town.officer, 'acknowledge')).toMatchObject({ may: true });
    await town.done(town.officer, `/cases/${id}/acknowledgement`);
    const old = { summary: '沿用上轮材料', outcome: 'solved', evidence: [] };
    expect(await town.codes(town.officer, `/cases/${id}/handled`, old)).toEqual([
      409,
      'cases.evidence_missing',
    ]);
    await town.toClosed(id);
    expect(await answer(second, { solved: true })).toEqual([200, undefined]);
    expect((await town.read(id)).satisfied).toBe(true);
  });

  test('may be refused with a reason, which the reporter reads', async () => {
    const told = await closed();
    await answer(told, no);
    expect(await decide(told.caseId, false)).toEqual([200, undefined]);
    expect([(await town.read(told.caseId)).state, await town.open(told.caseId)]).toEqual(['closed', []]);
    const progress = (await town.world.as(told.by).get(`/api/reports/${told.report}`)).json();
    expect(JSON.stringify(progress.steps)).toContain('经核实情况作出答复');
  });
});

describe('a sample check', () => {
  const toDo = async () => (await town.world.as(town.checker).get('/api/checks?limit=100')).json().items;
  const result = (check: string, passed: boolean) =>
    town.codes(town.checker, `/checks/${check}/result`, {
      method: 'onsite',
      passed,
      note: '抽查现场',
      evidence: record,
    });
  async function drawn(id: string): Promise<{ check: string }[]> {
    await town.done(town.checker, '/checks/draw', { count: 100 });
    return (await toDo()).filter((one: { id: string }) => one.id === id);
  }

  test('is drawn once a round; when it holds nothing moves', async () => {
    const { caseId } = await closed();
    await drawn(caseId);
    const found = await drawn(caseId);
    expect(found.length).toBe(1);
    expect(await result(found[0]?.check ?? '', true)).toEqual([200, undefined]);
    expect((await town.read(caseId)).state).toBe('closed');
    expect(await result(found[0]?.check ?? '', true)).toEqual([404, 'platform.not_found']);
  });

  test('that fails takes the case up again and answers whoever had asked for that', async () => {
    const told = await closed();
    await answer(told, no);
    const [found] = await drawn(told.caseId);
    expect(await result(found?.check ?? '', false)).toEqual([200, undefined]);
    const again = await town.read(told.caseId);
    expect([again.state, again.round, again.reopenings.map((one) => one.granted)]).toEqual([
      'handling',
      2,
      [true],
    ]);
    expect(await town.open(told.caseId)).toEqual(['contact', 'overall', 'sign']);
  });

  test('of a round that was taken up again meanwhile is off the list', async () => {
    const told = await closed();
    const [found] = await drawn(told.caseId);
    await answer(told, no);
    await decide(told.caseId, true);
    expect((await toDo()).map((one: { id: string }) => one.id)).not.toContain(told.caseId);
    expect(await result(found?.check ?? '', true)).toEqual([409, 'cases.not_in_this_state']);
  });
});

describe('filing away', () => {
  test('waits for the fourteen days and for a request to reopen; then the package carries its own proof', async () => {
    const told = await closed();
    const archive = () => town.codes(town.checker, `/cases/${told.caseId}/archive`);
    expect(await archive()).toEqual([409, 'cases.window_open']);
    await answer(told, no);
    town.world.clock.advance({ days: 15 });
    expect(await archive()).toEqual([409, 'cases.reopening_pending']);
    expect(await town.may(told.caseId, town.checker, 'archive')).toMatchObject({
      may: false,
      code: 'cases.reopening_pending',
    });
    await decide(told.caseId, false);
    expect(await archive()).toEqual([200, undefined]);
    const kept = (await town.world.as(town.leader).get(`/api/cases/${told.caseId}/archive`)).json();
    const opened = JSON.parse(kept.package);
    expect([Object.keys(opened.hashes).includes('activity'), opened.format, kept.bytes]).toEqual([
      true,
      'fengqiao-archive-1',
      Buffer.byteLength(kept.package),
    ]);
    expect(await archive()).toEqual([409, 'cases.not_in_this_state']);
  });

  test('what was never filed away has no package', async () => {
    const { caseId } = await closed();
    expect((await town.world.as(town.leader).get(`/api/cases/${caseId}/archive`)).statusCode).toBe(404);
  });
});
