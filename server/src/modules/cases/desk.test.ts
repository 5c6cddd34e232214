import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseLine } from '@fengqiao/contract/cases/views.ts';
import { sorts } from '@fengqiao/contract/cases.ts';
import { places } from '#test/ground.ts';
import type { TestPerson } from '#test/people.ts';
import { startHandling, type Handling } from './handling.fixture.ts';

let town: Handling;
const ids: string[] = [];
beforeAll(async () => {
  town = await startHandling();
  await lay();
});
afterAll(() => town.world.close());

/** Forty cases in all states of a day's work; many reported at one instant, some without a deadline. */
async function lay(): Promise<void> {
  for (let i = 0; i < 40; i++) {
    if (i % 7 === 0) town.world.clock.advance({ minutes: 1 });
    const place = i % 2 === 0 ? places['c01-g01'] : places['c02-g01'];
    const text = `第${i}件 店外经营 ${i % 3 === 0 ? "O'Hara 50%\\_乱摆" : '占道'}`;
    const taken = await town.done<{ caseId: string }>(town.intake, '/cases', {
      text,
      address: '橹声路口',
      channel: 'upstream',
      ...place,
    });
    ids.push(taken.caseId);
    if (i % 4 === 0) continue;
    await town.done(town.intake, `/cases/${taken.caseId}/registration`, {
      type: i % 5 === 0 ? '02012' : '02001',
    });
    if (i % 4 === 1) continue;
    await town.done(town.dispatcher, `/cases/${taken.caseId}/dispatch`);
    if (i % 4 === 2) continue;
    await town.done(town.officer, `/cases/${taken.caseId}/acknowledgement`);
  }
}

type Query = Record<string, string | number | boolean>;
const ask = async (query: Query, by: TestPerson = town.dispatcher) => {
  const text = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const reply = await town.world.as(by).get(`/api/cases?${text.toString()}`);
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json<{ items: CaseLine[]; next: string | null }>();
};

/** All pages of a list, one after the other. */
async function walk(query: Query, by?: TestPerson): Promise<CaseLine[]> {
  const lines: CaseLine[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: Awaited<ReturnType<typeof ask>> = await ask(after === '' ? query : { ...query, after }, by);
    lines.push(...page.items);
    after = page.next;
  }
  return lines;
}
const idsOf = (lines: readonly CaseLine[]) => lines.map((line) => line.id);

