import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CallbackBlock, listDraws, readCallback, readCallResults } from '@fengqiao/contract/cases.ts';
import { BLOCK } from '@fengqiao/contract/cases/callback-words.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import type { Receipt } from '#test/cases.ts';
import type { TestPerson } from '#test/people.ts';
import type { Person } from '#test/world.ts';
import { codeOf } from './dispatch.fixture.ts';
import { slotOf } from './domain/callback.ts';
import { startHandling, type Handling } from './handling.fixture.ts';

let town: Handling;
let caller: TestPerson;
const MONDAY = '2026-11-23T02:00:00Z';
beforeAll(async () => {
  town = await startHandling();
  caller = await town.world.person('callback');
});
beforeEach(() => town.world.clock.set(MONDAY));
afterAll(() => town.world.close());

type Drawn = { id: string; ask: string; tries: number; askAt: string };
const listed = async (part: 'due' | 'later' = 'due'): Promise<Drawn[]> =>
  (await town.world.as(caller).get(`/api/callbacks?limit=100&part=${part}`)).json().items;
const askOf = async (id: string) => (await listed()).find((one) => one.id === id)?.ask ?? '';
const outcome = (ask: string, body: object, by: Person = caller) =>
  town.codes(by, `/callbacks/${ask}/outcome`, body);
const view = async (ask: string, by: Person = caller) =>
  (await town.world.as(by).get(`/api/callbacks/${ask}`)).json<Out<typeof readCallback>>();
const answered = (solved: boolean, more: object = {}) => ({ outcome: 'answered', solved, ...more });

async function closed(): Promise<Receipt & { by: TestPerson }> {
  const by = await town.world.person('resident');
  const receipt = await town.reportedInHand(by);
  await town.toClosed(receipt.caseId);
  return { ...receipt, by };
}

/** A closed case that the system has drawn: one of five is. */
async function drawn(): Promise<Receipt & { by: TestPerson; ask: string }> {
  for (;;) {
    const told = await closed();
    const ask = await askOf(told.caseId);
    if (ask !== '') return { ...told, ask };
  }
}

describe('who is called back', () => {
  const blocks = async () =>
    (await town.world.as(caller).get('/api/callback-draws?limit=100')).json<Out<typeof listDraws>>().items;

  test('is one of each five closings of a unit; the seed of a full five can be done over by anybody', async () => {
    const before = (await blocks()).length;
    const ids: string[] = [];
    for (let n = 0; n < 2 * BLOCK; n++) ids.push((await closed()).caseId);
    const found = await blocks();
    expect(found.length - before).toBeGreaterThanOrEqual(1);
    for (const { seed, slot, closings, agrees, unit } of found) {
      expect([unit, slot, agrees, closings.length]).toEqual(['law_enforcement', slotOf(seed), true, BLOCK]);
      expect(closings.filter((one) => one.drawn).map((one) => one.place)).toEqual([slot]);
      const due = (await listed()).map((one) => one.id);
      for (const { caseId, drawn } of closings) expect(due.includes(caseId)).toBe(drawn);
    }
    const framed = found.flatMap((block: CallbackBlock) => block.closings.map((one) => one.caseId));
    expect(new Set(framed).size).toBe(framed.length);
    expect(new Set(found.map((block) => block.seed)).size).toBe(found.length);
  });

  test('keeps to itself what it will draw next: a five that still runs is not shown', async () => {
    const running = await town.world.asSystem(({ db }) =>
      db.selectFrom('cases.callback_block').select('seed').where('closings', '<', BLOCK).execute(),
    );
    const shown = JSON.stringify(await blocks());
    expect(running.filter(({ seed }) => shown.includes(seed))).toEqual([]);
  });

  test('is never somebody who cannot be rung up', async () => {
    for (let n = 0; n < BLOCK + 1; n++) {
      const id = await town.inHand();
      await town.toClosed(id);
      expect((await town.read(id)).asks.filter((ask) => ask.kind === 'callback')).toEqual([]);
    }
  });
});

