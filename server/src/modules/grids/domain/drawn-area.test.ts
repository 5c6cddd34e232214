import { expect, test } from 'vitest';
import { quadRangesOf, readArea } from './drawn-area.ts';
import { quadOf } from './mercator.ts';

test('an area is read corner by corner', () =>
  expect(readArea('120.15,31.22;120.16,31.22;120.16,31.23')).toEqual([
    [120.15, 31.22],
    [120.16, 31.22],
    [120.16, 31.23],
  ]));

test.each([
  ['sides that cross', '120.15,31.22;120.16,31.23;120.16,31.22;120.15,31.23'],
  ['corners on one line', '120.15,31.22;120.16,31.23;120.17,31.24'],
  ['a latitude beyond the pole', '120.15,31.22;120.16,91;120.16,31.23'],
])('an area with %s is refused', (_, text) =>
  expect(() => readArea(text)).toThrow(expect.objectContaining({ code: 'grids.area_unusable' })),
);

test('the ranges of an area are few and hold every place in it', () => {
  const area = readArea('120.1512,31.2213;120.1688,31.2231;120.1641,31.2379;120.1523,31.2311');
  const ranges = quadRangesOf(area);
  expect(ranges.length).toBeLessThanOrEqual(16);
  for (let lng = 120.1525; lng < 120.164; lng += 0.0007)
    for (let lat = 31.2235; lat < 31.231; lat += 0.0007) {
      const quad = quadOf([lng, lat]);
      expect(ranges.some(({ from, below }) => quad >= from && quad < below)).toBe(true);
    }
});