describe('the work list', () => {
  const inOrder: Record<(typeof sorts)[number], (a: CaseLine, b: CaseLine) => boolean> = {
    due: (a, b) => (a.dueAt ?? '9') <= (b.dueAt ?? '9'),
    newest: (a, b) => a.reportedAt >= b.reportedAt,
    oldest: (a, b) => a.reportedAt <= b.reportedAt,
    changed: (a, b) => a.updatedAt >= b.updatedAt,
  };

  test('walked page by page gives every case once and in order, whatever the order, desk and length of a page', async () => {
    const queries = fc.record({
      sort: fc.constantFrom(...sorts),
      limit: fc.integer({ min: 1, max: 23 }),
      desk: fc.constantFrom('all', 'open', 'intake', 'in_hand', 'mine'),
    });
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const lines = await walk(query);
        const whole = await ask({ ...query, limit: 100 });
        expect(new Set(idsOf(lines)).size).toBe(lines.length);
        expect(idsOf(lines)).toEqual(idsOf(whole.items));
        expect(lines.every((line, i) => i === 0 || inOrder[query.sort](lines[i - 1]!, line))).toBe(true);
      }),
      { numRuns: 40 },
    );
    expect(idsOf(await walk({ limit: 7 })).sort()).toEqual([...ids].sort());
  });

  test('keeps each filter, alone and together with others', async () => {
    const all = await walk({});
    const kept = async (query: Query, holds: (line: CaseLine) => boolean) =>
      expect(idsOf(await walk({ limit: 9, ...query }))).toEqual(idsOf(all.filter(holds)));
    await kept({ state: 'handling' }, (line) => line.state === 'handling');
    await kept({ type: '02012' }, (line) => line.type === '02012');
    await kept({ community: 'c02' }, (line) => line.community === 'c02');
    await kept({ grid: 'c01-g01' }, (line) => line.grid === 'c01-g01');
    await kept({ lead: 'law_enforcement', grade: 'B' }, (line) => line.lead === 'law_enforcement');
    await kept({ channel: 'upstream', class: 'enforcement' }, (line) => line.class === 'enforcement');
    await kept({ late: true }, () => false);
    await kept({ late: false, state: 'received' }, (line) => line.state === 'received');
    await kept({ held: true }, (line) => line.state === 'held');
    await kept({ held: false }, (line) => line.state !== 'held');
    const middle = all[20]?.reportedAt ?? '';
    await kept({ since: middle }, (line) => line.reportedAt >= middle);
    await kept({ until: middle }, (line) => line.reportedAt < middle);
    await kept({ desk: 'to_register', state: 'handling' }, () => false);
  });

  test('shows staff what lies in, or was given to, their units only', async () => {
    const grid = await town.staff('c02-g01');
    expect((await walk({ limit: 6 }, grid)).every((line) => line.grid === 'c02-g01')).toBe(true);
    expect((await walk({ limit: 6 }, grid)).length).toBe(20);
    expect(await walk({}, await town.staff('fire'))).toEqual([]);
    const mine = await walk({ desk: 'mine', limit: 4 }, town.officer);
    expect(mine.every((line) => line.lead === 'law_enforcement')).toBe(true);
    expect(mine.length).toBe(20);
  });

  test('asked to go on from nowhere begins at the beginning', async () => {
    expect(idsOf((await ask({ after: 'x~y', limit: 5 })).items)).toEqual(
      idsOf((await ask({ limit: 5 })).items),
    );
  });
});

describe('search', () => {
  test('finds two characters, quotes, backslashes, percent signs and blanks as they stand', async () => {
    const third = ids.filter((_, i) => i % 3 === 0);
    for (const q of [
      "O'Hara",
      "o'h",
      '50%',
      '\\_',
      '%\\_乱',
      '乱摆',
      'O’Hara'.replace('’', "'"),
      "O'Hara　50%",
    ])
      expect(idsOf(await walk({ q, limit: 100 })).sort()).toEqual([...third].sort());
    expect((await walk({ q: '店外', limit: 100 })).length).toBe(40);
    for (const q of ["' | 'x", '50_', '::tsquery', "'; drop", '外店']) expect(await walk({ q })).toEqual([]);
    const no = (await ask({ limit: 1 })).items[0]?.no ?? '';
    expect((await walk({ q: no.toLowerCase() })).map((line) => line.no)).toEqual([no]);
  });

  test('for one character alone is refused, rather than finding nothing', async () => {
    for (const q of ['灯', ' 灯 ', 'a']) await expect(ask({ q })).rejects.toThrow('cases.search_short');
  });

  test('takes several words in any order, and wants every one of them', async () => {
    const third = ids.filter((_, i) => i % 3 === 0);
    for (const q of ["乱摆 o'hara", '50%　乱 摆', '乱 摆'])
      expect(idsOf(await walk({ q, limit: 100 })).sort()).toEqual([...third].sort());
    expect(await walk({ q: "乱摆 o'hara 没有" })).toEqual([]);
  });

  test('walked page by page gives every match once, also where many were reported at one instant, with every filter and desk', async () => {
    const all = await walk({ limit: 100 });
    const queries = fc.record({
      limit: fc.integer({ min: 1, max: 15 }),
      more: fc.constantFrom<Query>(
        {},
        { community: 'c01' },
        { grid: 'c02-g01' },
        { desk: 'mine' },
        { desk: 'in_hand', type: '02012' },
        { late: false, channel: 'upstream' },
        { since: all[25]?.reportedAt ?? '' },
      ),
    });
    const reference = async (more: Query) => idsOf(await walk({ ...more, limit: 100 }));
    await fc.assert(
      fc.asyncProperty(queries, async ({ limit, more }) => {
        expect(idsOf(await walk({ q: '经营', limit, ...more }))).toEqual(await reference(more));
      }),
      { numRuns: 25 },
    );
  });

  test('stays within what the reader may see', async () => {
    expect((await walk({ q: '店外', limit: 8 }, await town.staff('c02-g01'))).length).toBe(20);
    expect(await walk({ q: '店外' }, await town.staff('fire'))).toEqual([]);
    const mine = await walk({ q: '店外', desk: 'mine', limit: 8 }, town.officer);
    expect(mine.length).toBe(20);
  });
});

