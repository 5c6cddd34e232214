import { expect, test } from 'vitest';
import type { Position, Ring, Shape } from './geojson.ts';
import { planeAt, toDegrees } from './plane.ts';
import { checkShape, rewind, squareMetres } from './shape.ts';

const plane = planeAt([120.15, 31.24]);
const ring = (...points: [number, number][]): Ring => {
  const degrees = points.map((point): Position => toDegrees(plane, point));
  return [...degrees, ...degrees.slice(0, 1)];
};
const square = (x: number, y: number, side: number) =>
  ring([x, y], [x + side, y], [x + side, y + side], [x, y + side]);
const kinds = (shape: Shape) => checkShape({ code: 'c01-g01', shape }).map((one) => one.kind);
const polygon = (...coordinates: Ring[]): Shape => ({ type: 'Polygon', coordinates });

test('a sound boundary has nothing wrong with it, with and without a hole', () => {
  expect(kinds(polygon(square(0, 0, 100)))).toEqual([]);
  expect(kinds(polygon(square(0, 0, 100), [...square(20, 20, 30)].reverse()))).toEqual([]);
});

test('area is in square metres, and a hole is taken off', () => {
  expect(squareMetres(polygon(square(0, 0, 100)))).toBeCloseTo(10_000, 0);
  expect(squareMetres(polygon(square(0, 0, 100), square(20, 20, 30)))).toBeCloseTo(9_100, 0);
  expect(
    squareMetres({ type: 'MultiPolygon', coordinates: [[square(0, 0, 10)], [square(50, 0, 10)]] }),
  ).toBeCloseTo(200, 0);
});

test('one square degree at the equator has its published area', () => {
  const shape = polygon([
    [0, -0.5],
    [1, -0.5],
    [1, 0.5],
    [0, 0.5],
    [0, -0.5],
  ]);
  expect(squareMetres(shape) / 12_308.8e6).toBeCloseTo(1, 3);
});

test('an open ring, a ring of three points and a ring without area are named', () => {
  expect(kinds(polygon(square(0, 0, 100).slice(0, -1)))).toEqual(['ring_not_closed']);
  expect(kinds(polygon(square(0, 0, 100).slice(0, 3)))).toEqual(['ring_too_short']);
  expect(kinds(polygon(ring([0, 0], [10, 0], [0, 0])))).toEqual(['no_area']);
  expect(kinds({ type: 'MultiPolygon', coordinates: [] })).toEqual(['no_area']);
});

test('a bow tie is found with the place where it crosses', () => {
  const [found] = checkShape({
    code: 'c01-g01',
    shape: polygon(ring([0, 0], [100, 100], [100, 0], [0, 80])),
  });
  expect(found?.kind).toBe('self_intersection');
  expect(found?.size).toBe(1);
  expect(found?.at?.[0]).toBeCloseTo(toDegrees(plane, [44.44, 44.44])[0], 6);
  expect(found?.zh).toContain('自相交 1 处');
});

test('a boundary that runs back over itself is found', () => {
  expect(
    kinds(polygon(ring([0, 0], [100, 0], [100, 100], [50, 100], [50, 150], [50, 100], [0, 100]))),
  ).toContain('self_intersection');
});

test('a boundary that touches itself in one point is allowed', () => {
  expect(kinds(polygon(ring([0, 0], [50, 50], [100, 0], [100, 100], [50, 50], [0, 100])))).toEqual([]);
});

test('a hole outside its ring and parts that overlap are named with their size', () => {
  expect(kinds(polygon(square(0, 0, 100), [...square(200, 0, 10)].reverse()))).toEqual(['hole_outside']);
  expect(kinds({ type: 'MultiPolygon', coordinates: [[square(0, 0, 100)], [square(20, 20, 10)]] })).toEqual([
    'parts_overlap',
  ]);
});

test('swapped coordinates are named before anything else', () => {
  expect(
    kinds(
      polygon([
        [31, 120],
        [31.1, 120],
        [31.1, 120.1],
        [31, 120],
      ]),
    ),
  ).toEqual(['coordinates_out_of_range']);
});

test('wrong winding is only a notice, and is turned', () => {
  const shape = polygon(square(0, 0, 100).toReversed(), square(10, 10, 10));
  const [found] = checkShape({ code: 'c01-g01', shape });
  expect([found?.kind, found?.severity, found?.size]).toEqual(['winding', 'notice', 2]);
  expect(kinds(rewind(shape))).toEqual([]);
});
