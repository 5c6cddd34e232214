import Flatbush from 'flatbush';
import { boxOf, ringsOf, type Position, type Ring, type UnitShape } from './geojson.ts';
import { planeAt, toPlane } from './plane.ts';
import { at, distanceToRings, isInside } from './ring.ts';

type Entry = { readonly code: string; readonly rings: readonly Ring[] };
/** Grids ready to be asked; made by `compileGrids`, asked by `locate` and `nearest`. */
export type GridIndex = { readonly entries: readonly Entry[]; readonly boxes: Flatbush | null };

/** About a centimetre, so that a point on a border counts as in both of its grids. */
const BORDER_DEGREES = 1e-7;

/** Prepares grids (WGS84 degrees) for `locate`; some milliseconds for a few hundred grids, then kept. */
export function compileGrids(units: readonly UnitShape[]): GridIndex {
  const entries = units
    .map(({ code, shape }) => ({ code, rings: ringsOf(shape) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  if (entries.length === 0) return { entries, boxes: null };
  const boxes = new Flatbush(entries.length);
  for (const { rings } of entries) {
    const box = boxOf(rings.flat());
    boxes.add(box.west, box.south, box.east, box.north);
  }
  boxes.finish();
  return { entries, boxes };
}

/** The code of the grid at a place (WGS84 degrees), or null. On a shared border the lower code answers. */
export function locate(index: GridIndex, lng: number, lat: number): string | null {
  const point: Position = [lng, lat];
  for (const entry of candidates(index, point, BORDER_DEGREES, BORDER_DEGREES)) {
    if (isInside(entry.rings, point) || distanceToRings(point, entry.rings) < BORDER_DEGREES)
      return entry.code;
  }
  return null;
}

/** The nearest grid within some metres of a place (WGS84 degrees), 0 metres when inside; null when there is none. */
export function nearest(
  index: GridIndex,
  lng: number,
  lat: number,
  maxMetres: number,
): { code: string; metres: number } | null {
  const inside = locate(index, lng, lat);
  if (inside !== null) return { code: inside, metres: 0 };
  const point: Position = [lng, lat];
  const plane = planeAt(point);
  const near = candidates(index, point, maxMetres / plane.metresPerLng, maxMetres / plane.metresPerLat);
  let best: { code: string; metres: number } | null = null;
  for (const entry of near) {
    const metres = metresToBorder(entry, point);
    if (metres <= maxMetres && (best === null || metres < best.metres)) best = { code: entry.code, metres };
  }
  return best;
}

/** Metres from a place to a grid's border, negative inside; null for a code the index does not hold. */
export function signedMetres(index: GridIndex, code: string, position: Position): number | null {
  const entry = index.entries.find((one) => one.code === code);
  if (!entry) return null;
  const metres = metresToBorder(entry, position);
  return isInside(entry.rings, position) ? -metres : metres;
}

/** Entries whose box comes near the point, lower codes first. */
function candidates(index: GridIndex, [lng, lat]: Position, dLng: number, dLat: number): Entry[] {
  if (index.boxes === null) return [];
  const found = index.boxes.search(lng - dLng, lat - dLat, lng + dLng, lat + dLat);
  return found.sort((a, b) => a - b).map((i) => at(index.entries, i));
}

function metresToBorder(entry: Entry, position: Position): number {
  const plane = planeAt(position);
  return distanceToRings(
    [0, 0],
    entry.rings.map((ring) => ring.map((point) => toPlane(plane, point))),
  );
}
