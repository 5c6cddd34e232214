import { expect, test } from 'vitest';
import { readShape } from './shape-input.ts';

const ring = [
  [120, 31],
  [120.01, 31],
  [120.01, 31.01],
  [120, 31],
];

test('a boundary is read from a geometry or a feature, and heights are dropped', () => {
  const shape = { type: 'Polygon', coordinates: [ring] };
  expect(readShape(shape)).toEqual(shape);
  const feature = {
    type: 'Feature',
    properties: {},
    geometry: { type: 'MultiPolygon', coordinates: [[ring.map((p) => [...p, 3.5])]] },
  };
  expect(readShape(feature)).toEqual({ type: 'MultiPolygon', coordinates: [[ring]] });
});

test.each([
  null,
  'Polygon',
  { type: 'Point', coordinates: [120, 31] },
  { type: 'Polygon' },
  { type: 'Polygon', coordinates: [] },
  { type: 'Polygon', coordinates: [[['120', '31']]] },
  { type: 'Feature', geometry: null },
])('what is no boundary is refused with what to send instead: %j', (value) => {
  expect(() => readShape(value)).toThrow('grids.shape_unusable');
});
