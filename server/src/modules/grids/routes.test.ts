import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  AreaCollection,
  BaseCollection,
  FoundAddress,
  GridView,
  ImportView,
} from '@fengqiao/contract/grids.ts';
import { laySquares, places } from '#test/ground.ts';
import { layUnits, type TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { createStreet } from '#platform/street.ts';
import { layGround, locate } from '#modules/grids';
import { makeStreet } from '#town/street/street.ts';
import { groundOf } from '#town/life/ground.ts';
import { convert } from './domain/crs.ts';

const OTHER = 'hanshan';
const street = makeStreet('tingfeng-2026');
let world: World;
let admin: TestPerson;
let worker: TestPerson;

beforeAll(async () => {
  world = await startWorld();
  await createStreet(world.platform.db, {
    id: OTHER,
    nameZh: '寒山街道',
    nameEn: 'Hanshan',
    prefix: 'HS',
    now: world.clock.now(),
  });
  admin = await world.person('admin');
  worker = await world.person('grid_worker', 'c01-g01');
  await world.asSystem(laySquares);
  await world.asSystem(async (work) => {
    await layUnits(work);
    const { buildings, features } = groundOf(street);
    await layGround(work, {
      areas: [],
      buildings: buildings.slice(0, 400).map((one) => ({ ...one, grid: 'c02-g01' })),
      features,
    });
  }, OTHER);
});
afterAll(() => world.close());

const there = { headers: { 'x-street': OTHER } };
const items = async <T>(path: string, sent = {}): Promise<T[]> =>
  (await world.as(null).get(path, sent)).json().items;

describe('what is published of the grids', () => {
  test('anyone reads a grid’s extent, its worker’s name and where to complain', async () => {
    const [first] = await items<GridView>('/api/grids?community=c01');
    expect(first).toMatchObject({
      id: 'c01-g01',
      name: { zh: '听枫一格' },
      community: { id: 'c01' },
      workers: [worker.name],
      supervisionPhone: '12345',
      box: { west: 120.15, north: 31.23 },
    });
    expect(await items('/api/grids')).toHaveLength(4);
  });

  test('a worker whose post has ended is no longer named', async () => {
    const left = await world.person('grid_worker', 'c02-g02');
    const now = world.clock.now();
    await world.asSystem(({ db }) =>
      db.updateTable('identity.post').set({ valid_to: now }).where('id', '=', left.post).execute(),
    );
    const named = await items<GridView>('/api/grids?community=c02');
    expect(named.map(({ workers }) => workers)).toEqual([[], []]);
  });

  test('the phone of supervision is the community’s, where it has one', async () => {
    await world.asSystem(({ db }) =>
      db.updateTable('identity.unit').set({ phone: '0512-65500001' }).where('id', '=', 'c02').execute(),
    );
    expect((await items<GridView>('/api/grids?community=c02'))[0]?.supervisionPhone).toBe('0512-65500001');
  });

  test('another street’s grids are never seen', async () => {
    expect(await items('/api/grids', there)).toEqual([]);
    const areas = (await world.as(null).get('/api/grids/areas', there)).json<AreaCollection>();
    expect(areas.features).toEqual([]);
    const found = await items<FoundAddress>('/api/grids/addresses?q=8号', there);
    expect([found.length > 0, found.some(({ address }) => address === '橹声路 8 号 1 幢')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('the map', () => {
  test('boundaries come by level, are kept by the browser, and travel packed', async () => {
    const reply = await world
      .as(null)
      .get('/api/grids/areas?level=grid', { headers: { 'accept-encoding': 'gzip, br' } });
    const areas: AreaCollection = JSON.parse(brotliDecompressSync(reply.rawPayload).toString());
    expect(areas.features.map(({ id }) => id)).toEqual(['c01-g01', 'c01-g02', 'c02-g01', 'c02-g02']);
    expect(new Set(areas.features[0]?.geometry.coordinates.flat().map(String))).toEqual(
      new Set(['120.15,31.22', '120.16,31.22', '120.16,31.23', '120.15,31.23']),
    );
    const again = await world
      .as(null)
      .get('/api/grids/areas?level=grid', { headers: { 'if-none-match': String(reply.headers.etag) } });
    expect([again.statusCode, again.body, reply.headers['cache-control']]).toEqual([
      304,
      '',
      'private, no-cache',
    ]);
  });

  test('a renamed grid is told at once', async () => {
    const before = await world.as(null).get('/api/grids/areas');
    await world.asSystem(({ db }) =>
      db
        .updateTable('identity.unit')
        .set({ name_zh: '寒山新格' })
        .where('id', '=', 'c02-g02')
        .where('street', '=', 'tingfeng')
        .execute(),
    );
    const after = await world
      .as(null)
      .get('/api/grids/areas', { headers: { 'if-none-match': String(before.headers.etag) } });
    expect([after.statusCode, after.body.includes('寒山新格')]).toEqual([200, true]);
  });

  test('the base map is drawn from roads, water, places and buildings', async () => {
    const base = async (kind: string) =>
      (await world.as(null).get(`/api/grids/base?kind=${kind}`, there)).json<BaseCollection>().features;
    const [road, water, place, building] = [
      await base('road'),
      await base('water'),
      await base('place'),
      await base('building'),
    ];
    expect([road.length, water.length, place.length, building.length]).toEqual([
      street.roads.length,
      street.water.length,
      street.places.length,
      400,
    ]);
    expect(road[0]).toMatchObject({
      geometry: { type: 'LineString' },
      properties: { subkind: expect.any(String), width: expect.any(Number) },
    });
    expect(building[0]).toMatchObject({
      geometry: { type: 'Polygon' },
      properties: { floors: expect.any(Number) },
    });
  });
});

describe('finding a place', () => {
  const whereIs = async (query: string) => (await world.as(null).get(`/api/grids/locate?${query}`)).json();
  const { lng, lat } = places['c01-g01'];

  test('a place has its community, its grid and the nearest address', async () => {
    expect(await whereIs(`lng=${lng}&lat=${lat}`)).toEqual({
      lng,
      lat,
      inside: true,
      community: { id: 'c01', name: { zh: '听枫社区', en: 'c01' } },
      grid: { id: 'c01-g01', name: { zh: '听枫一格', en: 'c01-g01' } },
      address: '橹声路 8 号 1 幢',
    });
  });

  test('a point of a Chinese web map is the same place once its system is named', async () => {
    const [x, y] = convert([lng, lat], 'WGS84', 'GCJ02');
    expect(await whereIs(`lng=${x}&lat=${y}&crs=GCJ02`)).toMatchObject({
      lng: expect.closeTo(lng, 6),
      lat: expect.closeTo(lat, 6),
      address: '橹声路 8 号 1 幢',
    });
    expect(await whereIs(`lng=${lng}&lat=${lat}&crs=CGCS2000`)).toMatchObject({ lng, lat });
  });

  test('outside the street there is nothing, and a system nobody knows is refused', async () => {
    expect(await whereIs('lng=121&lat=31')).toMatchObject({
      inside: false,
      community: null,
      grid: null,
      address: null,
    });
    expect(await whereIs('lng=121&lat=31&crs=BD09')).toMatchObject({ code: 'platform.invalid_input' });
  });

  test('an address is found by any part, with or without its spaces, and signs of a pattern are only signs', async () => {
    const find = async (q: string) =>
      (await items<FoundAddress>(`/api/grids/addresses?q=${encodeURIComponent(q)}`)).map(
        ({ address }) => address,
      );
    expect(await find('橹声路8号')).toEqual(['橹声路 8 号 1 幢']);
    expect(await find('1幢 橹声')).toEqual(['橹声路 8 号 1 幢']);
    expect(await find('８号')).toEqual(['橹声路 8 号 1 幢']);
    expect([await find('%'), await find('_'), await find('橹声路9')]).toEqual([[], [], []]);
  });

  test('at most ten come back, places among them, each with a point', async () => {
    const many = await items<FoundAddress>(`/api/grids/addresses?q=${encodeURIComponent('号')}`, there);
    expect(many).toHaveLength(10);
    const [school] = await items<FoundAddress>(
      `/api/grids/addresses?q=${encodeURIComponent('幼儿园')}`,
      there,
    );
    expect(school).toMatchObject({ lng: expect.closeTo(120.15, 0), lat: expect.closeTo(31.2, 0) });
  });
});

describe('importing boundaries', () => {
  const box = (west: number, south: number, east: number, north: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  });
  const feature = <T>(unit: string, geometry: T, more = {}) => ({
    type: 'Feature',
    properties: { unit, ...more },
    geometry,
  });
  const send = async (features: unknown[], { level = 'grid', crs = 'WGS84', dryRun = false } = {}) =>
    (
      await world
        .as(admin)
        .post('/api/grids/imports', { level, crs, dryRun, geojson: { type: 'FeatureCollection', features } })
    ).json();
  const west = feature('c01-g01', box(120.15, 31.22, 120.158, 31.23));
  const east = feature('c01-g02', box(120.158, 31.22, 120.17, 31.23));
  const gridOf = async (lng: number) =>
    (await world.as(null).get(`/api/grids/locate?lng=${lng}&lat=31.225`)).json().grid?.id;

  test.each([
    ['an overlap', [feature('c01-g01', box(120.15, 31.22, 120.162, 31.23))], 'overlap'],
    ['a gap', [feature('c01-g01', box(120.15, 31.22, 120.158, 31.23))], 'gap'],
    [
      'a part outside the community',
      [feature('c01-g02', box(120.16, 31.22, 120.172, 31.23))],
      'outside_parent',
    ],
    [
      'a boundary that crosses itself',
      [
        feature('c01-g01', {
          type: 'Polygon',
          coordinates: [
            [
              [120.15, 31.22],
              [120.16, 31.23],
              [120.16, 31.22],
              [120.15, 31.228],
              [120.15, 31.22],
            ],
          ],
        }),
      ],
      'self_intersection',
    ],
    ['the same unit twice', [west, west, east], 'duplicate_code'],
    [
      'the same code twice',
      [
        feature('c01-g01', box(120.15, 31.22, 120.16, 31.23), { code: '320508001001001' }),
        feature('c01-g02', box(120.16, 31.22, 120.17, 31.23), { code: '320508001001001' }),
      ],
      'duplicate_code',
    ],
    [
      'a malformed code',
      [feature('c01-g01', box(120.15, 31.22, 120.16, 31.23), { code: '12' })],
      'code_malformed',
    ],
    ['a unit nobody registered', [feature('c09-g01', box(120.15, 31.22, 120.16, 31.23))], 'unit_unknown'],
    ['a unit of another level', [feature('c01', box(120.15, 31.22, 120.17, 31.23))], 'unit_wrong_level'],
    [
      'a point for a boundary',
      [feature('c01-g01', { type: 'Point', coordinates: [120.15, 31.22] })],
      'shape_unusable',
    ],
    [
      'a ring left open',
      [
        feature('c01-g01', {
          type: 'Polygon',
          coordinates: [
            [
              [120.15, 31.22],
              [120.16, 31.22],
              [120.16, 31.23],
              [120.15, 31.23],
            ],
          ],
        }),
      ],
      'ring_not_closed',
    ],
    [
      'swapped coordinates',
      [
        feature('c01-g01', {
          type: 'Polygon',
          coordinates: [
            [
              [31.22, 120.15],
              [31.22, 120.16],
              [31.23, 120.16],
              [31.22, 120.15],
            ],
          ],
        }),
      ],
      'coordinates_out_of_range',
    ],
    [
      'a purpose nobody knows',
      [feature('c01-g01', box(120.15, 31.22, 120.16, 31.23), { purpose: 'own' })],
      'properties_unusable',
    ],
  ])('%s is named, and nothing is written', async (_what, features, kind) => {
    const said = await send(features);
    expect([said.applied, said.errors > 0]).toEqual([false, true]);
    expect(said.problems).toContainEqual(
      expect.objectContaining({ kind, severity: 'error', zh: expect.stringMatching(/[，。]/) }),
    );
    expect(await gridOf(120.159)).toBe('c01-g01');
  });

  test('a problem of area is shown with its size and a point to look at', async () => {
    const { problems } = await send([feature('c01-g01', box(120.15, 31.22, 120.162, 31.23))]);
    expect(problems).toContainEqual(
      expect.objectContaining({
        kind: 'overlap',
        unit: 'c01-g01',
        other: 'c01-g02',
        size: expect.closeTo(211_400, -4),
        at: [expect.closeTo(120.161, 3), expect.closeTo(31.225, 2)],
      }),
    );
  });

  test('a dry run only looks; the import itself moves the border, the buildings and every later answer at once', async () => {
    expect(await send([west, east], { dryRun: true })).toMatchObject({ units: 2, applied: false, errors: 0 });
    expect(await gridOf(120.159)).toBe('c01-g01');
    const tag = (await world.as(null).get('/api/grids/areas')).headers.etag;
    expect(
      await send([
        feature('c01-g01', box(120.15, 31.22, 120.153, 31.23)),
        feature('c01-g02', box(120.153, 31.22, 120.17, 31.23)),
      ]),
    ).toMatchObject({ applied: true, moved: 1, errors: 0 });
    expect(await gridOf(120.159)).toBe('c01-g02');
    expect(await world.asSystem((work) => locate(work, 120.155, 31.225))).toEqual({
      community: 'c01',
      grid: 'c01-g02',
    });
    expect(
      (await world.as(null).get('/api/grids/areas', { headers: { 'if-none-match': String(tag) } }))
        .statusCode,
    ).toBe(200);
    expect((await items<FoundAddress>('/api/grids/addresses?q=橹声'))[0]?.grid).toBe('c01-g02');
  });

  test('coordinates of a Chinese web map are taken as what they are', async () => {
    const shifted = (one: typeof west) => ({
      ...one,
      geometry: {
        ...one.geometry,
        coordinates: one.geometry.coordinates.map((ring) =>
          ring.map(([x = 0, y = 0]) => convert([x, y], 'WGS84', 'GCJ02')),
        ),
      },
    });
    expect((await send([shifted(west), shifted(east)])).errors).toBeGreaterThan(0);
    expect(await send([shifted(west), shifted(east)], { crs: 'GCJ02' })).toMatchObject({
      applied: true,
      errors: 0,
    });
    expect(await gridOf(120.1579)).toBe('c01-g01');
  });

  test('grids of a coded community get their codes in the order of reading', async () => {
    await world.asSystem(({ db }) =>
      db
        .updateTable('identity.unit')
        .set({ official_code: '320508001001' })
        .where('id', '=', 'c01')
        .execute(),
    );
    expect(await send([east, west])).toMatchObject({ applied: true });
    expect((await items<GridView>('/api/grids?community=c01')).map(({ id, code }) => [id, code])).toEqual([
      ['c01-g01', '320508001001001'],
      ['c01-g02', '320508001001002'],
    ]);
    expect(
      (await send([feature('c01-g01', west.geometry, { code: '320508001002001' }), east])).problems,
    ).toContainEqual(expect.objectContaining({ kind: 'code_not_under_parent' }));
  });

  test('a community drawn anew says which grids must follow, and does not wait for them', async () => {
    const said = await send(
      [
        feature('c01', box(120.15, 31.22, 120.17, 31.229)),
        feature('c02', box(120.15, 31.229, 120.17, 31.24)),
      ],
      { level: 'community' },
    );
    expect(said).toMatchObject({ applied: true, errors: 0 });
    expect(
      said.problems.map(({ unit, kind, severity }: { unit: string; kind: string; severity: string }) => [
        unit,
        kind,
        severity,
      ]),
    ).toContainEqual(['c01-g01', 'outside_parent', 'notice']);
  });

  test('a level without the one above it cannot be drawn', async () => {
    const far = await world.session({ role: 'admin', unit: 'street', street: OTHER });
    const reply = await world.as(far).post('/api/grids/imports', {
      level: 'grid',
      crs: 'WGS84',
      dryRun: false,
      geojson: { type: 'FeatureCollection', features: [west] },
    });
    expect(reply.json().problems).toContainEqual(expect.objectContaining({ kind: 'parent_missing' }));
    const outline = await world.as(far).post('/api/grids/imports', {
      level: 'street',
      crs: 'WGS84',
      dryRun: false,
      geojson: {
        type: 'FeatureCollection',
        features: [feature('street', box(120.15, 31.22, 120.17, 31.24))],
      },
    });
    expect(outline.json()).toMatchObject({ applied: true });
    expect(
      (await world.as(admin).get('/api/grids/imports'))
        .json()
        .items.every(({ level }: ImportView) => level !== 'street'),
    ).toBe(true);
    const own = (await world.as(far).get('/api/grids/imports')).json<{ items: ImportView[] }>().items;
    expect(own.map(({ level, applied }) => [level, applied])).toEqual([
      ['street', true],
      ['grid', false],
    ]);
  });

  test('what was tried is kept, page by page; nobody but an administrator draws or reads it', async () => {
    const page = (await world.as(admin).get('/api/grids/imports?limit=3')).json<{
      items: ImportView[];
      next: string;
    }>();
    expect(page.items[0]).toMatchObject({
      level: 'community',
      applied: true,
      madeBy: admin.name,
      crs: 'WGS84',
    });
    const next = (await world.as(admin).get(`/api/grids/imports?limit=3&after=${page.next}`)).json<{
      items: ImportView[];
    }>();
    expect(next.items.map(({ id }) => id).filter((id) => page.items.some((one) => one.id === id))).toEqual(
      [],
    );
    expect(
      (
        await world.as(worker).post('/api/grids/imports', {
          level: 'grid',
          crs: 'WGS84',
          dryRun: true,
          geojson: { type: 'FeatureCollection', features: [west] },
        })
      ).json(),
    ).toMatchObject({ code: 'platform.not_allowed' });
    expect((await world.as(worker).get('/api/grids/imports')).statusCode).toBe(403);
  });
});