describe('a call', () => {
  test('is made once it was answered, by somebody outside the handling; a "no" asks for reopening', async () => {
    const { caseId, ask } = await drawn();
    const handler = await town.world.session({ role: 'callback', unit: 'law_enforcement', wide: true });
    expect(await outcome(ask, answered(true), handler)).toEqual([403, 'cases.callback_not_yours']);
    expect([(await view(ask, handler)).mayCall, (await view(ask)).mayCall]).toEqual([false, true]);
    expect(await outcome(ask, answered(false, { text: '摊贩又回来了' }))).toEqual([200, undefined]);
    expect(await outcome(ask, answered(true))).toEqual([409, 'cases.already_answered']);
    const found = await town.read(caseId);
    expect([found.satisfied, found.reopenings[0]?.reason, found.reportList[0]?.solved]).toEqual([
      false,
      '摊贩又回来了',
      false,
    ]);
  });

  test('shows its caller whom to reach masked, how often it was tried, and how it was drawn', async () => {
    const { ask } = await drawn();
    const seen = await view(ask);
    expect(seen.masked?.phone).toMatch(/^\d{3}\*{4}\d{4}$/);
    expect(seen.draw).toMatchObject({ unit: 'law_enforcement' });
    expect([seen.tries, seen.attempts]).toEqual([0, []]);
    for (const by of [town.officer, town.dispatcher, null])
      expect((await town.world.as(by).get(`/api/callbacks/${ask}`)).statusCode).toBeGreaterThanOrEqual(401);
    expect(codeOf(await town.world.as(caller).get(`/api/callbacks/${crypto.randomUUID()}`))).toEqual([
      404,
      'platform.not_found',
    ]);
  });

  test('says whether it was solved, else what happened instead', async () => {
    const { ask } = await drawn();
    expect(await outcome(ask, { outcome: 'answered' })).toEqual([422, 'cases.callback_answer_needed']);
    expect((await town.post(caller, `/callbacks/${ask}/outcome`, { outcome: 'perhaps' })).statusCode).toBe(
      400,
    );
    expect((await view(ask)).tries).toBe(0);
  });

  test('that reaches nobody is tried again on other days at other times, three times in all; then silence stays silence', async () => {
    const { caseId, ask } = await drawn();
    const times: string[] = [];
    for (let n = 1; n <= 3; n++) {
      expect(await outcome(ask, { outcome: n === 2 ? 'busy' : 'no_answer' })).toEqual([200, undefined]);
      const { tries, attempts, askAt } = await view(ask);
      expect([tries, attempts.length]).toEqual([n, n]);
      if (n === 3) break;
      expect((await listed()).map((one) => one.ask)).not.toContain(ask);
      expect((await listed('later')).map((one) => one.ask)).toContain(ask);
      expect(await outcome(ask, answered(true))).toEqual([409, 'cases.callback_not_due']);
      times.push(askAt);
      town.world.clock.set(askAt);
    }
    expect(times).toEqual(['2026-11-24T07:00:00.000Z', '2026-11-25T10:00:00.000Z']);
    expect(await outcome(ask, answered(true))).toEqual([409, 'cases.already_answered']);
    expect((await town.read(caseId)).satisfied).toBeNull();
  });

  test('is agreed for later within a week, and who does not wish to answer is left in peace', async () => {
    const told = await drawn();
    for (const at of ['2026-11-22T02:00:00Z', '2026-12-02T02:00:00Z'])
      expect(await outcome(told.ask, { outcome: 'later', at })).toEqual([422, 'cases.callback_time']);
    expect(await outcome(told.ask, { outcome: 'later', at: '2026-11-26T11:30:00Z' })).toEqual([
      200,
      undefined,
    ]);
    expect((await view(told.ask)).askAt).toBe('2026-11-26T11:30:00.000Z');
    town.world.clock.set('2026-11-26T11:30:00Z');
    expect(await outcome(told.ask, { outcome: 'refused' })).toEqual([200, undefined]);
    expect([...(await listed()), ...(await listed('later'))].map((one) => one.ask)).not.toContain(told.ask);
    expect((await town.read(told.caseId)).satisfied).toBeNull();
  });

  test('is off the list once the case was taken up again', async () => {
    const told = await drawn();
    await town.codes(told.by, `/reports/${told.report}/satisfaction`, { solved: false });
    const reopening = (await town.read(told.caseId)).reopenings.at(-1)?.id;
    await town.done(town.dispatcher, `/reopenings/${reopening}/decision`, {
      granted: true,
      reason: '经核实重新办理',
    });
    expect(await askOf(told.caseId)).toBe('');
    expect(await outcome(told.ask, answered(true))).toEqual([409, 'cases.not_in_this_state']);
    const counts = (await town.world.as(caller).get('/api/cases/counts')).json();
    expect(counts.callbacks).toBe((await listed()).length);
  });
});

describe('what the callbacks found', () => {
  const results = async (by: Person = caller) =>
    (await town.world.as(by).get('/api/callback-results?days=30')).json<Out<typeof readCallResults>>();

  test('is told by unit as it can be counted by hand, without a share where there is little', async () => {
    for (let n = 0; n < 3; n++) await outcome((await drawn()).ask, answered(n !== 1));
    const asks = await town.world.asSystem(({ db }) =>
      db.selectFrom('cases.ask').selectAll().where('kind', '=', 'callback').execute(),
    );
    const calls = await town.world.asSystem(({ db }) =>
      db.selectFrom('cases.call_attempt').selectAll().execute(),
    );
    const seen = await results(town.leader);
    const inTime = asks.filter(
      (ask) => ask.answered_at === null || ask.answered_at.toISOString() < seen.until,
    );
    expect(seen.units).toEqual([
      {
        unit: 'law_enforcement',
        drawn: inTime.length,
        ended: inTime.filter((ask) => ask.answered_at !== null).length,
        answered: inTime.filter((ask) => ask.solved !== null).length,
        solved: inTime.filter((ask) => ask.solved === true).length,
        low: null,
        high: null,
        few: true,
      },
    ]);
    const within = calls.filter((call) => call.at.toISOString() < seen.until);
    for (const { outcome: how, count } of seen.calls)
      expect([how, count]).toEqual([how, within.filter((call) => call.outcome === how).length]);
  });

  test('is for those who watch over the loop, not for the units themselves', async () => {
    for (const path of ['/callback-results', '/callback-draws'])
      for (const by of [town.officer, town.dispatcher])
        expect(codeOf(await town.world.as(by).get(`/api${path}`))).toEqual([403, 'platform.not_allowed']);
  });
});
