import { cutAtCrossings, type Piece } from '../../src/modules/grids/domain/arrangement.ts';
import type { Position } from '../../src/modules/grids/domain/geojson.ts';
import { at } from '../../src/modules/grids/domain/ring.ts';
import { BlockMap, OUTLINE_OWNER, PER_METRE } from './block-map.ts';
import type { Plan } from './plan.ts';

/** A block smaller than this is a leftover between two lines and joins a neighbour (square metres). */
const LEAST_BLOCK = 22_000;
/** How far lines are drawn out beyond the outline, so that they surely meet it. */
const OVERSHOOT_METRES = 3;

/** The blocks between the roads and waters of a plan. */
export function layBlocks(plan: Plan): BlockMap {
  const lines = [plan.outline, ...plan.lines.map((line) => overshoot(line.points))];
  const map = new BlockMap(cutAtCrossings(lines.flatMap(piecesOf)), plan.outline);
  for (let small = smallest(map); small !== null; small = smallest(map)) {
    const [nearest] = [...map.neighbours(small)]
      .sort((a, b) => b[1] - a[1])
      .filter(([other]) => map.outlineOf(new Set([other, small])));
    if (!nearest || !map.merge(nearest[0], small)) break;
  }
  return map;
}

function smallest(map: BlockMap): number | null {
  const [first] = map.blocks
    .map((block) => ({ block, area: map.area(block) }))
    .sort((a, b) => a.area - b.area);
  return first && first.area < LEAST_BLOCK ? first.block : null;
}

function piecesOf(line: readonly Position[], owner: number): Piece[] {
  const points = line.map(([x, y]): Position => [Math.round(x * PER_METRE), Math.round(y * PER_METRE)]);
  return points.slice(1).map((b, i) => ({ a: at(points, i), b, owner: owner + OUTLINE_OWNER }));
}

function overshoot(points: readonly Position[]): Position[] {
  const n = points.length;
  const first = at(points, 0);
  const last = at(points, n - 1);
  if (first[0] === last[0] && first[1] === last[1]) return [...points];
  return [beyond(at(points, 1), first), ...points, beyond(at(points, n - 2), last)];
}

function beyond(from: Position, [x, y]: Position): Position {
  const length = Math.hypot(x - from[0], y - from[1]) || 1;
  return [x + ((x - from[0]) / length) * OVERSHOOT_METRES, y + ((y - from[1]) / length) * OVERSHOOT_METRES];
}
