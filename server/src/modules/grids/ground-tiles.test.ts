import { gunzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStreet } from '#platform/street.ts';
import { layGround } from '#modules/grids';
import { laySquares, places } from '#test/ground.ts';
import { layUnits } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { groundOf } from '#town/life/ground.ts';
import { makeStreet } from '#town/street/street.ts';
import { convert } from './domain/crs.ts';
import { toSquare } from './domain/mercator.ts';

const OTHER = 'hanshan';
let world: World;

beforeAll(async () => {
  world = await startWorld();
  await createStreet(world.platform.db, {
    id: OTHER,
    nameZh: '寒山街道',
    nameEn: 'Hanshan',
    prefix: 'HS',
    now: world.clock.now(),
  });
  await world.asSystem(async (work) => {
    await layUnits(work);
    await laySquares(work);
    const { buildings, features } = groundOf(makeStreet('tingfeng-2026'));
    await layGround(work, {
      areas: [],
      buildings: buildings.slice(0, 400).map((one) => ({ ...one, grid: 'c02-g01' })),
      features,
    });
  });
});
afterAll(() => world.close());

const tileAt = (lng: number, lat: number, z: number) => {
  const [x, y] = toSquare([lng, lat]).map((share) => Math.floor(share * 2 ** z));
  return `${z}/${x}/${y}`;
};
const { lng, lat } = places['c01-g01'];
const here = tileAt(lng, lat, 15);
const get = (tile: string, headers: Record<string, string> = {}) =>
  world.as(null).get(`/api/map/ground/${tile}`, { headers });
const layersIn = (bytes: Buffer) => new VectorTile(new PbfReader(bytes)).layers;
const valuesOf = (bytes: Buffer, layer: string, name: string) => {
  const found = layersIn(bytes)[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, i) => found?.feature(i).properties[name]);
};

describe('the ground as tiles', () => {
  test('a tile holds what lies there: borders, roads, water, buildings and names in both languages', async () => {
    const reply = await get(tileAt(120.1563, 31.2287, 14));
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([
      200,
      'application/vnd.mapbox-vector-tile',
    ]);
    expect(Object.keys(layersIn(reply.rawPayload)).toSorted()).toEqual(
      ['area', 'building', 'green', 'name', 'place', 'road', 'water'].toSorted(),
    );
    expect(new Set(valuesOf(reply.rawPayload, 'area', 'level'))).toEqual(
      new Set(['street', 'community', 'grid']),
    );
    expect(valuesOf(reply.rawPayload, 'name', 'zh')).toContain('听枫一格');
    const roads = layersIn(reply.rawPayload)['road'];
    expect(roads?.feature(0).properties).toMatchObject({
      zh: expect.stringMatching(/\p{Script=Han}/u),
      en: expect.stringMatching(/[A-Z]/),
      width: expect.any(Number),
    });
  });

  test('a border stands in its tile where it was surveyed', async () => {
    const reply = await get(here);
    const names = layersIn(reply.rawPayload)['area'];
    const grids = Array.from({ length: names?.length ?? 0 }, (_, i) => names?.feature(i)).filter(
      (one) => one?.properties['unit'] === 'c01-g01',
    );
    const [z = 0, x = 0, y = 0] = here.split('/').map(Number);
    const [corner] = [grids[0]?.toGeoJSON(x, y, z)].map((one) =>
      JSON.stringify(one?.geometry).match(/120\.1[56]\d*/g),
    );
    expect(corner?.every((text) => Number(text) >= 120.1499 && Number(text) <= 120.1601)).toBe(true);
  });

  test('it travels packed, is kept by its tag, and for a day where its address names its edition', async () => {
    const { edition } = (await world.as(null).get('/api/map')).json<{ edition: string }>();
    const packed = await get(here, { 'accept-encoding': 'gzip, br' });
    const plain = await get(here);
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.rawPayload)).toEqual(plain.rawPayload);
    expect((await get(here, { 'if-none-match': String(plain.headers.etag) })).statusCode).toBe(304);
    expect((await get(`${here}?edition=${edition}`)).headers['cache-control']).toBe('private, max-age=86400');
    expect((await get(`${here}?edition=older`)).headers['cache-control']).toBe('private, no-cache');
  });

  test('a renamed grid is another edition', async () => {
    const before = (await world.as(null).get('/api/map')).json<{ edition: string }>().edition;
    await world.asSystem(({ db }) =>
      db.updateTable('identity.unit').set({ name_zh: '新听枫' }).where('id', '=', 'c02-g02').execute(),
    );
    const { edition } = (await world.as(null).get('/api/map')).json<{ edition: string }>();
    expect(edition).not.toBe(before);
  });

  test('nothing lies outside the street, and another street shows none of it', async () => {
    expect((await get(tileAt(places.outside.lng, places.outside.lat, 15))).statusCode).toBe(404);
    expect((await get(here, { 'x-street': OTHER })).json()).toMatchObject({ code: 'platform.not_found' });
    const other = await world.as(null).get('/api/map', { headers: { 'x-street': OTHER } });
    expect(other.json()).toMatchObject({ box: null });
  });

  test.each([
    ['15/99999/99999', 'grids.tile_out_of_range'],
    ['2/4/0', 'grids.tile_out_of_range'],
    ['15/-1/3', 'platform.invalid_input'],
    ['21/0/0', 'platform.invalid_input'],
    ['a/b/c', 'platform.invalid_input'],
  ])('the tile %s is refused', async (tile, code) => {
    const reply = await get(tile);
    expect([reply.statusCode, reply.json().code]).toEqual([400, code]);
  });

  test('over a base map in GCJ-02 the ground moves with it', async () => {
    const [east, north] = convert([lng, lat], 'WGS84', 'GCJ02');
    const reply = await get(`${tileAt(east, north, 16)}?drawnIn=GCJ02`);
    const [z = 0, x = 0, y = 0] = tileAt(east, north, 16).split('/').map(Number);
    const names = layersIn(reply.rawPayload)['building'];
    const shown = Array.from({ length: names?.length ?? 0 }, (_, i) => names?.feature(i).toGeoJSON(x, y, z));
    const [near] = convert([lng, lat], 'WGS84', 'GCJ02');
    expect(
      shown.some((one) => {
        const [first = 0] =
          JSON.stringify(one?.geometry)
            .match(/\d+\.\d+/)
            ?.map(Number) ?? [];
        return Math.abs(first - near) < 2e-4;
      }),
    ).toBe(true);
  });
});
