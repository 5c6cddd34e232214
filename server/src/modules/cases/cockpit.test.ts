import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { readCockpit, readDecisions, readParity } from '@fengqiao/contract/cases.ts';
import { figures, type FigureName, type Part } from '@fengqiao/contract/cases/figures.ts';
import { openStates } from '@fengqiao/contract/cases/words.ts';
import type { CaseLine } from '@fengqiao/contract/cases/views.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { createStreet } from '#platform/street.ts';
import { places } from '#test/ground.ts';
import type { TestPerson } from '#test/people.ts';
import { codeOf } from './dispatch.fixture.ts';
import { stall, startHandling, type Handling } from './handling.fixture.ts';

let town: Handling;
let supervisor: TestPerson;
let raw: Raw;
beforeAll(async () => {
  town = await startHandling();
  supervisor = await town.world.person('supervisor');
  await live();
  raw = await readRaw();
}, 120_000);
afterAll(() => town.world.close());

/** Seven weeks in which cases come by every channel and end in every way; no two weeks are alike. */
async function live(): Promise<void> {
  const caller = await town.world.person('callback');
  const channels = ['phone', 'window', 'paper', 'resident'] as const;
  for (let n = 0; n < 28; n++) {
    town.world.clock.advance({ days: n % 2 === 0 ? 1 : 2, hours: 3 });
    const channel = channels[n % 4] ?? 'phone';
    const id =
      channel === 'resident'
        ? (await town.reportedInHand(await town.world.person('resident'))).caseId
        : await inHandBy(channel, `第${n}件 占道`);
    if (n % 3 !== 0) {
      town.world.clock.advance({ hours: 1 + n });
      await town.post(town.officer, `/cases/${id}/contact`, { reached: true, note: '已联系' });
    }
    if (n % 5 === 4) continue;
    if (n % 4 === 2) town.world.clock.advance({ days: 4 });
    const outcome = n % 7 === 3 ? 'explained' : 'solved';
    await town.toClosed(id, outcome);
    await answerCalls(caller);
    await reopen();
    if (n === 6) await hold();
  }
}

/** In hand with law enforcement, told by somebody at the counter or on the phone and looked at on the spot. */
async function inHandBy(channel: string, text: string): Promise<string> {
  const contact = { name: '王女士', phone: '13812345678' };
  const said = { text, address: '橹声路口', channel, contact, ...places['c01-g01'] };
  const { caseId: id } = await town.done<{ caseId: string }>(town.intake, '/cases', said);
  await town.done(town.intake, `/cases/${id}/verification-request`, { unit: 'c01-g01' });
  await town.done(await town.staff('c01-g01'), `/cases/${id}/verification`, {
    found: true,
    note: '已到现场',
  });
  await town.done(town.intake, `/cases/${id}/registration`, { type: stall.type });
  await town.done(town.dispatcher, `/cases/${id}/dispatch`);
  await town.done(town.officer, `/cases/${id}/acknowledgement`);
  return id;
}

/** Who is called is drawn by lot; every second of them, and the first, says that nothing is solved. */
let called = 0;
async function answerCalls(caller: TestPerson): Promise<void> {
  const { items } = (await town.world.as(caller).get('/api/callbacks?limit=100')).json();
  for (const { ask } of items)
    await town.done(caller, `/callbacks/${ask}/outcome`, {
      outcome: 'answered',
      solved: called++ % 2 === 1,
    });
}

/** Every wish to reopen is granted. */
async function reopen(): Promise<void> {
  const { items } = (await town.world.as(town.dispatcher).get('/api/reopenings?open=true')).json();
  for (const { id } of items)
    await town.done(town.dispatcher, `/reopenings/${id}/decision`, {
      granted: true,
      reason: '经核实重新办理',
    });
}

/** On hold, and not reviewed within thirty days. */
async function hold(): Promise<void> {
  const id = await inHandBy('phone', '需要施工');
  const dueOn = new Date(town.world.clock.now().getTime() + 20 * 86_400_000).toISOString().slice(0, 10);
  const request = await town.done<{ id: string }>(town.officer, `/cases/${id}/hold`, {
    reasonCode: 'engineering',
    reason: '需要施工改造',
    plan: '分两期改造，完工后复查',
    toldHow: '已电话告知诉求人',
    milestones: [{ title: '完工', dueOn }],
  });
  await town.done(supervisor, `/requests/${request.id}/decision`, { approved: true, note: '同意挂账' });
}

