import type { Position, Ring } from '../../src/modules/grids/domain/geojson.ts';
import { at, isInside } from '../../src/modules/grids/domain/ring.ts';
import type { Random } from '../names/random.ts';

/** A smooth line through points (Catmull–Rom), with a point about every `step` metres. */
export function smooth(points: readonly Position[], step: number): Position[] {
  const line: Position[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const from = at(points, i);
    const to = at(points, i + 1);
    const before = points[i - 1] ?? from;
    const after = points[i + 2] ?? to;
    const parts = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / step));
    for (let part = 0; part < parts; part++) line.push(between([before, from, to, after], part / parts));
  }
  return [...line, at(points, points.length - 1)];
}

/** The same for a closed line; the last point repeats the first. */
export function smoothRing(points: readonly Position[], step: number): Position[] {
  const n = points.length;
  const around = [at(points, n - 1), ...points, at(points, 0), at(points, 1)];
  const line: Position[] = [];
  for (let i = 1; i <= n; i++) {
    const [before, from, to, after] = [
      at(around, i - 1),
      at(around, i),
      at(around, i + 1),
      at(around, i + 2),
    ];
    const parts = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / step));
    for (let part = 0; part < parts; part++) line.push(between([before, from, to, after], part / parts));
  }
  return [...line, at(line, 0)];
}

function between([a, b, c, d]: readonly [Position, Position, Position, Position], t: number): Position {
  const mix = (p: number, q: number, r: number, s: number) =>
    0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t);
  return [mix(a[0], b[0], c[0], d[0]), mix(a[1], b[1], c[1], d[1])];
}

/** Points moved a little, as no hand and no river draws straight. */
export function wobble(points: readonly Position[], random: Random, metres: number): Position[] {
  return points.map(([x, y]): Position => [x + random.normal(0, metres), y + random.normal(0, metres)]);
}

/** The area along a line, as wide at each point as `widthAt` says for its share of the length; closed. */
export function ribbon(line: readonly Position[], widthAt: (share: number) => number): Ring {
  const left: Position[] = [];
  const right: Position[] = [];
  line.forEach(([x, y], i) => {
    const [px, py] = line[i - 1] ?? [x, y];
    const [nx, ny] = line[i + 1] ?? [x, y];
    const length = Math.hypot(nx - px, ny - py) || 1;
    const half = widthAt(line.length < 2 ? 0 : i / (line.length - 1)) / 2;
    const dx = (-(ny - py) / length) * half;
    const dy = ((nx - px) / length) * half;
    left.push([x + dx, y + dy]);
    right.push([x - dx, y - dy]);
  });
  const around = [...right, ...left.reverse()];
  return [...around, at(around, 0)];
}

/** The pieces of a line that lie inside a ring, cut at the border. */
export function clip(line: readonly Position[], ring: Ring): Position[][] {
  const pieces: Position[][] = [];
  let current: Position[] = [];
  line.forEach((point, i) => {
    const inside = isInside([ring], point);
    const before = line[i - 1];
    if (before && inside !== current.length > 0) {
      const edge = borderBetween(before, point, ring);
      if (inside) current = [edge];
      else {
        pieces.push([...current, edge]);
        current = [];
      }
    }
    if (inside) current.push(point);
  });
  if (current.length > 1) pieces.push(current);
  return pieces;
}

/** Halving finds the border to a centimetre, whatever the ring looks like. */
function borderBetween(a: Position, b: Position, ring: Ring): Position {
  const insideFirst = isInside([ring], a);
  let [from, to] = [a, b];
  for (let round = 0; round < 16; round++) {
    const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    if (isInside([ring], middle) === insideFirst) from = middle;
    else to = middle;
  }
  return to;
}

/** Length of an open line. */
export function lengthAlong(line: readonly Position[]): number {
  return line
    .slice(1)
    .reduce((sum, [x, y], i) => sum + Math.hypot(x - at(line, i)[0], y - at(line, i)[1]), 0);
}

/** The point after some metres of a line, and the direction there (radians). */
export function pointAlong(line: readonly Position[], metres: number): { point: Position; angle: number } {
  let left = metres;
  for (let i = 0; i + 1 < line.length; i++) {
    const a = at(line, i);
    const b = at(line, i + 1);
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (left <= length || i + 2 === line.length) {
      const t = length === 0 ? 0 : Math.min(1, left / length);
      return {
        point: [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])],
        angle: Math.atan2(b[1] - a[1], b[0] - a[0]),
      };
    }
    left -= length;
  }
  return { point: at(line, 0), angle: 0 };
}

/** A line without its first and last metres, for a road that ends at the edge of another. */
export function trim(line: readonly Position[], first: number, last: number): Position[] {
  const length = lengthAlong(line);
  if (length <= first + last + 1) return [];
  const start = pointAlong(line, first).point;
  const end = pointAlong(line, length - last).point;
  let passed = 0;
  const middle = line.filter((point, i) => {
    const before = line[i - 1];
    passed += before ? Math.hypot(point[0] - before[0], point[1] - before[1]) : 0;
    return passed > first && passed < length - last;
  });
  return [start, ...middle, end];
}
