import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxOfTile, fromSquare, quadAt, quadOf, quadsOf, stepsOf, tilesOver, toSquare } from './mercator.ts';

const place = fc.tuple(
  fc.double({ min: 73, max: 135, noNaN: true }),
  fc.double({ min: 18, max: 54, noNaN: true }),
);

test('a place comes back from the square it was laid on', () =>
  fc.assert(
    fc.property(place, ([lng, lat]) => {
      const [back, high] = fromSquare(toSquare([lng, lat]));
      expect([Math.abs(back - lng) < 1e-9, Math.abs(high - lat) < 1e-9]).toEqual([true, true]);
    }),
  ));

test('the steps of a quad are those it was made of, to its last bit', () =>
  fc.assert(
    fc.property(fc.nat(2 ** 26 - 1), fc.nat(2 ** 26 - 1), (x, y) => {
      expect(stepsOf(quadAt(x, y))).toEqual([x, y]);
    }),
  ));

test('whatever lies in a tile has a quad in its range, and nothing else has', () =>
  fc.assert(
    fc.property(place, fc.integer({ min: 0, max: 20 }), ([lng, lat], z) => {
      const [x, y] = toSquare([lng, lat]).map((share) => Math.floor(share * 2 ** z));
      const quad = quadOf([lng, lat]);
      const { from, below } = quadsOf({ z, x: x!, y: y! });
      const beside = quadsOf({ z, x: (x! + 1) % 2 ** z, y: y! });
      expect([quad >= from, quad < below]).toEqual([true, true]);
      expect(z === 0 || quad < beside.from || quad >= beside.below).toBe(true);
    }),
  ));

test('a box is covered by the tiles it meets', () => {
  const box = { west: 120.14, south: 31.21, east: 120.18, north: 31.245 };
  const tiles = tilesOver(box, 14);
  const boxes = tiles.map(boxOfTile);
  expect(Math.min(...boxes.map(({ west }) => west))).toBeLessThanOrEqual(box.west);
  expect(Math.max(...boxes.map(({ east }) => east))).toBeGreaterThanOrEqual(box.east);
  expect(Math.min(...boxes.map(({ south }) => south))).toBeLessThanOrEqual(box.south);
  expect(Math.max(...boxes.map(({ north }) => north))).toBeGreaterThanOrEqual(box.north);
  expect(tiles.length).toBeLessThanOrEqual(9);
});
