import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseLine } from '@fengqiao/contract/cases/views.ts';
import type { TestPerson } from '#test/people.ts';
import { startHandling, type Handling } from './handling.fixture.ts';

let town: Handling;
const COUNT = 5600;
const OLD = 30;
beforeAll(async () => {
  town = await startHandling();
  await lay();
});
afterAll(() => town.world.close());

/** Some thousand cases, three at each moment; only the oldest speak of the tree. Every second one is the officer's, every tenth is also the fire brigade's. */
const lay = () =>
  town.world.asSystem(async ({ db, street, now }) => {
    await sql`
      insert into cases."case" (street, id, no, state, channel, title, text, lng, lat, address, seen_by, reported_at, updated_at)
      select ${street}, gen_random_uuid(), 'S-' || n, 'received', 'phone', '路灯', case when n <= ${OLD} then '路灯下老槐树' when n % 100 = 0 then '路灯边井盖' else '路灯不亮' end,
             120.1, 31.2, '橹声路', case when n % 10 = 0 then array['law_enforcement', 'c01', 'fire'] when n % 2 = 0 then array['law_enforcement', 'c01'] else array['c01'] end,
             ${now}::timestamptz - interval '1 minute' * (${COUNT} - n / 3), ${now}::timestamptz
        from generate_series(1, ${COUNT}) n`.execute(db);
    await sql`
      insert into cases.search_text (street, case_id, reported_at, words, pairs)
      select street, id, reported_at, text, case when text like '%树' then array_to_tsvector(array['路灯', '灯下', '下老', '老槐', '槐树'])
                                                     when text like '%井盖' then array_to_tsvector(array['路灯', '灯边', '边井', '井盖']) else array_to_tsvector(array['路灯', '灯不', '不亮']) end
        from cases."case" where street = ${street}`.execute(db);
  });

/** All pages of a search, one after the other. */
async function found(q: string, by: TestPerson, more = ''): Promise<CaseLine[]> {
  const lines: CaseLine[] = [];
  for (let after: string | null = ''; after !== null;) {
    const place = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const reply = await town.world.as(by).get(`/api/cases?limit=7&q=${encodeURIComponent(q)}${more}${place}`);
    if (reply.statusCode !== 200) throw new Error(reply.body);
    const page = reply.json<{ items: CaseLine[]; next: string | null }>();
    lines.push(...page.items);
    after = lines.length > 200 ? null : page.next;
  }
  return lines;
}
const numbers = (lines: readonly CaseLine[]) => lines.map(({ no }) => Number(no.slice(2)));

test('what only old cases say is found behind all the newer ones, each once and newest first, by whoever takes part', async () => {
  const community = await town.staff('c01');
  for (const [by, count] of [
    [town.dispatcher, OLD],
    [community, OLD],
    [town.officer, OLD / 2],
    [await town.staff('fire'), OLD / 10],
  ] as const) {
    for (const more of ['', '&state=received']) {
      const lines = await found('老槐树', by, more);
      expect(numbers(lines).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: count }, (_, i) => ((i + 1) * OLD) / count),
      );
      const times = lines.map(({ reportedAt }) => reportedAt);
      expect(times).toEqual(times.toSorted().toReversed());
    }
  }
  expect(await found('老槐树', await town.staff('police'))).toEqual([]);
  expect(await found('老槐树', town.dispatcher, '&state=closed')).toEqual([]);
});

test('what every case says is found among the newest, in order', async () => {
  const all = numbers(await found('路灯', town.dispatcher));
  expect(new Set(all).size).toBe(all.length);
  expect(Math.min(...all)).toBeGreaterThan(COUNT - 250);
  const own = numbers(await found('路灯', town.officer));
  expect(own.every((n) => n % 2 === 0)).toBe(true);
  expect(Math.min(...own)).toBeGreaterThan(COUNT - 500);
});

test('what one in a hundred says is found all through the street', async () => {
  const wells = Array.from({ length: COUNT / 100 }, (_, i) => COUNT - i * 100);
  for (const by of [town.dispatcher, await town.staff('c01'), town.officer, await town.staff('fire')])
    expect(numbers(await found('井盖', by))).toEqual(wells);
});

test('everything a unit takes part in is listed by age, whatever its share of the street', async () => {
  for (const [sort, first] of [
    ['newest', COUNT],
    ['oldest', 2],
  ] as const) {
    const reply = await town.world.as(town.officer).get(`/api/cases?limit=5&sort=${sort}`);
    const { items } = reply.json<{ items: CaseLine[] }>();
    expect(items).toHaveLength(5);
    expect(numbers(items)).toContain(first);
    expect(numbers(items).every((n) => n % 2 === 0)).toBe(true);
  }
});

test('a case that a unit no longer takes part in is off its list, and back when it does again', async () => {
  const listed = async () => {
    const reply = await town.world.as(town.officer).get('/api/cases?limit=3&sort=newest');
    return numbers(reply.json<{ items: CaseLine[] }>().items).includes(COUNT);
  };
  const seenBy = (units: string[]) =>
    town.world.asSystem(({ db }) =>
      sql`update cases."case" set seen_by = ${units} where no = ${`S-${COUNT}`}`.execute(db),
    );
  expect(await listed()).toBe(true);
  await seenBy(['c01']);
  expect(await listed()).toBe(false);
  await seenBy(['c01', 'law_enforcement', 'law_enforcement']);
  expect(await listed()).toBe(true);
});
