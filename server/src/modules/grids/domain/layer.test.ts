import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Position, Ring, UnitShape } from './geojson.ts';
import { checkLayer } from './layer.ts';
import { metresBetween } from '@fengqiao/contract/nearness.ts';
import { planeAt, toDegrees } from './plane.ts';
import { rewind } from './shape.ts';

const plane = planeAt([120.15, 31.24]);
type Corners = readonly [number, number, number, number];
const box = ([west, south, east, north]: Corners): Ring => {
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return corners.map((point) => toDegrees(plane, point));
};
const unit = (code: string, corners: Corners): UnitShape => ({
  code,
  shape: { type: 'Polygon', coordinates: [box(corners)] },
});
const middleOf = (corners: Corners): Position =>
  toDegrees(plane, [(corners[0] + corners[2]) / 2, (corners[1] + corners[3]) / 2]);

const parent = unit('c01', [0, 0, 200, 100]);
const west = unit('g01', [0, 0, 100, 100]);
const east = unit('g02', [100, 0, 200, 100]);

describe('the units of a layer', () => {
  test('two grids that fill their community have nothing wrong', () => {
    expect(checkLayer(parent, [west, east])).toEqual([]);
  });

  test('a planted overlap is found with both codes, its size and its place', () => {
    const found = checkLayer(parent, [west, unit('g02', [90, 0, 200, 100])]);
    expect(found.map((one) => [one.kind, one.unit, one.other])).toEqual([['overlap', 'g01', 'g02']]);
    expect(found[0]?.size).toBeCloseTo(1000, 0);
    expect(metresBetween(found[0]?.at ?? [0, 0], middleOf([90, 0, 100, 100]))).toBeLessThan(50);
    expect(found[0]?.zh).toContain('g01 与 g02 重叠');
    expect(found[0]?.en).toContain('g01 and g02 overlap by');
  });

  test('a planted gap is found once, even when it touches other faces in a corner', () => {
    const found = checkLayer(parent, [west, unit('g02', [110, 0, 200, 100])]);
    expect(found.map((one) => [one.kind, one.unit, one.other])).toEqual([['gap', 'c01', null]]);
    expect(found[0]?.size).toBeCloseTo(1000, 0);
  });

  test('a gap in the middle of a grid, an island of nobody, is found', () => {
    const holed: UnitShape = {
      code: 'g01',
      shape: { type: 'Polygon', coordinates: [box([0, 0, 200, 100]), box([50, 40, 60, 50]).toReversed()] },
    };
    const found = checkLayer(parent, [holed]);
    expect(found.map((one) => [one.kind, Math.round(one.size)])).toEqual([['gap', 100]]);
    expect(checkLayer(parent, [holed, unit('g02', [50, 40, 60, 50])])).toEqual([]);
  });

  test('a community with no grid at all is one gap', () => {
    expect(checkLayer(parent, []).map((one) => [one.kind, Math.round(one.size / 10)])).toEqual([
      ['gap', 2000],
    ]);
  });

  test('a grid that leaves its community is found with the parent’s code', () => {
    const found = checkLayer(parent, [west, unit('g02', [100, 0, 200, 130])]);
    expect(found.map((one) => [one.kind, one.unit, one.other, Math.round(one.size / 10)])).toEqual([
      ['outside_parent', 'g02', 'c01', 300],
    ]);
  });

  test('a code used twice is found', () => {
    const kinds = checkLayer(parent, [west, { ...east, code: 'g01' }]).map((one) => one.kind);
    expect(kinds).toEqual(['duplicate_code']);
  });

  test('two surveys that differ by a hand’s breadth are let pass, by a stride they are not', () => {
    const near = unit('g02', [100.3, 0, 200, 100]);
    expect(checkLayer(parent, [west, near])).toEqual([]);
    expect(checkLayer(parent, [west, near], 0.1).map((one) => one.kind)).toEqual(['gap']);
    expect(checkLayer(parent, [west, unit('g02', [101, 0, 200, 100])]).map((one) => one.kind)).toEqual([
      'gap',
    ]);
  });

  test('a broken boundary is reported by itself and leaves its place empty', () => {
    const open: UnitShape = {
      code: 'g02',
      shape: { type: 'Polygon', coordinates: [box([100, 0, 200, 100]).slice(0, -1)] },
    };
    expect(checkLayer(parent, [west, open]).map((one) => one.kind)).toEqual(['ring_not_closed', 'gap']);
  });

  test('wherever rectangles are put, overlap and gap together balance the books', () => {
    const side = fc.integer({ min: 0, max: 160 });
    const rectangle = fc.tuple(
      side,
      side,
      fc.integer({ min: 20, max: 40 }),
      fc.integer({ min: 20, max: 40 }),
    );
    fc.assert(
      fc.property(fc.array(rectangle, { minLength: 1, maxLength: 2 }), (rectangles) => {
        const units = rectangles.map(([x, y, w, h], i) => unit(`g0${i}`, [x, y, x + w, y + h]));
        const whole = unit('c01', [0, 0, 200, 200]);
        const sizeOf = (kind: string) =>
          checkLayer(whole, units, 0)
            .filter((one) => one.kind === kind)
            .reduce((sum, one) => sum + one.size, 0);
        const areas = rectangles.reduce((sum, [, , w, h]) => sum + w * h, 0);
        expect(Math.abs(sizeOf('gap') - (40_000 - areas + sizeOf('overlap')))).toBeLessThan(60);
      }),
      { numRuns: 60 },
    );
  });

  test('the books balance for crooked pieces too', () => {
    const corner = fc.tuple(fc.integer({ min: 5, max: 195 }), fc.integer({ min: 5, max: 195 }));
    const triangle = fc
      .tuple(corner, corner, corner)
      .filter(([a, b, c]) => Math.abs(doubleArea(a, b, c)) > 200);
    fc.assert(
      fc.property(triangle, triangle, (first, second) => {
        const pieces = [first, second];
        const units = pieces.map((piece, i): UnitShape => {
          const ring = [...piece, ...piece.slice(0, 1)].map((point) => toDegrees(plane, point));
          return { code: `g0${i}`, shape: rewind({ type: 'Polygon', coordinates: [ring] }) };
        });
        const found = checkLayer(unit('c01', [0, 0, 200, 200]), units, 0);
        const sizeOf = (kind: string) =>
          found.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.size, 0);
        const areas = pieces.reduce((sum, [a, b, c]) => sum + Math.abs(doubleArea(a, b, c)) / 2, 0);
        expect(Math.abs(sizeOf('gap') - (40_000 - areas + sizeOf('overlap')))).toBeLessThan(40);
      }),
      { numRuns: 100 },
    );
  });
});

function doubleArea(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