describe('the desks', () => {
  test('count what their lists hold', async () => {
    for (const by of [town.dispatcher, town.officer, await town.staff('c01')]) {
      const { desks } = (await town.world.as(by).get('/api/cases/counts')).json();
      for (const { desk, count } of desks)
        expect([desk, count]).toEqual([desk, (await walk({ desk }, by)).length]);
    }
  });

  test('tell the stock of unsolved problems beside what was closed', async () => {
    const before = (await town.world.as(town.leader).get('/api/cases/counts')).json();
    const id = ids.find((_, i) => i % 20 === 3) ?? '';
    await town.toClosed(id);
    const after = (await town.world.as(town.leader).get('/api/cases/counts')).json();
    expect([after.closedLast30 - before.closedLast30, after.solvedLast30 - before.solvedLast30]).toEqual([
      1, 0,
    ]);
    expect(before.stock[0].count - after.stock[0].count).toBe(1);
  });
});

test('saved filters are their owner’s alone, unless lent to the unit; one of them opens by itself', async () => {
  const saved = await town.done<{ id: string }>(town.dispatcher, '/saved-views', {
    name: '我的超期件',
    query: 'desk=overdue',
  });
  const mine = async (by: TestPerson) => (await town.world.as(by).get('/api/saved-views')).json().items;
  const own = {
    id: saved.id,
    name: '我的超期件',
    query: 'desk=overdue',
    mine: true,
    shared: false,
    usual: false,
  };
  expect(await mine(town.dispatcher)).toEqual([own]);
  expect([await mine(town.leader), await mine(town.officer)]).toEqual([[], []]);
  const usual = (by: TestPerson, view: string | null) => town.world.as(by).put('/api/usual-view', { view });
  expect((await usual(town.officer, saved.id)).statusCode).toBe(404);
  expect((await usual(town.dispatcher, saved.id)).statusCode).toBe(200);
  expect(await mine(town.dispatcher)).toEqual([{ ...own, usual: true }]);
  await usual(town.dispatcher, null);
  const lent = await town.done<{ id: string }>(town.officer, '/saved-views', {
    name: '本队待签收',
    query: 'desk=to_acknowledge',
    share: true,
  });
  const colleague = await town.world.person('department', 'law_enforcement');
  expect(await mine(colleague)).toEqual([
    {
      id: lent.id,
      name: '本队待签收',
      query: 'desk=to_acknowledge',
      mine: false,
      shared: true,
      usual: false,
    },
  ]);
  expect((await town.world.as(colleague).delete(`/api/saved-views/${lent.id}`)).statusCode).toBe(404);
  expect(await mine(await town.staff('urban_ops'))).toEqual([]);
  expect((await town.world.as(town.leader).delete(`/api/saved-views/${saved.id}`)).statusCode).toBe(404);
  expect((await town.world.as(town.dispatcher).delete(`/api/saved-views/${saved.id}`)).statusCode).toBe(200);
  expect(await mine(town.dispatcher)).toEqual([]);
});
