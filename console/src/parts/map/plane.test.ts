import { expect, test } from 'vitest';
import { boxOnto, planeOf } from './plane.ts';

const corner = [120.1563, 31.2287] as const;

test('what is drawn over a shifted base map comes back where it really lies', () => {
  const { onto, back } = planeOf('GCJ02');
  const [lng, lat] = back(onto(corner));
  expect([Math.abs(lng - corner[0]) < 1e-8, Math.abs(lat - corner[1]) < 1e-8]).toEqual([true, true]);
  const metres = Math.hypot((onto(corner)[0] - corner[0]) * 95_000, (onto(corner)[1] - corner[1]) * 111_000);
  expect([metres > 300, metres < 700]).toEqual([true, true]);
});

test('without one nothing moves', () => {
  const box = { west: 120.1, south: 31.2, east: 120.2, north: 31.3 };
  expect(boxOnto(planeOf('WGS84'), box)).toEqual(box);
});