type Cockpit = Out<typeof readCockpit>;
const look = async <T>(path: string, by = town.leader): Promise<T> => {
  const reply = await town.world.as(by).get(`/api${path}`);
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json<T>();
};

/** All cases that a list holds, page by page. */
async function walk(query: string): Promise<CaseLine[]> {
  const found: CaseLine[] = [];
  for (let after = ''; ;) {
    const page = await look<{ items: CaseLine[]; next: string | null }>(
      `/cases?desk=all&sort=newest&limit=7&${query}${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`,
    );
    found.push(...page.items);
    if (page.next === null) return found;
    after = page.next;
  }
}

type Raw = Awaited<ReturnType<typeof readRaw>>;
/** Everything there is, to be counted by hand. */
const readRaw = () =>
  town.world.asSystem(async ({ db, now }) => ({
    now,
    cases: await db.selectFrom('cases.case').selectAll().execute(),
    asks: await db.selectFrom('cases.ask').selectAll().execute(),
    acts: await db.selectFrom('cases.activity').select(['case_id', 'kind', 'at']).execute(),
    clocks: await db.selectFrom('cases.clock').selectAll().where('kind', '=', 'contact').execute(),
    holds: await db.selectFrom('cases.hold').selectAll().execute(),
    given: await db.selectFrom('cases.assignment').select(['case_id', 'contacted_at']).execute(),
  }));

/** The same figures once more, by loops over everything there is. */
function byHand(part: Part, since: Date, until: Date): string[] {
  const within = (at: Date | null) => at !== null && at >= since && at < until;
  const closed = (one: Raw['cases'][number]) =>
    within(one.closed_at) && ['closed', 'archived'].includes(one.state);
  const isOpen = (one: Raw['cases'][number]) => openStates.some((state) => state === one.state);
  const solved = (one: Raw['cases'][number]) => one.outcome === 'solved' && one.satisfied !== false;
  const offline = (one: Raw['cases'][number]) =>
    closed(one) && ['phone', 'window', 'paper'].includes(one.channel);
  const online = (one: Raw['cases'][number]) => closed(one) && one.channel === 'resident';
  const answers = (id: string) =>
    raw.asks.filter(
      (ask) =>
        ask.case_id === id && ask.kind === 'callback' && within(ask.answered_at) && ask.solved !== null,
    );
  const ends = (id: string) =>
    raw.acts.filter((act) => act.case_id === id && act.kind === 'close' && within(act.at));
  const contacts = (id: string) =>
    raw.clocks.filter(
      (one) => one.case_id === id && !one.paused && within(one.due_at) && one.due_at < raw.now,
    );
  const missed = (id: string) =>
    contacts(id).some((one) => one.late_since !== null || one.stopped_at === null);
  const reached = (id: string) => raw.given.some((one) => one.case_id === id && one.contacted_at !== null);
  const over = (id: string) =>
    raw.holds.some(
      (one) =>
        one.case_id === id && one.ended_at === null && (one.cap_at < raw.now || one.next_review_at < raw.now),
    );
  const fits: Record<Part, (one: Raw['cases'][number]) => boolean> = {
    open: isOpen,
    open_old: (one) => isOpen(one) && one.reported_at.getTime() < until.getTime() - 30 * 86_400_000,
    came: (one) => within(one.reported_at) && !['merged', 'voided'].includes(one.state),
    closed,
    closed_on_time: (one) => closed(one) && one.late_since === null,
    closed_late: (one) => closed(one) && one.late_since !== null,
    called: ({ id }) => answers(id).length > 0,
    called_solved: ({ id }) => answers(id).length > 0 && answers(id).every((ask) => ask.solved === true),
    called_unsolved: ({ id }) => answers(id).some((ask) => ask.solved === false),
    ended: ({ id }) => ends(id).length > 0,
    reopened: ({ id }) =>
      ends(id).some((end) =>
        raw.acts.some((act) => act.case_id === id && act.kind === 'reopen' && act.at >= end.at),
      ),
    held: (one) => one.state === 'held',
    held_over: (one) => one.state === 'held' && over(one.id),
    first_owed: ({ id }) => contacts(id).length > 0 && (missed(id) || reached(id)),
    first_answered: ({ id }) => contacts(id).length > 0 && !missed(id) && reached(id),
    first_missed: ({ id }) => missed(id),
    online,
    online_solved: (one) => online(one) && solved(one),
    offline,
    offline_solved: (one) => offline(one) && solved(one),
    offline_unsolved: (one) => offline(one) && !solved(one),
  };
  return raw.cases
    .filter(fits[part])
    .map((one) => one.id)
    .sort();
}

