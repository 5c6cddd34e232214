import { layGround } from '#modules/grids';
import type { Work } from '#platform/work.ts';

/** A place in the middle of each grid of the small tree, and one outside. */
export const places = {
  'c01-g01': { lng: 120.155, lat: 31.225 },
  'c01-g02': { lng: 120.165, lat: 31.225 },
  'c02-g01': { lng: 120.155, lat: 31.235 },
  'c02-g02': { lng: 120.165, lat: 31.235 },
  outside: { lng: 120.3, lat: 31.3 },
} as const;

type Box = readonly [west: number, south: number, east: number, north: number];

const boxes: readonly (readonly [
  unit: string,
  level: 'street' | 'community' | 'grid',
  community: string | null,
  box: Box,
])[] = [
  ['street', 'street', null, [120.15, 31.22, 120.17, 31.24]],
  ['c01', 'community', 'c01', [120.15, 31.22, 120.17, 31.23]],
  ['c02', 'community', 'c02', [120.15, 31.23, 120.17, 31.24]],
  ['c01-g01', 'grid', 'c01', [120.15, 31.22, 120.16, 31.23]],
  ['c01-g02', 'grid', 'c01', [120.16, 31.22, 120.17, 31.23]],
  ['c02-g01', 'grid', 'c02', [120.15, 31.23, 120.16, 31.24]],
  ['c02-g02', 'grid', 'c02', [120.16, 31.23, 120.17, 31.24]],
];

/** Lays square boundaries for the small tree: about a kilometre each, and one building in the first grid. */
export async function laySquares(work: Work): Promise<void> {
  const areas = boxes.map(([unit, level, community, box]) => ({
    unit,
    level,
    community,
    purpose: 'basic' as const,
    shape: square(box),
    squareMetres: 1e6,
    households: null,
    code: null,
  }));
  const near = places['c01-g01'];
  const building = {
    grid: 'c01-g01',
    address: '橹声路 8 号 1 幢',
    name: null,
    use: 'residential',
    floors: 6,
    households: 24,
    ...near,
    shape: square([near.lng, near.lat, near.lng + 1e-4, near.lat + 1e-4]),
  };
  await layGround(work, { areas, buildings: [building], features: [] });
}

const square = ([west, south, east, north]: Box) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ] as const,
});

/** Two buildings to live in, one in a grid of the first community and one in the second. */
export const layHomes = (work: Work, grid: 'c01-g01' | 'c01-g02'): Promise<unknown> =>
  layGround(work, {
    areas: [],
    buildings: [home(grid, '橹声路 9 号 1 幢'), home('c02-g01', '寒山新村 3 幢')],
    features: [],
  });

const home = (grid: 'c01-g01' | 'c01-g02' | 'c02-g01', address: string) => ({
  grid,
  address,
  name: null,
  use: 'residential',
  floors: 6,
  households: 24,
  ...places[grid],
  shape: { type: 'Polygon' as const, coordinates: [] },
});
