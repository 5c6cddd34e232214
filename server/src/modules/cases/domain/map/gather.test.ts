import { expect, test } from 'vitest';
import { gather, type Spot } from './gather.ts';

const square = { x: 1000, y: 2000, side: 800 };
const spot = (x: number, y: number, more: Partial<Spot> = {}): Spot => ({
  x,
  y,
  kind: 0,
  count: 1,
  late: 0,
  ...more,
});

test('what lies in one bin is counted together, kind by kind', () => {
  const found = gather(
    [spot(1010, 2010, { kind: 1, count: 3, late: 1 }), spot(1090, 2090), spot(1790, 2790)],
    square,
    8,
  );
  expect(found.map(({ count, late, kinds }) => ({ count, late, kinds }))).toEqual([
    { count: 4, late: 1, kinds: [1, 3] },
    { count: 1, late: 0, kinds: [1] },
  ]);
});

test('nothing of a neighbouring tile is counted', () =>
  expect(gather([spot(999, 2010), spot(1800, 2010), spot(1010, 1999)], square, 8)).toEqual([]));

test('a cluster keeps away from the edge of its bin, so that neighbours can be read', () => {
  const [left, right] = gather([spot(1099, 2050), spot(1100, 2050)], square, 8);
  expect(right!.x - left!.x).toBeGreaterThan((4096 / 8) * 0.4);
});
