import { expect, test } from 'vitest';
import type { Position } from '../../src/modules/grids/domain/geojson.ts';
import { compileGrids, locate } from '../../src/modules/grids/domain/grid-index.ts';
import { checkLayer } from '../../src/modules/grids/domain/layer.ts';
import { Random } from '../names/random.ts';
import { generateOver, type PlainStreet } from './over.ts';

const options = { seed: 1, id: 'city', code: '000000002', zh: '外城', en: 'City' };

function problemsOf(street: PlainStreet) {
  return [
    ...checkLayer({ code: street.code, shape: street.outline.shape }, street.communities, 0.01),
    ...street.communities.flatMap((community) =>
      checkLayer(
        community,
        street.grids.filter((grid) => grid.community === community.id),
        0.01,
      ),
    ),
  ];
}

test('a foreign city’s requests all lie in grids that tile the city, small where requests are many', () => {
  const random = new Random('requests');
  const points = Array.from({ length: 3000 }, (_, i): Position =>
    i % 3 === 0
      ? [random.between(-118.6, -118.2), random.between(33.8, 34.3)]
      : [random.normal(-118.3, 0.03), random.normal(34.05, 0.02)],
  );
  const street = generateOver({ points }, { ...options, communities: 8, gridsPerCommunity: 10 });
  expect([street.communities.length, street.grids.length]).toEqual([8, 80]);
  expect(problemsOf(street)).toEqual([]);
  const index = compileGrids(street.grids.map(({ id, shape }) => ({ code: id, shape })));
  expect(points.filter(([lng, lat]) => locate(index, lng, lat) === null)).toEqual([]);
  const sizes = street.grids.map(({ squareMetres }) => squareMetres).sort((a, b) => a - b);
  expect((sizes.at(-1) ?? 0) / (sizes[0] ?? 1)).toBeGreaterThan(20);
});

test('an extent alone is divided evenly, with twenty communities of twenty grids unless told otherwise', () => {
  const street = generateOver({ box: { west: -118.5, south: 33.9, east: -118.2, north: 34.2 } }, options);
  expect([street.communities.length, street.grids.length]).toEqual([20, 400]);
  expect(problemsOf(street)).toEqual([]);
  expect(new Set(street.grids.map(({ code }) => code)).size).toBe(400);
});

test('the same seed divides a city the same way, and places off the Earth are left out', () => {
  const points: Position[] = [
    [8.5, 47.3],
    [8.6, 47.4],
    [8.55, 47.42],
    [999, 999],
  ];
  const few = { ...options, communities: 2, gridsPerCommunity: 3 };
  expect(generateOver({ points }, few)).toEqual(generateOver({ points: points.slice(0, 3) }, few));
});
