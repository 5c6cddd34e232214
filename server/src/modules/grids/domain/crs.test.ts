import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#platform/refusal.ts';
import { checkRange, convert, convertShape } from './crs.ts';
import { metresBetween } from '@fengqiao/contract/nearness.ts';
import type { Position } from './geojson.ts';

/** Pairs published with the open implementations of the formula: WGS84, then GCJ-02. */
const PAIRS: [Position, Position][] = [
  [
    [121.5272106, 31.1774276],
    [121.531541859215, 31.17530398364597],
  ],
  [
    [113.912316, 22.543847],
    [113.9171764808363, 22.540796131694766],
  ],
  [
    [116.377817, 39.911954],
    [116.38404722455657, 39.91334545536069],
  ],
];

describe('coordinates from web maps and surveyors', () => {
  test.each(PAIRS)('the known place %s is where the web map draws it', (wgs, gcj) => {
    const [lng, lat] = convert(wgs, 'WGS84', 'GCJ02');
    expect(lng).toBeCloseTo(gcj[0], 9);
    expect(lat).toBeCloseTo(gcj[1], 9);
  });

  test('a place taken from a web map comes back to where it was, below a ten-millionth of a degree', () => {
    const inChina = fc.tuple(
      fc.double({ min: 73, max: 134, noNaN: true }),
      fc.double({ min: 4, max: 53, noNaN: true }),
    );
    fc.assert(
      fc.property(inChina, (place) => {
        const back = convert(convert(place, 'WGS84', 'GCJ02'), 'GCJ02', 'WGS84');
        expect(Math.abs(back[0] - place[0])).toBeLessThan(1e-7);
        expect(Math.abs(back[1] - place[1])).toBeLessThan(1e-7);
      }),
    );
  });

  test('in the delta of the Yangtze the web map is some hundred metres off', () => {
    const place: Position = [120.15, 31.24];
    expect(metresBetween(place, convert(place, 'WGS84', 'GCJ02'))).toBeGreaterThan(300);
    expect(metresBetween(place, convert(place, 'WGS84', 'GCJ02'))).toBeLessThan(700);
  });

  test('outside China nothing is shifted', () => {
    expect(convert([-118.24, 34.05], 'WGS84', 'GCJ02')).toEqual([-118.24, 34.05]);
    expect(convert([8.54, 47.37], 'GCJ02', 'WGS84')).toEqual([8.54, 47.37]);
  });

  test('surveyors’ CGCS2000 is taken as it is, and shifted for web maps like WGS84', () => {
    const place: Position = [120.15, 31.24];
    expect(convert(place, 'CGCS2000', 'WGS84')).toEqual(place);
    expect(convert(place, 'CGCS2000', 'GCJ02')).toEqual(convert(place, 'WGS84', 'GCJ02'));
  });

  test('a converted boundary stays closed', () => {
    const ring: Position[] = [
      [120, 31],
      [120.01, 31],
      [120.01, 31.01],
      [120, 31],
    ];
    const shape = convertShape({ type: 'Polygon', coordinates: [ring] }, 'GCJ02', 'WGS84');
    const converted = shape.type === 'Polygon' ? shape.coordinates[0] : undefined;
    expect(converted?.at(-1)).toEqual(converted?.at(0));
  });

  test.each([[[31.2, 120.6]], [[181, 0]], [[Number.NaN, 3]], [[Infinity, 3]]])(
    'refuses %s as a place on Earth',
    (place) => {
      const call = () => checkRange([place[0] ?? 0, place[1] ?? 0]);
      expect(call).toThrow(Refusal);
      expect(call).toThrow('grids.coordinates_out_of_range');
    },
  );
});
