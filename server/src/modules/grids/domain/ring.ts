import type { PolygonRings, Position, Ring } from './geojson.ts';

/** The item at an index that is known to exist; a wrong index is a programming error. */
export function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no item ${index} in a list of ${list.length}`);
  return item;
}

/** Twice-shoelace area, in the square of the ring's unit; positive when counter-clockwise. */
export function signedArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  let previous: Position | undefined;
  for (const point of ring) {
    if (previous) sum += (previous[0] - x0) * (point[1] - y0) - (point[0] - x0) * (previous[1] - y0);
    previous = point;
  }
  return sum / 2;
}

/** Area of a polygon less its holes, whatever the winding. */
export function areaOf(rings: PolygonRings): number {
  return rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(signedArea(ring)), 0);
}

/** Length of the closed line. */
export function lengthOf(ring: Ring): number {
  let sum = 0;
  let previous: Position | undefined;
  for (const point of ring) {
    if (previous) sum += Math.hypot(point[0] - previous[0], point[1] - previous[1]);
    previous = point;
  }
  return sum;
}

/** Even-odd test over any rings (holes included). On a border the answer is one or the other, but always the same. */
export function isInside(rings: readonly Ring[], point: Position): boolean {
  const x = point[0];
  const y = point[1];
  let inside = false;
  for (const ring of rings) {
    let previous = ring[0];
    for (let i = 1; i < ring.length; i++) {
      const next = ring[i];
      if (!previous || !next) break;
      if (previous[1] > y !== next[1] > y && x < crossingAt(previous, next, y)) inside = !inside;
      previous = next;
    }
  }
  return inside;
}

/** Always reckoned from the lower end, so that two neighbours give one answer for the border they share. */
function crossingAt(a: Position, b: Position, y: number): number {
  return a[1] < b[1]
    ? a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])
    : b[0] + ((y - b[1]) / (a[1] - b[1])) * (a[0] - b[0]);
}

/** Distance from a point to a piece of line, in their unit. */
export function distanceToPiece([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** Distance from a point to the nearest border of some rings, in their unit. */
export function distanceToRings(point: Position, rings: readonly Ring[]): number {
  let least = Infinity;
  for (const ring of rings) {
    let previous: Position | undefined;
    for (const next of ring) {
      if (previous) least = Math.min(least, distanceToPiece(point, previous, next));
      previous = next;
    }
  }
  return least;
}

/** Centre of gravity of a ring; the first point for a ring without area. May lie outside a bent ring. */
export function centroid(ring: Ring): Position {
  const [x0, y0] = ring[0] ?? [0, 0];
  let area = 0;
  let x = 0;
  let y = 0;
  let previous: Position | undefined;
  for (const point of ring) {
    if (previous) {
      const cross = (previous[0] - x0) * (point[1] - y0) - (point[0] - x0) * (previous[1] - y0);
      area += cross;
      x += (previous[0] + point[0] - 2 * x0) * cross;
      y += (previous[1] + point[1] - 2 * y0) * cross;
    }
    previous = point;
  }
  return area === 0 ? [x0, y0] : [x0 + x / (3 * area), y0 + y / (3 * area)];
}

/** A point well inside a polygon: the middle of the widest stretch on a few horizontal lines. */
export function pointInside(rings: PolygonRings): Position {
  const ys = rings.flat().map((point) => point[1]);
  const south = Math.min(...ys);
  const north = Math.max(...ys);
  let best: Position = rings[0]?.[0] ?? [0, 0];
  let widest = 0;
  for (const share of [0.5, 0.35, 0.65, 0.2, 0.8, 0.07, 0.93]) {
    const y = south + (north - south) * share;
    const xs = crossings(rings, y);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const from = at(xs, i);
      const to = at(xs, i + 1);
      if (to - from > widest * 1.2) {
        widest = to - from;
        best = [(from + to) / 2, y];
      }
    }
  }
  return best;
}

function crossings(rings: readonly Ring[], y: number): number[] {
  const xs: number[] = [];
  for (const ring of rings) {
    let previous: Position | undefined;
    for (const point of ring) {
      if (previous && previous[1] > y !== point[1] > y) xs.push(crossingAt(previous, point, y));
      previous = point;
    }
  }
  return xs.sort((a, b) => a - b);
}
