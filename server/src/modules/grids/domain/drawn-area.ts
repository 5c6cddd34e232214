import { MOST_CORNERS } from '@fengqiao/contract/grids/map.ts';
import { refuse } from '#platform/refusal.ts';
import { isInRange } from './crs.ts';
import { boxOf, type Position } from './geojson.ts';
import { FINEST, quadsOf, tilesOver } from './mercator.ts';
import { at, signedArea } from './ring.ts';

/** An area drawn by hand: its corners in WGS84 degrees, not closed. */
export type DrawnArea = readonly Position[];

/** Reads "lng,lat;lng,lat;…", or refuses `grids.area_unusable` when its sides cross or it holds nothing. */
export function readArea(text: string): DrawnArea {
  const corners = text.split(';').map((pair): Position => {
    const [lng = NaN, lat = NaN] = pair.split(',').map(Number);
    return [lng, lat];
  });
  if (corners.length < 3 || corners.length > MOST_CORNERS || !corners.every(isInRange) || isTangled(corners))
    refuse('grids.area_unusable');
  return corners;
}

const MOST_TILES = 16;

/** The ranges of quads that the area may hold, few and in order; what lies in them must still be looked at. */
export function quadRangesOf(area: DrawnArea): { readonly from: number; readonly below: number }[] {
  const box = boxOf(area);
  let zoom = FINEST;
  let tiles = 1;
  do {
    zoom -= 1;
    tiles = tilesAcross(box, zoom);
  } while (zoom > 0 && tiles > MOST_TILES);
  const ranges = tilesOver(box, zoom)
    .map(quadsOf)
    .toSorted((a, b) => a.from - b.from);
  const joined: { from: number; below: number }[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last?.below === range.from) last.below = range.below;
    else joined.push({ ...range });
  }
  return joined;
}

/** How many tiles of a zoom the box meets at most, without listing them. */
function tilesAcross({ west, south, east, north }: ReturnType<typeof boxOf>, zoom: number): number {
  const corners = [
    ...tilesOver({ west, south: north, east: west, north }, zoom),
    ...tilesOver({ west: east, south, east, north: south }, zoom),
  ];
  const [first, last] = [at(corners, 0), at(corners, corners.length - 1)];
  return (last.x - first.x + 1) * (last.y - first.y + 1);
}

function isTangled(corners: readonly Position[]): boolean {
  const closed = [...corners, at(corners, 0)];
  if (Math.abs(signedArea(closed)) < 1e-10) return true;
  const sides = corners.map((corner, i): Side => [corner, at(closed, i + 1)]);
  return sides.some((side, i) =>
    sides.some((other, j) => j > i + 1 && !(i === 0 && j === sides.length - 1) && cross(side, other)),
  );
}

type Side = readonly [Position, Position];

const turn = (a: Position, b: Position, c: Position) =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

const cross = ([a, b]: Side, [c, d]: Side) =>
  turn(a, b, c) > 0 !== turn(a, b, d) > 0 && turn(c, d, a) > 0 !== turn(c, d, b) > 0;
