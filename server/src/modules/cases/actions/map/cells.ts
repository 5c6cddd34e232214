import type { MapFilter } from '@fengqiao/contract/cases/map.ts';
import type { MapBy } from '@fengqiao/contract/cases/map-words.ts';
import type { Settings } from '#platform/config.ts';
import type { Work } from '#platform/work.ts';
import type { Spot } from '../../domain/map/gather.ts';
import { mapCells, type Cells, type Range } from '../../store/map.ts';
import { stepsOf } from '#modules/grids';

type Kept = { readonly at: number; readonly cells: Promise<Cells> };

// One process may serve several databases, as tests do; the settings stand for the one at hand.
const kept = new WeakMap<Settings, Map<string, Kept>>();
/** A view of the map is some ten tiles asked for at once, and again at every step; so long they are cut from one reading. */
const FRESH_MS = 10_000;
const MOST_KEPT = 48;

/**
 * The filtered cases that the actor may see, counted in small cells; read under the actor's own row policies, and kept a
 * moment for those of the same scope, who would be given the same.
 */
export async function cellsFor(work: Work, filter: MapFilter, by: MapBy): Promise<Cells> {
  const all = kept.get(work.settings) ?? new Map<string, Kept>();
  kept.set(work.settings, all);
  const key = keyOf(work, filter, by);
  const now = work.now.getTime();
  const held = all.get(key);
  if (held !== undefined && now >= held.at && now - held.at < FRESH_MS) return held.cells;
  const cells = mapCells(work, filter, by);
  all.delete(key);
  all.set(key, { at: now, cells });
  for (const old of all.keys()) if (all.size > MOST_KEPT) all.delete(old);
  // A reading that failed is nobody's: whoever comes next reads again.
  cells.catch(() => all.delete(key));
  return cells;
}

/** Who is given the same: all of a street who see the whole of it, or those who stand for the same units. */
function keyOf({ street, actor }: Work, filter: MapFilter, by: MapBy): string {
  const scope = actor.wide ? '*' : actor.units.toSorted().join();
  const asked = Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([street, scope, by, asked]);
}

/** The cells of some ranges of places, as spots. */
export function* spotsIn(cells: Cells, ranges: readonly Range[]): Generator<Spot> {
  for (const { from, below } of ranges)
    for (let i = firstFrom(cells.quads, from); (cells.quads[i] ?? Infinity) < below; i += 1) {
      const [x, y] = stepsOf(cells.quads[i] ?? 0);
      yield { x, y, kind: cells.kinds[i] ?? 0, count: cells.counts[i] ?? 0, late: cells.late[i] ?? 0 };
    }
}

/** The index of the first quad that is not below `from`. */
function firstFrom(quads: Float64Array, from: number): number {
  let [low, high] = [0, quads.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quads[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
