import { VectorTile } from '@mapbox/vector-tile';
import { sql } from 'kysely';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GridCounts, mapCounts, NearPair } from '@fengqiao/contract/cases/map.ts';
import type { CaseLine } from '@fengqiao/contract/cases/views.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { createStreet } from '#platform/street.ts';
import { toSquare } from '#modules/grids';
import { places } from '#test/ground.ts';
import type { TestPerson } from '#test/people.ts';
import type { Person } from '#test/world.ts';
import { quadOf } from '../grids/domain/mercator.ts';
import { startHandling, type Handling } from './handling.fixture.ts';

let town: Handling;
let grid: TestPerson;
beforeAll(async () => {
  town = await startHandling();
  await lay();
  grid = await town.staff('c01-g01');
});
afterAll(() => town.world.close());

/** Thirty cases strewn over two grids, in four states, the last ten a fortnight younger. */
async function lay(): Promise<void> {
  for (let i = 0; i < 30; i++) {
    if (i === 20) town.world.clock.advance({ days: 14 });
    const middle = i % 3 === 0 ? places['c02-g01'] : places['c01-g01'];
    const { caseId } = await town.done<{ caseId: string }>(town.intake, '/cases', {
      text: `第${i}件 店外经营占道`,
      address: '橹声路口',
      channel: 'upstream',
      lng: middle.lng + ((i % 7) - 3) * 0.0009,
      lat: middle.lat + ((i % 5) - 2) * 0.0011,
    });
    if (i % 4 === 0) continue;
    await town.done(town.intake, `/cases/${caseId}/registration`, { type: i % 5 === 0 ? '02012' : '02001' });
    if (i % 4 === 1) continue;
    await town.done(town.dispatcher, `/cases/${caseId}/dispatch`);
    if (i % 4 === 2) continue;
    await town.done(town.officer, `/cases/${caseId}/acknowledgement`);
  }
  // What is read is kept a moment; nothing of it is older than the last of these.
  town.world.clock.advance({ minutes: 1 });
}

type Query = Record<string, string>;
const search = (query: Query) => new URLSearchParams(query).toString();
const get = (path: string, by: Person = town.dispatcher) => town.world.as(by).get(`/api${path}`);
const tileAt = ({ lng, lat }: { lng: number; lat: number }, z: number) =>
  [z, ...toSquare([lng, lat]).map((share) => Math.floor(share * 2 ** z))].join('/');

type Shown = Record<string, string | number | boolean>;
async function tile(at: string, query: Query = {}, by?: Person): Promise<Shown[]> {
  const reply = await get(`/map/cases/${at}?${search(query)}`, by);
  if (reply.statusCode !== 200) throw new Error(reply.body);
  const layer = new VectorTile(new PbfReader(reply.rawPayload)).layers['cases'];
  return Array.from({ length: layer?.length ?? 0 }, (_, i) => layer!.feature(i).properties);
}
const sum = (shown: readonly Shown[], name = 'n') =>
  shown.reduce((total, one) => total + Number(one[name] ?? 0), 0);
/** A tile that holds the whole of the small street. */
const whole = tileAt({ lng: 120.16, lat: 31.23 }, 8);

async function lines(query: Query, by?: Person): Promise<CaseLine[]> {
  const reply = await get(`/cases?${search({ limit: '100', ...query })}`, by);
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json<{ items: CaseLine[] }>().items;
}
const counts = async (query: Query, by?: Person) =>
  (await get(`/map/counts?${search(query)}`, by)).json<Out<typeof mapCounts>>();
const grids = async (query: Query, by?: Person) =>
  (await get(`/map/grids?${search(query)}`, by)).json<{ items: GridCounts[] }>().items;

describe('the place of a case', () => {
  test('the database reckons the same number as the server', async () => {
    const rows = await town.world.asSystem(
      async ({ db }) =>
        (
          await sql<{
            lng: number;
            lat: number;
            quad: number;
          }>`select lng, lat, quad from cases."case"`.execute(db)
        ).rows,
    );
    expect(rows).toHaveLength(30);
    expect(rows.map(({ quad }) => quad)).toEqual(rows.map(({ lng, lat }) => quadOf([lng, lat])));
  });
});

