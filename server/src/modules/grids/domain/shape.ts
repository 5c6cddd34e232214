import Flatbush from 'flatbush';
import { isInRange } from './crs.ts';
import {
  polygonsOf,
  ringsOf,
  type PolygonRings,
  type Position,
  type Ring,
  type Shape,
  type UnitShape,
} from './geojson.ts';
import { planeAround, toDegrees, toPlane, type Plane } from './plane.ts';
import { problem, type Problem } from './problem.ts';
import { areaOf, at, distanceToPiece, isInside, pointInside, signedArea } from './ring.ts';

/** Crossings shallower than this come from rounding in other systems, not from a mistake (metres). */
const SHALLOW = 0.005;

/** What is wrong with one boundary by itself (WGS84 degrees); empty when it can be used as it is. */
export function checkShape({ code, shape }: UnitShape): Problem[] {
  const rings = ringsOf(shape);
  const broken = [...rangeProblems(code, rings), ...ringProblems(code, rings)];
  if (broken.length > 0) return broken;
  const plane = planeAround([shape]);
  const polygons = polygonsOf(shape).map((polygon) =>
    polygon.map((ring) => ring.map((point) => toPlane(plane, point))),
  );
  const crossing = crossingProblems(code, plane, polygons.flat());
  const nesting = crossing.length > 0 ? [] : nestingProblems(code, plane, polygons);
  return [...crossing, ...nesting, ...windingProblems(code, polygons)];
}

/** Area in square metres (WGS84 degrees in), holes taken off. */
export function squareMetres(shape: Shape): number {
  const plane = planeAround([shape]);
  return polygonsOf(shape)
    .map((polygon) => areaOf(polygon.map((ring) => ring.map((point) => toPlane(plane, point)))))
    .reduce((sum, area) => sum + area, 0);
}

/** The same shape with outer rings counter-clockwise and holes clockwise, as RFC 7946 wants. */
export function rewind(shape: Shape): Shape {
  const polygon = (rings: PolygonRings) =>
    rings.map((ring, i) => (isWoundRight(ring, i) ? ring : ring.toReversed()));
  return shape.type === 'Polygon'
    ? { type: 'Polygon', coordinates: polygon(shape.coordinates) }
    : { type: 'MultiPolygon', coordinates: shape.coordinates.map(polygon) };
}

function isWoundRight(ring: Ring, i: number): boolean {
  return i === 0 ? signedArea(ring) >= 0 : signedArea(ring) <= 0;
}

function rangeProblems(unit: string, rings: readonly Ring[]): Problem[] {
  const lost = rings.flat().filter((point) => !isInRange(point));
  return lost.length > 0 ? [problem({ unit, kind: 'coordinates_out_of_range', size: lost.length })] : [];
}

function ringProblems(unit: string, rings: readonly Ring[]): Problem[] {
  if (rings.length === 0) return [problem({ unit, kind: 'no_area', size: 0 })];
  return rings.flatMap((ring) => {
    if (ring.length < 4) return [problem({ unit, kind: 'ring_too_short', size: ring.length })];
    const first = at(ring, 0);
    const last = at(ring, ring.length - 1);
    const closed = first[0] === last[0] && first[1] === last[1];
    if (!closed) return [problem({ unit, kind: 'ring_not_closed', size: 1, at: first })];
    return signedArea(ring) === 0 ? [problem({ unit, kind: 'no_area', size: 0, at: first })] : [];
  });
}

type Side = { readonly a: Position; readonly b: Position };

function crossingProblems(unit: string, plane: Plane, rings: readonly Ring[]): Problem[] {
  const sides: Side[] = rings.flatMap((ring) => ring.slice(1).map((b, i) => ({ a: at(ring, i), b })));
  const index = new Flatbush(sides.length);
  for (const { a, b } of sides) {
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  }
  index.finish();
  const places: Position[] = [];
  sides.forEach((side, i) => {
    const { a, b } = side;
    const near = index.search(
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
      (j) => j > i,
    );
    for (const j of near) {
      const place = meetingOf(side, at(sides, j));
      if (place) places.push(place);
    }
  });
  const first = places[0];
  if (!first) return [];
  return [problem({ unit, kind: 'self_intersection', size: places.length, at: toDegrees(plane, first) })];
}

/** Where two sides cross or run over each other; touching in a point is allowed. */
function meetingOf(p: Side, q: Side): Position | null {
  if (liesAlong(p, q)) return [(q.a[0] + q.b[0]) / 2, (q.a[1] + q.b[1]) / 2];
  if (liesAlong(q, p)) return [(p.a[0] + p.b[0]) / 2, (p.a[1] + p.b[1]) / 2];
  const px = p.b[0] - p.a[0];
  const py = p.b[1] - p.a[1];
  const qx = q.b[0] - q.a[0];
  const qy = q.b[1] - q.a[1];
  const cross = px * qy - py * qx;
  const t = ((q.a[0] - p.a[0]) * qy - (q.a[1] - p.a[1]) * qx) / cross;
  const s = ((q.a[0] - p.a[0]) * py - (q.a[1] - p.a[1]) * px) / cross;
  if (!(t > 0 && t < 1 && s > 0 && s < 1)) return null;
  const depth = Math.min(
    distanceToPiece(p.a, q.a, q.b),
    distanceToPiece(p.b, q.a, q.b),
    distanceToPiece(q.a, p.a, p.b),
    distanceToPiece(q.b, p.a, p.b),
  );
  return depth > SHALLOW ? [p.a[0] + t * px, p.a[1] + t * py] : null;
}

/** Whether the whole of `inner`, which has some length, lies on `outer`. */
function liesAlong(outer: Side, inner: Side): boolean {
  const length = Math.hypot(inner.b[0] - inner.a[0], inner.b[1] - inner.a[1]);
  return (
    length > 2 * SHALLOW &&
    distanceToPiece(inner.a, outer.a, outer.b) < 1e-6 &&
    distanceToPiece(inner.b, outer.a, outer.b) < 1e-6
  );
}

function nestingProblems(unit: string, plane: Plane, polygons: readonly PolygonRings[]): Problem[] {
  const problems: Problem[] = [];
  polygons.forEach((rings, i) => {
    const shell = at(rings, 0);
    const holes = rings.slice(1);
    for (const hole of holes) {
      const inner = pointInside([hole]);
      const others = holes.filter((other) => other !== hole);
      if (isInside([shell], inner) && !others.some((other) => isInside([other], inner))) continue;
      problems.push(
        problem({
          unit,
          kind: 'hole_outside',
          size: Math.abs(signedArea(hole)),
          at: toDegrees(plane, inner),
        }),
      );
    }
    const middle = pointInside(rings);
    if (polygons.some((other, j) => j !== i && isInside(other, middle))) {
      problems.push(
        problem({ unit, kind: 'parts_overlap', size: areaOf(rings), at: toDegrees(plane, middle) }),
      );
    }
  });
  return problems;
}

function windingProblems(unit: string, polygons: readonly PolygonRings[]): Problem[] {
  const wrong = polygons.flatMap((rings) => rings.filter((ring, i) => !isWoundRight(ring, i)));
  return wrong.length > 0 ? [problem({ unit, kind: 'winding', size: wrong.length })] : [];
}
