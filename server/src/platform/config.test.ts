import { expect, test } from 'vitest';
import { readSettings } from './config.ts';
import { areTellable } from './crypto/vault.ts';

const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
const DATABASE_URL = 'postgres://street@127.0.0.1/street';

test('the clock of a demo may run ahead, to see what time brings', () => {
  expect(readSettings({ MASTER_KEY, DEMO_AHEAD: '360' }).aheadMs).toBe(15 * 86_400_000);
  expect(readSettings({ MASTER_KEY }).aheadMs).toBe(0);
});

test('nobody moves the clock of a real street: neither with a database of its own nor with the demo off', () => {
  for (const real of [{ DATABASE_URL }, { DEMO: 'off' }])
    expect(() => readSettings({ MASTER_KEY, DEMO_AHEAD: '1', ...real })).toThrow(/DEMO_AHEAD/);
});

test('a demo with its known passwords never stands on a database that is not its own', () => {
  expect(() => readSettings({ MASTER_KEY, DATABASE_URL, DEMO: 'on' })).toThrow(/DEMO cannot be on/);
});

const base = {
  MAP_BASE_TILES: 'https://t0.tiles.example/{z}/{x}/{y}.png?tk=1',
  MAP_BASE_ATTRIBUTION: '天地图 GS(2026)0001号',
};

test('a base map is told with its maker, and what is not there is told', () => {
  expect(readSettings({ MASTER_KEY, ...base, MAP_BASE_CRS: 'GCJ02' }).baseMap).toEqual({
    tiles: base.MAP_BASE_TILES,
    attribution: base.MAP_BASE_ATTRIBUTION,
    drawnIn: 'GCJ02',
  });
  expect(readSettings({ MASTER_KEY }).baseMap).toBeNull();
});

test.each([
  [
    'without the number of the tile',
    { ...base, MAP_BASE_TILES: 'https://t0.tiles.example/{z}/{x}.png' },
    /MAP_BASE_TILES/,
  ],
  [
    'over an open line',
    { ...base, MAP_BASE_TILES: 'http://t0.tiles.example/{z}/{x}/{y}.png' },
    /MAP_BASE_TILES/,
  ],
  ['without its maker', { ...base, MAP_BASE_ATTRIBUTION: '' }, /MAP_BASE_ATTRIBUTION/],
  ['in coordinates nobody knows', { ...base, MAP_BASE_CRS: 'BD09' }, /MAP_BASE_CRS/],
])('a base map %s is refused', (_, env, said) =>
  expect(() => readSettings({ MASTER_KEY, ...env })).toThrow(said),
);

test('a key that what it seals cannot be told apart from the one before it is refused, as a change would pass it over', () => {
  const previous = Buffer.from(MASTER_KEY, 'base64');
  const collides = Array.from({ length: 4_096 }, (_, n) => {
    const key = Buffer.alloc(32);
    key.writeUInt32BE(n + 1);
    return key;
  }).find((masterKey) => !areTellable({ masterKey, previousKey: previous }));
  const change = { MASTER_KEY_PREVIOUS: MASTER_KEY, INDEX_KEY: MASTER_KEY };
  const start = (key: Buffer | undefined) => () =>
    readSettings({ MASTER_KEY: key?.toString('base64'), ...change });
  expect(collides).toBeDefined();
  expect(start(collides)).toThrow(/MASTER_KEY has the same number as a key before it/);
  expect(start(Buffer.alloc(32, 9))).not.toThrow();
  const care = { CARE_KEY: collides?.toString('base64'), CARE_KEY_PREVIOUS: MASTER_KEY };
  expect(() => readSettings({ MASTER_KEY, ...care })).toThrow(/CARE_KEY has the same number/);
});
