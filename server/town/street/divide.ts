import type { Position } from '../../src/modules/grids/domain/geojson.ts';
import { at, signedArea } from '../../src/modules/grids/domain/ring.ts';
import type { Random } from '../names/random.ts';
import type { BlockMap, Cut } from './block-map.ts';

/** A cut nearer than this to a corner (metres) goes through the corner. */
const SNAP_METRES = 3;

/** Weighs how much of a block lies in a piece of it: its area, or how many requests came from there. */
export type Weigh = (ring: readonly Position[]) => number;
/** Told of every cut made (metres), so that a street can be laid on it. */
export type OnCut = (from: Position, to: Position, depth: number) => void;

/**
 * Divides a block into a number of parts of about equal weight by cuts across its long side, halving again and
 * again. Answers the parts; fewer when no sensible cut is left.
 */
export function divide(
  map: BlockMap,
  block: number,
  parts: number,
  how: { random: Random; weigh?: Weigh; onCut?: OnCut; depth?: number },
): number[] {
  if (parts < 2) return [block];
  const first = parts >> 1;
  const cut = findCut(map.ring(block), first / parts, how);
  const halves = cut && map.split(block, cut);
  if (!halves) return [block];
  const depth = how.depth ?? 0;
  how.onCut?.(cut.from, cut.to, depth);
  const weigh = how.weigh ?? signedArea;
  const [a, b] = halves;
  const counts = weigh(map.ring(a)) < weigh(map.ring(b)) ? [first, parts - first] : [parts - first, first];
  const next = { ...how, depth: depth + 1 };
  return [...divide(map, a, at(counts, 0), next), ...divide(map, b, at(counts, 1), next)];
}

/** The angle (radians) of the long side of the smallest box around a ring. */
export function longAxis(ring: readonly Position[]): number {
  let best = 0;
  let least = Infinity;
  for (let step = 0; step < 36; step++) {
    const angle = (step / 36) * Math.PI;
    const [width, height] = extent(ring, angle);
    if (width >= height && width * height < least * 0.999) {
      least = width * height;
      best = angle;
    }
  }
  return best;
}

/** Length of a ring's shadow along an angle and across it. */
export function extent(ring: readonly Position[], angle: number): [along: number, across: number] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const us = ring.map(([x, y]) => x * cos + y * sin);
  const vs = ring.map(([x, y]) => y * cos - x * sin);
  return [Math.max(...us) - Math.min(...us), Math.max(...vs) - Math.min(...vs)];
}

/** The best of many cuts: near the wished share, and short. */
function findCut(
  ring: readonly Position[],
  share: number,
  how: { random: Random; weigh?: Weigh },
): Cut | null {
  const weigh = how.weigh ?? signedArea;
  const whole = weigh(ring) || 1;
  const scale = Math.sqrt(signedArea(ring));
  const axis = longAxis(ring);
  let best: Cut | null = null;
  let least = Infinity;
  for (const turn of [how.random.normal(0, 0.06), 0.12, -0.12, 0.3, -0.3]) {
    for (let step = -5; step <= 5; step++) {
      for (const cut of cutsAt(ring, axis + turn, 0.5 + (share - 0.5) * 0.9 + step * 0.07)) {
        const part = weigh(pieceOf(ring, cut)) / whole;
        const miss = Math.min(Math.abs(part - share), Math.abs(1 - part - share));
        const length = Math.hypot(cut.from[0] - cut.to[0], cut.from[1] - cut.to[1]);
        const cost = 5 * miss + 0.5 * (length / scale) + 0.4 * Math.abs(turn);
        if (cost < least && miss < 0.35) {
          least = cost;
          best = cut;
        }
      }
    }
  }
  return best;
}

type Hit = { side: number; point: Position; along: number };

/** The stretches inside the ring of the line across `angle` at a share of the ring's length in that direction. */
function cutsAt(ring: readonly Position[], angle: number, share: number): Cut[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const us = ring.map(([x, y]) => x * cos + y * sin);
  const low = Math.min(...us);
  const level = low + (Math.max(...us) - low) * share;
  const hits: Hit[] = [];
  for (let side = 0; side + 1 < ring.length; side++) {
    const [u, v] = [at(us, side), at(us, side + 1)];
    if (u > level === v > level) continue;
    const [a, b] = [at(ring, side), at(ring, side + 1)];
    const t = (level - u) / (v - u);
    const point: Position = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    hits.push({ side, point, along: point[1] * cos - point[0] * sin });
  }
  hits.sort((p, q) => p.along - q.along);
  const cuts: Cut[] = [];
  for (let i = 0; i + 1 < hits.length; i += 2) {
    const [from, to] = [snap(ring, at(hits, i)), snap(ring, at(hits, i + 1))];
    cuts.push({ fromSide: from.side, from: from.point, toSide: to.side, to: to.point });
  }
  return cuts;
}

function snap(ring: readonly Position[], hit: Hit): Hit {
  for (const corner of [at(ring, hit.side), at(ring, hit.side + 1)]) {
    if (Math.hypot(corner[0] - hit.point[0], corner[1] - hit.point[1]) < SNAP_METRES)
      return { ...hit, point: corner };
  }
  return hit;
}

/** One side of a cut as a closed ring, counter-clockwise like the whole. */
function pieceOf(ring: readonly Position[], cut: Cut): Position[] {
  const open = ring.slice(0, -1);
  const from = (cut.fromSide + 1) % open.length;
  const to = (cut.toSide + 1) % open.length;
  const middle = from <= to ? open.slice(from, to) : [...open.slice(from), ...open.slice(0, to)];
  return [cut.from, ...middle, cut.to, cut.from];
}
