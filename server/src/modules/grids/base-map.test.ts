import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '#test/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({
    env: {
      MAP_BASE_TILES: 'http://127.0.0.1:8419/{z}/{x}/{y}.png?tk=1',
      MAP_BASE_ATTRIBUTION: '示范底图 GS(2026)0001号',
      MAP_BASE_CRS: 'GCJ02',
    },
  });
});
afterAll(() => world.close());

test('the base map of an operator is told to the page, and the policy lets its one host in', async () => {
  const reply = await world.as(null).get('/api/map');
  expect(reply.json()).toMatchObject({
    base: {
      tiles: 'http://127.0.0.1:8419/{z}/{x}/{y}.png?tk=1',
      attribution: '示范底图 GS(2026)0001号',
      drawnIn: 'GCJ02',
    },
  });
  expect(String(reply.headers['content-security-policy']).match(/https?:[^ ;]*/g)).toEqual([
    'http://127.0.0.1:8419',
    'http://127.0.0.1:8419',
  ]);
});