describe('a tile of cases', () => {
  test('from afar all open cases are counted, kind by kind', async () => {
    const shown = await tile(whole);
    expect([sum(shown), sum(shown, 'k0'), sum(shown, 'k1')]).toEqual([30, 16, 14]);
    const byAge = await tile(whole, { by: 'age' });
    expect([sum(byAge), sum(byAge, 'k0'), sum(byAge, 'k1')]).toEqual([30, 10, 20]);
  });

  test('from near a case stands alone with its number and its state, and without a word about people', async () => {
    const [line] = await lines({ grid: 'c01-g01' });
    const shown = await tile(tileAt(line!, 20));
    const own = shown.find((one) => one['id'] === line!.id) ?? shown[0];
    expect(Object.keys(own ?? {}).toSorted()).toEqual(
      ['id', 'kind', 'late', 'n', 'no', 'reported', 'state', 'type'].toSorted(),
    );
    expect([own?.['no'], own?.['state']]).toEqual([line!.no, line!.state]);
  });

  test('the tiles of one zoom hold every case once', async () => {
    const middle = toSquare([120.16, 31.23]).map((share) => Math.floor(share * 2 ** 15));
    let total = 0;
    for (let x = middle[0]! - 2; x <= middle[0]! + 2; x++)
      for (let y = middle[1]! - 2; y <= middle[1]! + 2; y++) total += sum(await tile(`15/${x}/${y}`));
    expect(total).toBe(30);
  });

  test('filters narrow it as they narrow the list', async () => {
    for (const query of [
      { state: 'handling' },
      { type: '02012' },
      { community: 'c02' },
      { grid: 'c01-g01' },
      { lead: 'law_enforcement' },
      { since: '2026-12-01T00:00:00Z' },
      { late: 'true' },
    ])
      expect(sum(await tile(whole, query))).toBe((await lines({ desk: 'open', ...query })).length);
  });

  test('a unit sees its own cases and no others', async () => {
    const own = await lines({ desk: 'open' }, grid);
    expect([own.length > 0, own.length < 30]).toEqual([true, true]);
    expect(sum(await tile(whole, {}, grid))).toBe(own.length);
    expect((await counts({}, grid)).total).toBe(own.length);
    expect(sum(await tile(whole))).toBe(30);
  });

  test('another street sees none of them', async () => {
    await createStreet(town.world.platform.db, {
      id: 'hanshan',
      nameZh: '寒山街道',
      nameEn: 'Hanshan',
      prefix: 'HS',
      now: town.world.clock.now(),
    });
    const there = await town.world.person('dispatcher', undefined, 'hanshan');
    expect(await tile(whole, {}, there)).toEqual([]);
    expect((await counts({ desk: 'all' }, there)).total).toBe(0);
  });

  test('residents and guests are shown no cases', async () => {
    expect((await get(`/map/cases/${whole}`, town.resident)).json()).toMatchObject({
      code: 'platform.not_allowed',
    });
    expect((await get(`/map/cases/${whole}`, null)).json()).toMatchObject({ code: 'platform.not_signed_in' });
  });

  test.each([
    ['9/512/3', '', 'grids.tile_out_of_range'],
    ['x/1/1', '', 'platform.invalid_input'],
    ['8/1/1', 'by=phone', 'platform.invalid_input'],
    ['8/1/1', 'area=1,2;3,4', 'platform.invalid_input'],
  ])('the tile %s?%s is refused', async (at, query, code) => {
    const reply = await get(`/map/cases/${at}?${query}`);
    expect([reply.statusCode, reply.json().code]).toEqual([400, code]);
  });

  test('over a base map in GCJ-02 no case is lost or counted twice', async () => {
    const middle = toSquare([120.165, 31.228]).map((share) => Math.floor(share * 2 ** 15));
    let total = 0;
    for (let x = middle[0]! - 3; x <= middle[0]! + 3; x++)
      for (let y = middle[1]! - 3; y <= middle[1]! + 3; y++)
        total += sum(await tile(`15/${x}/${y}`, { drawnIn: 'GCJ02' }));
    expect(total).toBe(30);
  });
});

