import { expect, test } from 'vitest';
import { makeStreet } from '../../../../town/street/street.ts';
import { ringsOf, type Shape } from './geojson.ts';
import { checkLayer } from './layer.ts';
import { planeAround, toPlane } from './plane.ts';
import { distanceToRings } from './ring.ts';
import { rounded, simplifyTogether } from './simplify.ts';

const street = makeStreet('tingfeng-2026');
const shapes: Shape[] = [
  street.outline.shape,
  ...street.communities.map(({ shape }) => shape),
  ...street.grids.map(({ shape }) => shape),
];
const thin = simplifyTogether(shapes, 1.5);
const pointsOf = (some: readonly Shape[]) => some.flatMap(ringsOf).flat();

test('a drawn map needs fewer points, and no border moves by more than was allowed', () => {
  expect(pointsOf(thin).length).toBeLessThan(pointsOf(shapes).length * 0.8);
  const plane = planeAround(shapes);
  const flat = (shape: Shape) => ringsOf(shape).map((ring) => ring.map((point) => toPlane(plane, point)));
  const farthest = Math.max(
    ...shapes.map((shape, i) =>
      Math.max(
        ...flat(shape)
          .flat()
          .map((point) => distanceToRings(point, flat(thin[i] ?? shape))),
      ),
    ),
  );
  expect(farthest).toBeLessThan(1.51);
});

test('neighbours keep their common border: thinned grids still tile their community, with no slit between them', () => {
  const at = (list: readonly { id: string }[], id: string, from: number) =>
    rounded(thin[from + list.findIndex((one) => one.id === id)] ?? street.outline.shape);
  const communities = street.communities.map(({ id }) => ({
    code: id,
    shape: at(street.communities, id, 1),
  }));
  const grids = street.grids.map(({ id, community }) => ({
    code: id,
    community,
    shape: at(street.grids, id, 1 + communities.length),
  }));
  const wrong = communities.flatMap((one) =>
    checkLayer(
      one,
      grids.filter(({ community }) => community === one.code),
      0.3,
    ),
  );
  expect(wrong).toEqual([]);
});

test('a ring that nobody shares stays a ring', () => {
  const square: Shape = {
    type: 'Polygon',
    coordinates: [
      [
        [120, 31],
        [120.0005, 31],
        [120.001, 31],
        [120.001, 31.001],
        [120, 31.001],
        [120, 31],
      ],
    ],
  };
  expect(new Set(pointsOf(simplifyTogether([square], 1)).map(String))).toEqual(
    new Set(['120,31', '120.001,31', '120.001,31.001', '120,31.001']),
  );
});
