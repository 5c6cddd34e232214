import type { Position, Ring } from '../../src/modules/grids/domain/geojson.ts';
import { at, distanceToPiece } from '../../src/modules/grids/domain/ring.ts';
import { lengthAlong, trim } from './curve.ts';
import type { Line } from './types.ts';

/** An end that runs this little past its last junction was only drawn so as to reach it (metres). */
const STUB_METRES = 190;
/** What remains past a junction, so that the crossing survives rounding (metres). */
const NIB_METRES = 0.5;

/** Lines ended where they meet another or the outline, instead of somewhere in the fields behind it. */
export function withoutStubs(lines: readonly Line[], outline: Ring): Line[] {
  return lines.map((line) => {
    if (isClosed(line.points)) return line;
    const length = lengthAlong(line.points);
    const others = lines.filter((other) => other !== line).map((other) => other.points);
    const junctions = [outline, ...others].flatMap((other) => junctionsOf(line.points, other));
    const first = Math.min(length, ...junctions);
    const last = length - Math.max(0, ...junctions);
    const points = trim(line.points, stub(first), stub(last));
    return points.length > 1 ? { ...line, points } : line;
  });
}

function stub(metres: number): number {
  return metres < STUB_METRES ? Math.max(0, metres - NIB_METRES) : 0;
}

/** Whether a line ends where it begins. */
export function isClosed(points: readonly Position[]): boolean {
  const [first, last] = [at(points, 0), at(points, points.length - 1)];
  return first[0] === last[0] && first[1] === last[1];
}

/** Metres along the first line at which the second crosses it. */
function junctionsOf(line: readonly Position[], other: readonly Position[]): number[] {
  const found: number[] = [];
  let passed = 0;
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [at(line, i), at(line, i + 1)];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    for (let j = 0; j + 1 < other.length; j++) {
      const share = crossingShare([a, b], [at(other, j), at(other, j + 1)]);
      if (share !== null) found.push(passed + share * length);
    }
    passed += length;
  }
  return found;
}

type Pair = readonly [Position, Position];

function crossingShare([a, b]: Pair, [c, d]: Pair): number | null {
  const [px, py, qx, qy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const cross = px * qy - py * qx;
  const t = ((c[0] - a[0]) * qy - (c[1] - a[1]) * qx) / cross;
  const s = ((c[0] - a[0]) * py - (c[1] - a[1]) * px) / cross;
  return t >= 0 && t <= 1 && s >= 0 && s <= 1 ? t : null;
}

/** Metres from a point to a line. */
export function distanceToLine(point: Position, line: readonly Position[]): number {
  return line
    .slice(1)
    .reduce((least, b, i) => Math.min(least, distanceToPiece(point, at(line, i), b)), Infinity);
}

/** Metres to leave out at the end of a road that meets the middle of a river or canal: it ends at the bank. */
export function bankAt(end: Position, water: readonly Line[]): number {
  const met = water.find(({ points }) => distanceToLine(end, points) < 2);
  return met ? met.width / 2 + 3 : 0;
}

/** The lines of a plan that a road cannot end in. */
export function waterOf(lines: readonly Line[]): Line[] {
  return lines.filter(({ kind }) => kind === 'river' || kind === 'canal');
}
