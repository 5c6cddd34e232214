import { pointKey, type Edge } from './arrangement.ts';
import { boxOf, type Position, type Ring } from './geojson.ts';
import { at, isInside, signedArea } from './ring.ts';

/** A face of the plane between edges: one outer ring counter-clockwise, holes clockwise, closed, in the edges' unit. */
export type Face = { readonly rings: readonly Ring[]; readonly owners: ReadonlySet<number> };
/** Sides of edge `i` are `2i` (walking from a to b) and `2i + 1` (back); each has the face on its left, or -1 outside. */
export type Subdivision = {
  readonly edges: readonly Edge[];
  readonly faces: readonly Face[];
  readonly faceOfSide: readonly number[];
};

type Cycle = { readonly sides: readonly number[]; readonly ring: Ring; readonly area: number };

/**
 * The faces between edges that touch at their ends only (see `cutAtCrossings`). A face's owners are those whose
 * closed lines run around it an odd number of times.
 */
export function subdivide(edges: readonly Edge[]): Subdivision {
  const cycles = traceCycles(edges);
  const outer = cycles.filter((cycle) => cycle.area > 0);
  const inner = cycles.filter((cycle) => cycle.area <= 0);
  const faceOfSide = edges.flatMap(() => [-1, -1]);
  const rings = outer.map((cycle) => [cycle.ring]);
  outer.forEach(({ sides }, face) => sides.forEach((side) => (faceOfSide[side] = face)));
  const find = containerFinder(outer);
  for (const cycle of inner) {
    const face = find(cycle);
    cycle.sides.forEach((side) => (faceOfSide[side] = face));
    if (face >= 0) at(rings, face).push(cycle.ring);
  }
  const owners = spreadOwners(edges, faceOfSide, outer.length);
  return { edges, faceOfSide, faces: rings.map((own, face) => ({ rings: own, owners: at(owners, face) })) };
}

function startOf(edges: readonly Edge[], side: number): Position {
  const edge = at(edges, side >> 1);
  return side % 2 === 0 ? edge.a : edge.b;
}

/** Walks every side once, always turning as far left as possible, so the face stays on the left. */
function traceCycles(edges: readonly Edge[]): Cycle[] {
  const next = nextSides(edges);
  const seen = new Uint8Array(edges.length * 2);
  const cycles: Cycle[] = [];
  for (let first = 0; first < seen.length; first++) {
    if (seen[first]) continue;
    const sides: number[] = [];
    for (let side = first; !seen[side]; side = at(next, side)) {
      seen[side] = 1;
      sides.push(side);
    }
    const ring = [...sides, first].map((side) => startOf(edges, side));
    cycles.push({ sides, ring, area: signedArea(ring) });
  }
  return cycles;
}

function nextSides(edges: readonly Edge[]): number[] {
  const leaving = new Map<string, { side: number; angle: number }[]>();
  edges.forEach((_, i) => {
    for (const side of [2 * i, 2 * i + 1]) {
      const from = startOf(edges, side);
      const to = startOf(edges, side ^ 1);
      const one = { side, angle: Math.atan2(to[1] - from[1], to[0] - from[0]) };
      const key = pointKey(from);
      const others = leaving.get(key);
      if (others) others.push(one);
      else leaving.set(key, [one]);
    }
  });
  const next: number[] = edges.flatMap(() => [0, 0]);
  for (const fan of leaving.values()) {
    fan.sort((p, q) => p.angle - q.angle);
    fan.forEach(({ side }, i) => {
      next[side ^ 1] = at(fan, (i + fan.length - 1) % fan.length).side;
    });
  }
  return next;
}

/** Finds the smallest face around a cycle that is the outside of a group of lines; -1 when nothing is around it. */
function containerFinder(outer: readonly Cycle[]): (cycle: Cycle) => number {
  const boxes = outer.map(({ ring }) => boxOf(ring));
  return ({ ring }) => {
    const west = ring.reduce((least, point) => (point[0] < least[0] ? point : least));
    const [x, y] = west;
    let best = -1;
    outer.forEach((candidate, face) => {
      const box = at(boxes, face);
      if (x <= box.west || x > box.east || y < box.south || y > box.north) return;
      if (best >= 0 && at(outer, best).area <= candidate.area) return;
      if (candidate.ring.some((point) => point[0] === x && point[1] === y)) return;
      if (isInside([candidate.ring], west)) best = face;
    });
    return best;
  };
}

/** Whose lines surround each face: crossing an edge changes sides for those who drew it an odd number of times. */
function spreadOwners(
  edges: readonly Edge[],
  faceOfSide: readonly number[],
  count: number,
): ReadonlySet<number>[] {
  const doors = new Map<number, { to: number; edge: Edge }[]>();
  edges.forEach((edge, i) => {
    const left = at(faceOfSide, 2 * i);
    const right = at(faceOfSide, 2 * i + 1);
    if (left === right) return;
    for (const [from, to] of [
      [left, right],
      [right, left],
    ] as const) {
      const known = doors.get(from);
      if (known) known.push({ to, edge });
      else doors.set(from, [{ to, edge }]);
    }
  });
  const owners: (ReadonlySet<number> | undefined)[] = Array.from({ length: count });
  const queue: { face: number; own: ReadonlySet<number> }[] = [{ face: -1, own: new Set() }];
  for (let here = queue.pop(); here; here = queue.pop()) {
    for (const { to, edge } of doors.get(here.face) ?? []) {
      if (to < 0 || owners[to]) continue;
      const own = toggled(here.own, edge.owners);
      owners[to] = own;
      queue.push({ face: to, own });
    }
  }
  return owners.map((own) => own ?? new Set<number>());
}

function toggled(own: ReadonlySet<number>, by: readonly number[]): ReadonlySet<number> {
  const result = new Set(own);
  for (const owner of by) if (!result.delete(owner)) result.add(owner);
  return result;
}
