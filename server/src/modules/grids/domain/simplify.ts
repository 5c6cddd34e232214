import {
  mapPositions,
  polygonsOf,
  ringsOf,
  type Drawing,
  type Position,
  type Ring,
  type Shape,
} from './geojson.ts';
import { planeAround, toPlane } from './plane.ts';
import { at, distanceToPiece } from './ring.ts';

const keyOf = ([lng, lat]: Position) => `${lng},${lat}`;

/**
 * Boundaries (WGS84 degrees) with fewer points, none moved by more than `metres`. A border that two units share is
 * thinned once for both, so that no slit opens between them; where three meet, the point stays.
 */
export function simplifyTogether(shapes: readonly Shape[], metres: number): Shape[] {
  const corners = cornersOf(shapes);
  const plane = planeAround(shapes);
  const flat = (point: Position) => toPlane(plane, point);
  const ring = (points: Ring): Ring => {
    const thin = arcsOf(points, corners).flatMap((arc) => thinArc(arc, metres, flat).slice(1));
    const first = thin[thin.length - 1];
    return first === undefined || thin.length < 3 ? points : [first, ...thin];
  };
  return shapes.map((shape) =>
    shape.type === 'Polygon'
      ? { type: 'Polygon', coordinates: shape.coordinates.map(ring) }
      : { type: 'MultiPolygon', coordinates: polygonsOf(shape).map((rings) => rings.map(ring)) },
  );
}

/** The same shape with coordinates to 1e-6 degrees, about a decimetre. */
export const rounded = (shape: Shape): Shape => mapPositions(shape, roundedPosition);
const roundedPosition = ([lng, lat]: Position): Position => [
  Math.round(lng * 1e6) / 1e6,
  Math.round(lat * 1e6) / 1e6,
];

/** Whatever is drawn on the base map, with coordinates to 1e-6 degrees. */
export function compact(drawing: Drawing): { type: Drawing['type']; coordinates: unknown[] } {
  if (drawing.type === 'Point')
    return { type: 'Point', coordinates: [...roundedPosition(drawing.coordinates)] };
  if (drawing.type === 'LineString')
    return { type: 'LineString', coordinates: drawing.coordinates.map(roundedPosition) };
  const { type, coordinates } = rounded(drawing);
  return { type, coordinates: [...coordinates] };
}

/** Points where borders part, told by having other neighbours than one before and one behind; and one fixed point of every ring. */
function cornersOf(shapes: readonly Shape[]): ReadonlySet<string> {
  const neighbours = new Map<string, Set<string>>();
  const rings = shapes.flatMap(ringsOf);
  for (const ring of rings) {
    const keys = ring.slice(1).map(keyOf);
    keys.forEach((key, i) => {
      const known = neighbours.get(key) ?? new Set();
      neighbours.set(
        key,
        known.add(at(keys, (i + 1) % keys.length)).add(at(keys, (i + keys.length - 1) % keys.length)),
      );
    });
  }
  const corners = new Set([...neighbours].filter(([, others]) => others.size > 2).map(([key]) => key));
  for (const ring of rings) {
    const keys = ring.slice(1).map(keyOf).toSorted();
    corners.add(at(keys, 0)).add(at(keys, keys.length - 1));
  }
  return corners;
}

/** A ring cut at its corners; each piece ends where the next begins. */
function arcsOf(ring: Ring, corners: ReadonlySet<string>): Position[][] {
  const open = ring.slice(1);
  const start = open.findIndex((point) => corners.has(keyOf(point)));
  const turned = [...open.slice(start), ...open.slice(0, start), at(open, start)];
  const arcs: Position[][] = [];
  let arc: Position[] = [];
  for (const point of turned) {
    arc.push(point);
    if (arc.length < 2 || !corners.has(keyOf(point))) continue;
    arcs.push(arc);
    arc = [point];
  }
  return arcs;
}

/** Douglas and Peucker, always from the same end, so that both neighbours keep the same points. */
function thinArc(arc: Position[], metres: number, flat: (point: Position) => Position): Position[] {
  const forward = keyOf(at(arc, 0)) <= keyOf(at(arc, arc.length - 1));
  const points = forward ? arc : arc.toReversed();
  const kept = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const far = farthest(points, span, flat);
    if (far === null || far.metres <= metres) continue;
    kept.add(far.index);
    open.push([span[0], far.index], [far.index, span[1]]);
  }
  const thin = points.filter((_, i) => kept.has(i));
  return forward ? thin : thin.toReversed();
}

function farthest(
  points: readonly Position[],
  [from, to]: readonly [number, number],
  flat: (point: Position) => Position,
): { index: number; metres: number } | null {
  const a = flat(at(points, from));
  const b = flat(at(points, to));
  let far: { index: number; metres: number } | null = null;
  for (let i = from + 1; i < to; i += 1) {
    const metres = distanceToPiece(flat(at(points, i)), a, b);
    if (far === null || metres > far.metres) far = { index: i, metres };
  }
  return far;
}
