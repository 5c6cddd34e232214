import type { Position, Ring } from '../../src/modules/grids/domain/geojson.ts';
import { at, centroid } from '../../src/modules/grids/domain/ring.ts';
import type { Random } from '../names/random.ts';
import type { BlockMap } from './block-map.ts';

/** A community while it grows: where it began, what belongs to it, and how much that weighs. */
type Group = { readonly seed: Position; readonly blocks: Set<number>; weight: number };

/** How many different beginnings are tried before giving up. */
const MOST_TRIALS = 40;

/**
 * Gives every block to one of the communities that grow from their seeds, evenly by weight, each in one piece
 * without holes. Answers the blocks of each community in the order of the seeds.
 */
export function growCommunities(
  map: BlockMap,
  seeds: readonly Position[],
  weights: ReadonlyMap<number, number>,
  random: Random,
): ReadonlySet<number>[] {
  const trials = Array.from({ length: MOST_TRIALS }, (_, i) => {
    const spread = i * 12;
    return seeds.map(([x, y]): Position => [x + random.normal(0, spread), y + random.normal(0, spread)]);
  });
  for (const trial of trials) {
    const groups = grow(map, trial, weights);
    if (groups === null) continue;
    balance(map, groups, weights);
    return groups.map((group) => group.blocks);
  }
  throw new Error('these blocks cannot be shared out among these communities');
}

function grow(
  map: BlockMap,
  seeds: readonly Position[],
  weights: ReadonlyMap<number, number>,
): Group[] | null {
  const middles = new Map(map.blocks.map((block) => [block, centroid(map.ring(block))]));
  const neighbours = new Map(map.blocks.map((block) => [block, map.neighbours(block)]));
  const free = new Set(map.blocks);
  const groups = seeds.map((seed): Group => {
    const [block] = [...free].sort((a, b) => far(middles.get(a), seed) - far(middles.get(b), seed));
    if (block === undefined) return { seed, blocks: new Set(), weight: 0 };
    free.delete(block);
    return { seed, blocks: new Set([block]), weight: weights.get(block) ?? 1 };
  });
  while (free.size > 0) {
    const lightest = [...groups].sort((a, b) => a.weight - b.weight);
    const step = firstOf(lightest, (group) => {
      const border = new Map<number, number>();
      for (const own of group.blocks) {
        for (const [block, metres] of neighbours.get(own) ?? []) {
          if (free.has(block)) border.set(block, (border.get(block) ?? 0) + metres);
        }
      }
      const cost = ([block, metres]: [number, number]) => far(middles.get(block), group.seed) - 0.6 * metres;
      const choice = [...border]
        .sort((a, b) => cost(a) - cost(b))
        .find(([block]) => map.outlineOf(new Set([...group.blocks, block])) !== null);
      return choice && { group, block: choice[0] };
    });
    if (!step) return null;
    free.delete(step.block);
    step.group.blocks.add(step.block);
    step.group.weight += weights.get(step.block) ?? 1;
  }
  return groups;
}

/** Passes blocks over borders from heavy to light communities as long as that evens them out. */
function balance(map: BlockMap, groups: readonly Group[], weights: ReadonlyMap<number, number>): void {
  for (let round = 0; round < 60; round++) {
    const heaviest = [...groups].sort((a, b) => b.weight - a.weight);
    const move = firstOf(heaviest, (from) =>
      firstOf([...from.blocks], (block) => {
        const weight = weights.get(block) ?? 1;
        const others = groups
          .filter((to) => to !== from && from.weight - to.weight > weight * 1.05)
          .sort((a, b) => a.weight - b.weight);
        const to = others.find(
          (other) => touches(map, block, other) && staysWhole(map, block, [from, other]),
        );
        return to && { from, to, block, weight };
      }),
    );
    if (!move) return;
    move.from.blocks.delete(move.block);
    move.to.blocks.add(move.block);
    move.from.weight -= move.weight;
    move.to.weight += move.weight;
  }
}

function touches(map: BlockMap, block: number, group: Group): boolean {
  return [...map.neighbours(block)].some(([other, metres]) => metres > 60 && group.blocks.has(other));
}

function staysWhole(map: BlockMap, block: number, [from, to]: readonly [Group, Group]): boolean {
  const left = new Set([...from.blocks].filter((one) => one !== block));
  return isOnePiece(map, left) && isOnePiece(map, new Set([...to.blocks, block]));
}

/** A community may be long, but not a string: its outline encloses at least a third of what a circle would. */
function isOnePiece(map: BlockMap, blocks: ReadonlySet<number>): boolean {
  const ring = blocks.size === 0 ? null : map.outlineOf(blocks);
  return ring !== null && roundness(ring) > 0.33;
}

function roundness(ring: Ring): number {
  let length = 0;
  let area = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [at(ring, i), at(ring, i + 1)];
    length += Math.hypot(a[0] - b[0], a[1] - b[1]);
    area += (a[0] * b[1] - b[0] * a[1]) / 2;
  }
  return (4 * Math.PI * area) / (length * length);
}

function far(middle: Position | undefined, seed: Position): number {
  return middle ? Math.hypot(middle[0] - seed[0], middle[1] - seed[1]) : Infinity;
}

function firstOf<From, To>(list: readonly From[], look: (item: From) => To | undefined): To | undefined {
  for (const item of list) {
    const found = look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