describe('a figure of the cockpit', () => {
  test.each(['7', '30', '90'])(
    'of %s days counts what one counts by hand, and its list holds exactly these cases',
    async (days) => {
      const seen = await look<Cockpit>(`/cockpit?days=${days}`);
      expect(seen.figures.map((one) => one.id)).toEqual(Object.keys(figures));
      for (const { id, counts } of seen.figures) {
        expect(counts.length, id).toBeGreaterThan(0);
        for (const { part, count } of counts) {
          const ids = byHand(part, new Date(seen.since), new Date(seen.until));
          const listed = await walk(`part=${part}&since=${seen.since}&until=${seen.until}`);
          expect([part, listed.map((line) => line.id).sort()]).toEqual([part, ids]);
          expect([part, count]).toEqual([part, ids.length]);
        }
      }
    },
  );

  test('covers all that this town has lived: no part is empty over ninety days', async () => {
    const seen = await look<Cockpit>('/cockpit?days=90');
    const empty = seen.figures.flatMap(({ counts }) => counts.filter(({ count }) => count === 0));
    expect(empty).toEqual([]);
  });

  test('is a share with its interval and verdict; what moved it is the period before and the type in the way', async () => {
    const seen = await look<Cockpit>('/cockpit?days=30');
    const of = (id: FigureName) => seen.figures.find((one) => one.id === id);
    const onTime = of('on_time');
    const count = (part: Part) => onTime?.counts.find((one) => one.part === part)?.count ?? 0;
    expect(onTime?.value).toBeCloseTo(count('closed_on_time') / count('closed'), 10);
    expect(onTime?.low).toBeLessThan(onTime?.value ?? 0);
    const before = new Date(2 * Date.parse(seen.since) - Date.parse(seen.until));
    const then = byHand('closed', before, new Date(seen.since)).length;
    expect(onTime?.before).toBeCloseTo(
      byHand('closed_on_time', before, new Date(seen.since)).length / then,
      10,
    );
    expect(onTime?.most).toMatchObject({ type: stall.type, count: count('closed_late') });
    expect(of('held_over')).toMatchObject({ value: 1, verdict: 'few' });
    expect(of('stock')).toMatchObject({ value: byHand('open', new Date(0), raw.now).length, low: null });
  });

  test.each(['7', '30'])('of %s days tells the share of the period before', async (days) => {
    const seen = await look<Cockpit>(`/cockpit?days=${days}`);
    const [since, until] = [Date.parse(seen.since), Date.parse(seen.until)];
    const then = (part: Part) => byHand(part, new Date(2 * since - until), new Date(since)).length;
    for (const id of ['on_time', 'solved', 'reopened', 'first_answer'] as const) {
      const among = then(figures[id].of);
      const share = among === 0 ? null : then(figures[id].over) / among;
      expect([id, seen.figures.find((one) => one.id === id)?.before]).toEqual([id, share]);
    }
  });

  test('stands beside the stock week by week, as it stood then', async () => {
    const { weeks, ages } = await look<Cockpit>('/cockpit');
    expect(weeks.length).toBe(12);
    // No week is drawn that has days to come: the last one ended with a Sunday.
    const lastEnd = Date.parse(weeks.at(-1)?.until ?? '');
    expect(lastEnd).toBeLessThanOrEqual(raw.now.getTime());
    expect(lastEnd).toBeGreaterThan(raw.now.getTime() - 7 * 86_400_000);
    expect(new Date(lastEnd + 8 * 3_600_000).toISOString().slice(11)).toBe('00:00:00.000Z');
    expect(new Date(lastEnd + 8 * 3_600_000).getUTCDay()).toBe(1);
    for (const week of weeks) {
      const [since, until] = [new Date(week.since), new Date(week.until)];
      const stood = raw.cases.filter(
        (one) =>
          one.reported_at < until &&
          (byHand('open', since, until).includes(one.id) || (one.closed_at ?? since) >= until),
      );
      expect([week.until, week.ages.reduce((all, one) => all + one, 0)]).toEqual([week.until, stood.length]);
      expect(week.closed).toBe(byHand('closed', since, until).length);
      expect(week.came).toBe(byHand('came', since, until).length);
    }
    for (const { count, since, until } of ages) {
      const bounds = [since === null ? '' : `&since=${since}`, until === null ? '' : `&until=${until}`].join(
        '',
      );
      const listed = await look<{ items: CaseLine[] }>(`/cases?desk=open&limit=100${bounds}`);
      expect(listed.items.length).toBe(count);
    }
  });
});