describe('a drawn area', () => {
  const corners = [
    [120.1531, 31.2219],
    [120.1589, 31.2237],
    [120.1567, 31.2271],
    [120.1522, 31.2268],
  ] as const;
  const area = corners.map((corner) => corner.join(',')).join(';');

  /** The same by hand: an edge is crossed on the way east an odd number of times. */
  const isInside = ({ lng, lat }: { lng: number; lat: number }) =>
    corners.filter(([ax, ay], i) => {
      const [bx, by] = corners[(i + 1) % corners.length]!;
      return ay > lat !== by > lat && lng < ((bx - ax) * (lat - ay)) / (by - ay) + ax;
    }).length %
      2 ===
    1;

  test('its list, its counts and its tiles are those of the cases in it', async () => {
    const inside = (await lines({ desk: 'all' })).filter(isInside);
    expect([inside.length > 3, inside.length < 20]).toEqual([true, true]);
    const listed = await lines({ desk: 'all', area });
    expect(listed.map(({ id }) => id).toSorted()).toEqual(inside.map(({ id }) => id).toSorted());
    expect(sum(await tile(whole, { desk: 'all', area }))).toBe(inside.length);
    const told = await counts({ desk: 'all', area });
    expect([told.total, told.states.reduce((all, { count }) => all + count, 0)]).toEqual([
      inside.length,
      inside.length,
    ]);
  });

  test('its counts by state, type, age and unit equal those of the database', async () => {
    const inside = (await lines({ desk: 'all' })).filter(isInside);
    const told = await counts({ desk: 'all', area });
    const rows = await town.world.asSystem(
      async ({ db }) =>
        (
          await sql<{ type: string | null; lead: string | null; state: string; days: number }>`
            select type, lead, state, extract(epoch from ${town.world.clock.now()}::timestamptz - reported_at) / 86400 as days
              from cases."case" where id = any(${inside.map(({ id }) => id)}::uuid[])`.execute(db)
        ).rows,
    );
    const tally = (of: (row: (typeof rows)[number]) => string | null) =>
      [...Map.groupBy(rows, of)].map(([key, found]) => `${key} ${found.length}`).toSorted();
    const said = (items: readonly { key: string | null; count: number }[]) =>
      items.flatMap(({ key, count }) => (count === 0 ? [] : [`${key} ${count}`])).toSorted();
    expect(said(told.types)).toEqual(tally(({ type }) => type));
    expect(said(told.leads)).toEqual(tally(({ lead }) => lead));
    expect(said(told.ages)).toEqual(
      tally(({ days }) => (days < 7 ? 'week' : days < 30 ? 'month' : 'quarter')),
    );
    expect(said(told.states)).toEqual(
      tally(({ state }) => (['dispatched', 'handling'].includes(state) ? 'handling' : 'waiting')),
    );
  });

  test('an area whose sides cross is refused with what to do', async () => {
    const crossed = [corners[0], corners[2], corners[1], corners[3]]
      .map((corner) => corner.join(','))
      .join(';');
    const reply = await get(`/map/counts?${search({ area: crossed })}`);
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'grids.area_unusable']);
  });
});

describe('the table beside the map', () => {
  test('every grid of the street has its line, and the lines add up', async () => {
    const rows = await grids({});
    expect(rows.map((row) => row.grid).toSorted()).toEqual(['c01-g01', 'c01-g02', 'c02-g01', 'c02-g02']);
    expect(rows.reduce((total, row) => total + row.total, 0)).toBe(30);
    const first = rows.find((row) => row.grid === 'c01-g01');
    expect(first).toMatchObject({
      community: 'c01',
      workers: 1,
      total: (await lines({ desk: 'open', grid: 'c01-g01' })).length,
      waiting: (await lines({ desk: 'open', grid: 'c01-g01' })).filter(
        ({ state }) => !['dispatched', 'handling'].includes(state),
      ).length,
    });
  });

  test('a narrowed table has the lines of its community alone', async () =>
    expect((await grids({ community: 'c02' })).map((row) => row.grid)).toEqual(['c02-g01', 'c02-g02']));
});

describe('open as of a day', () => {
  test('only what was reported by then and had not ended is counted', async () => {
    const before = await counts({ openOn: '2026-11-24' });
    const later = await counts({ openOn: '2026-12-08' });
    expect([before.total, later.total]).toEqual([20, 30]);
    expect((await counts({ openOn: '2026-11-01' })).total).toBe(0);
  });

  test('what ended afterwards counts as open on the day', async () => {
    const id = await town.inHand();
    const day = town.world.clock.now().toISOString().slice(0, 10);
    const open = (await counts({ openOn: day })).total;
    town.world.clock.advance({ days: 2 });
    await town.handle(id);
    await town.check(id);
    await town.close(id);
    town.world.clock.advance({ minutes: 1 });
    expect((await counts({ openOn: day })).total).toBe(open);
    expect((await lines({ desk: 'all', openOn: day })).some((line) => line.id === id)).toBe(true);
    expect((await lines({ desk: 'open' })).some((line) => line.id === id)).toBe(false);
  });
});

describe('possible duplicates', () => {
  test('two open cases that lie near and read alike are a pair; once one is joined to the other, they are none', async () => {
    const take = (text: string, east: number) =>
      town.done<{ caseId: string; no: string }>(town.intake, '/cases', {
        text,
        address: '寒山二格',
        channel: 'upstream',
        lng: places['c02-g02'].lng + east,
        lat: places['c02-g02'].lat,
      });
    const first = await take('寒山桥头路灯不亮，晚上看不清', 0);
    const second = await take('寒山桥头的路灯不亮', 0.0005);
    await take('寒山桥头有人乱倒垃圾', 0.0002);
    const pairs = async () =>
      (await get(`/map/pairs?${search({ grid: 'c02-g02' })}`)).json<{ items: NearPair[] }>().items;
    expect((await pairs()).map(({ a, b }) => [a.no, b.no].toSorted())).toEqual([
      [first.no, second.no].toSorted(),
    ]);
    await town.done(town.intake, '/merges', {
      into: first.caseId,
      from: [second.caseId],
      reason: '同一处路灯',
    });
    expect(await pairs()).toEqual([]);
  });
});
