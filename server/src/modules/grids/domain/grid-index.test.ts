import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Position, Ring, UnitShape } from './geojson.ts';
import { compileGrids, locate, nearest, signedMetres } from './grid-index.ts';
import { isInside } from './ring.ts';

const corner: Position = [120.15, 31.24];
const size = 0.002;
const box = (column: number, row: number): Ring => {
  const [west, south] = [corner[0] + column * size, corner[1] + row * size];
  const [east, north] = [corner[0] + (column + 1) * size, corner[1] + (row + 1) * size];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
};
const codeOf = (column: number, row: number) => `c01-g${row}${column}`;
const units: UnitShape[] = [0, 1, 2, 3].flatMap((row) =>
  [0, 1, 2, 3].map((column) => ({
    code: codeOf(column, row),
    shape: { type: 'Polygon', coordinates: [box(column, row)] },
  })),
);
const index = compileGrids(units);

describe('which grid is a place in', () => {
  test('every place gets the answer that trying all grids gives', () => {
    const offBorder = fc.integer({ min: -500, max: 4500 }).map((n) => (n + 0.5) / 1000);
    fc.assert(
      fc.property(fc.tuple(offBorder, offBorder), ([x, y]) => {
        const point: Position = [corner[0] + x * size, corner[1] + y * size];
        const all = units.filter(
          ({ shape }) => shape.type === 'Polygon' && isInside(shape.coordinates, point),
        );
        expect(locate(index, point[0], point[1])).toBe(all[0]?.code ?? null);
        expect(all.length).toBeLessThan(2);
      }),
    );
  });

  test('on a shared border the lower code answers, whatever the order of import', () => {
    const reversed = compileGrids([...units].reverse());
    for (const one of [index, reversed]) {
      expect(locate(one, corner[0] + size, corner[1] + size / 2)).toBe(codeOf(0, 0));
      expect(locate(one, corner[0] + size, corner[1] + size)).toBe(codeOf(0, 0));
      expect(locate(one, corner[0] + 4 * size, corner[1] + 4 * size)).toBe(codeOf(3, 3));
    }
  });

  test('a hole belongs to whoever lies in it, or to nobody', () => {
    const hole = box(1, 1);
    const around: UnitShape = {
      code: 'a',
      shape: {
        type: 'Polygon',
        coordinates: [
          [
            [120.15, 31.24],
            [120.16, 31.24],
            [120.16, 31.25],
            [120.15, 31.25],
            [120.15, 31.24],
          ],
          hole.toReversed(),
        ],
      },
    };
    const [lng, lat] = [corner[0] + 1.5 * size, corner[1] + 1.5 * size];
    expect(locate(compileGrids([around]), lng, lat)).toBeNull();
    const inner: UnitShape = { code: 'b', shape: { type: 'MultiPolygon', coordinates: [[hole]] } };
    expect(locate(compileGrids([around, inner]), lng, lat)).toBe('b');
  });

  test('far away, and with no grids at all, nobody answers', () => {
    expect(locate(index, 0, 0)).toBeNull();
    expect(locate(compileGrids([]), corner[0], corner[1])).toBeNull();
    expect(nearest(compileGrids([]), corner[0], corner[1], 100)).toBeNull();
  });

  test('a place just outside is given to the nearest grid, within the limit only', () => {
    const outside: Position = [corner[0] - 0.0005, corner[1] + size / 2];
    const found = nearest(index, outside[0], outside[1], 60);
    expect(found?.code).toBe(codeOf(0, 0));
    expect(found?.metres).toBeCloseTo(47.7, 0);
    expect(nearest(index, outside[0], outside[1], 40)).toBeNull();
    expect(nearest(index, corner[0] + 0.0001, corner[1] + 0.0001, 40)).toEqual({
      code: codeOf(0, 0),
      metres: 0,
    });
  });

  test('the distance to a border is negative inside and positive outside', () => {
    expect(signedMetres(index, codeOf(0, 0), [corner[0] + 0.0005, corner[1] + size / 2])).toBeCloseTo(
      -47.7,
      0,
    );
    expect(signedMetres(index, codeOf(0, 0), [corner[0] - 0.0005, corner[1] + size / 2])).toBeCloseTo(
      47.7,
      0,
    );
    expect(signedMetres(index, 'nobody', corner)).toBeNull();
  });
});