describe('parity of channels', () => {
  const median = (values: number[]) => {
    const sorted = values.toSorted((a, b) => a - b);
    const at = (sorted.length - 1) / 2;
    return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2;
  };

  test('tells of each channel how much was solved and how soon, and says where there is too little to tell', async () => {
    const seen = await look<Out<typeof readParity>>('/cockpit/parity?days=90');
    expect(seen.channels.map((row) => row.channel)).toEqual([
      'resident',
      'hotline',
      'phone',
      'window',
      'paper',
    ]);
    for (const row of seen.channels) {
      const ids = byHand('closed', new Date(seen.since), new Date(seen.until));
      const cases = raw.cases.filter((one) => ids.includes(one.id) && one.channel === row.channel);
      const solved = cases.filter((one) => one.outcome === 'solved' && one.satisfied !== false);
      expect([row.channel, row.n, row.solved, row.few]).toEqual([
        row.channel,
        cases.length,
        solved.length,
        cases.length < 10,
      ]);
      const close = solved.map((one) => ((one.closed_at?.getTime() ?? 0) - one.reported_at.getTime()) / 1000);
      const answers = cases.flatMap((one) =>
        raw.given
          .filter((given) => given.case_id === one.id && given.contacted_at !== null)
          .map((given) => ((given.contacted_at?.getTime() ?? 0) - one.reported_at.getTime()) / 1000),
      );
      expect(row.close?.middle ?? null).toEqual(close.length === 0 ? null : expect.closeTo(median(close), 3));
      expect(row.answer?.middle ?? null).toEqual(
        answers.length === 0 ? null : expect.closeTo(median(answers), 3),
      );
      const listed = await walk(`part=closed&channel=${row.channel}&since=${seen.since}&until=${seen.until}`);
      expect(listed.length).toBe(row.n);
    }
    const other = await look<Out<typeof readParity>>('/cockpit/parity?days=90&type=05003');
    expect(other.channels.every((row) => row.n === 0 && row.close === null)).toBe(true);
  });
});

describe('what waits to be decided', () => {
  type Waiting = Out<typeof readDecisions>;
  test('comes from real queues, what falls due first on top, and goes once it is decided', async () => {
    const id = await town.inHand();
    const asked = await town.done<{ id: string }>(town.officer, `/cases/${id}/voiding`, {
      reason: '重复录入，请作废',
    });
    const seen = await look<Waiting>('/cockpit/decisions');
    expect(seen.items).toContainEqual(
      expect.objectContaining({ kind: 'request', id: asked.id, caseId: id, request: 'void' }),
    );
    const due = seen.items.flatMap((one) => (one.by === null ? [] : [one.by]));
    expect(due).toEqual(due.toSorted());
    expect(seen.total).toBe(seen.items.length);
    await town.done(supervisor, `/requests/${asked.id}/decision`, { approved: false, note: '不是重复' });
    const after = await look<Waiting>('/cockpit/decisions');
    expect(after.items.map((one) => one.id)).not.toContain(asked.id);
  });
});

describe('the cockpit', () => {
  test('is for those who look over a street, and shows them their own alone', async () => {
    for (const path of ['/cockpit', '/cockpit/parity', '/cockpit/decisions']) {
      for (const by of [town.officer, town.dispatcher, await town.staff('c01'), town.resident])
        expect([path, ...codeOf(await town.world.as(by).get(`/api${path}`))]).toEqual([
          path,
          403,
          'platform.not_allowed',
        ]);
      expect(codeOf(await town.world.as(null).get(`/api${path}`))[0]).toBe(401);
    }
    expect((await town.world.as(town.leader).get('/api/cockpit?days=8')).statusCode).toBe(400);
    const elsewhere = await town.world.session({ role: 'leader', wide: true, street: await another() });
    const seen = (await town.world.as(elsewhere).get('/api/cockpit?days=90')).json<Cockpit>();
    expect(seen.figures.flatMap(({ counts }) => counts.filter(({ count }) => count > 0))).toEqual([]);
  });
});

async function another(): Promise<string> {
  await createStreet(town.world.platform.db, {
    id: 'beian',
    nameZh: '北岸街道',
    nameEn: 'North Bank Subdistrict',
    prefix: 'BA',
    now: town.world.clock.now(),
  });
  return 'beian';
}
