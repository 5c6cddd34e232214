import { fromGcj02, toGcj02 } from '@fengqiao/contract/crs.ts';
import type { NearPair } from '@fengqiao/contract/cases/map.ts';
import type { DrawnIn } from '@fengqiao/contract/grids/map.ts';
import type { Box, Corner } from './canvas-types.ts';

/** The way between our degrees and those the map is drawn in: the same, unless a base map under it is shifted. */
export type Plane = {
  readonly drawnIn: DrawnIn;
  onto(corner: Corner): Corner;
  back(corner: Corner): Corner;
};

const same = (corner: Corner): Corner => corner;
const planes: Readonly<Record<DrawnIn, Plane>> = {
  WGS84: { drawnIn: 'WGS84', onto: same, back: same },
  GCJ02: { drawnIn: 'GCJ02', onto: toGcj02, back: fromGcj02 },
};
export const planeOf = (drawnIn: DrawnIn): Plane => planes[drawnIn];

export function boxOnto({ onto }: Plane, { west, south, east, north }: Box): Box {
  const [left, bottom] = onto([west, south]);
  const [right, top] = onto([east, north]);
  return { west: left, south: bottom, east: right, north: top };
}

export function pairOnto({ onto }: Plane, pair: NearPair): NearPair {
  const moved = (one: NearPair['a']) => {
    const [lng, lat] = onto([one.lng, one.lat]);
    return { ...one, lng, lat };
  };
  return { ...pair, a: moved(pair.a), b: moved(pair.b) };
}
