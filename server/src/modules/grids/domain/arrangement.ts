import Flatbush from 'flatbush';
import type { Position } from './geojson.ts';
import { at } from './ring.ts';

/** A piece of line between two whole-numbered points, with whoever drew it. */
export type Piece = { readonly a: Position; readonly b: Position; readonly owner: number };
/** A piece that touches others at its ends only; `owners` names an owner once for every time it drew here. */
export type Edge = { readonly a: Position; readonly b: Position; readonly owners: readonly number[] };

/** A point this near (in units of the whole-number grid) to a line is on it: half the diagonal of a cell. */
const ON_LINE = 0.7072;
const MOST_ROUNDS = 24;

/**
 * Cuts pieces wherever they cross, touch or run over each other, and rounds the cuts to whole numbers, until
 * nothing but ends touch. Rounding moves a line by less than a unit, so choose a unit nobody cares about (1 cm).
 */
export function cutAtCrossings(pieces: readonly Piece[]): Edge[] {
  let edges = gather(pieces.map(({ a, b, owner }) => ({ a, b, owners: [owner] })));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const cuts = findCuts(edges);
    if (cuts.size === 0) break;
    edges = gather(edges.flatMap((edge, i) => splitAt(edge, cuts.get(i) ?? [])));
  }
  return edges;
}

/** Name of a point, for maps. */
export function pointKey([x, y]: Position): string {
  return `${x},${y}`;
}

function isSame(p: Position, q: Position): boolean {
  return p[0] === q[0] && p[1] === q[1];
}

/** Puts edges that lie on each other together, and drops those without length. */
function gather(edges: readonly Edge[]): Edge[] {
  const byEnds = new Map<string, { a: Position; b: Position; owners: number[] }>();
  for (const { a, b, owners } of edges) {
    if (isSame(a, b)) continue;
    const [low, high] = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? [a, b] : [b, a];
    const key = `${pointKey(low)},${pointKey(high)}`;
    const known = byEnds.get(key);
    if (known) known.owners.push(...owners);
    else byEnds.set(key, { a: low, b: high, owners: [...owners] });
  }
  return [...byEnds.values()];
}

function findCuts(edges: readonly Edge[]): Map<number, Position[]> {
  const cuts = new Map<number, Position[]>();
  if (edges.length < 2) return cuts;
  const index = new Flatbush(edges.length);
  for (const { a, b } of edges) {
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  }
  index.finish();
  const cut = (i: number, points: Position[]) => {
    if (points.length > 0) cuts.set(i, [...(cuts.get(i) ?? []), ...points]);
  };
  edges.forEach((edge, i) => {
    const { a, b } = edge;
    const near = index.search(
      Math.min(a[0], b[0]) - 1,
      Math.min(a[1], b[1]) - 1,
      Math.max(a[0], b[0]) + 1,
      Math.max(a[1], b[1]) + 1,
      (j) => j > i,
    );
    for (const j of near) {
      const other = at(edges, j);
      const crossing = crossingsOf(edge, other);
      cut(i, pointsOn(edge, [...crossing, other.a, other.b]));
      cut(j, pointsOn(other, [...crossing, edge.a, edge.b]));
    }
  });
  return cuts;
}

/** Those points that lie on the edge but are not its ends. */
function pointsOn({ a, b }: Edge, points: readonly Position[]): Position[] {
  return points.filter((point) => !isSame(point, a) && !isSame(point, b) && isOn(point, a, b));
}

function isOn(point: Position, a: Position, b: Position): boolean {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const along = (point[0] - a[0]) * dx + (point[1] - a[1]) * dy;
  const squared = dx * dx + dy * dy;
  if (along <= 0 || along >= squared) return false;
  const across = (point[0] - a[0]) * dy - (point[1] - a[1]) * dx;
  return across * across <= ON_LINE * ON_LINE * squared;
}

/** Where the insides of two edges cross, rounded; at most one point. */
function crossingsOf(p: Edge, q: Edge): Position[] {
  const px = p.b[0] - p.a[0];
  const py = p.b[1] - p.a[1];
  const qx = q.b[0] - q.a[0];
  const qy = q.b[1] - q.a[1];
  const cross = px * qy - py * qx;
  if (cross === 0) return [];
  const ox = q.a[0] - p.a[0];
  const oy = q.a[1] - p.a[1];
  const t = (ox * qy - oy * qx) / cross;
  const s = (ox * py - oy * px) / cross;
  if (t <= 0 || t >= 1 || s <= 0 || s >= 1) return [];
  return [[Math.round(p.a[0] + t * px), Math.round(p.a[1] + t * py)]];
}

function splitAt(edge: Edge, points: readonly Position[]): Edge[] {
  if (points.length === 0) return [edge];
  const { a, b, owners } = edge;
  const along = (p: Position) => (p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1]);
  const stops = [a, ...[...points].sort((p, q) => along(p) - along(q)), b];
  return stops.slice(1).map((stop, i) => ({ a: at(stops, i), b: stop, owners }));
}
