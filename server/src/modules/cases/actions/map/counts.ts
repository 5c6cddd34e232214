import type { GridCounts, mapCounts as told, MapFilter } from '@fengqiao/contract/cases/map.ts';
import { mapKinds } from '@fengqiao/contract/cases/map-words.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { listGrids } from '#modules/grids';
import type { Work } from '#platform/work.ts';
import { gridTallies, mapTallies, type Tally } from '../../store/map.ts';

const MOST_TYPES = 12;
const MOST_LEADS = 12;

/** How the filtered cases within reach divide; the commonest types and leads, the rest together at the end. */
export async function mapCounts(work: Work, filter: MapFilter): Promise<Out<typeof told>> {
  const tallies = await mapTallies(work, filter);
  const of = (what: Tally['what']) => tallies.filter((one) => one.what === what);
  const all = of('all')[0];
  const kinds = keysOf(mapKinds.state);
  const ages = keysOf(mapKinds.age);
  return {
    total: all?.n ?? 0,
    late: all?.late ?? 0,
    states: kinds.map((key, i) => ({ key, count: countOf(of('kind'), i) })),
    ages: ages.map((key, i) => ({ key, count: countOf(of('age'), i) })),
    types: of('type')
      .slice(0, MOST_TYPES)
      .map(({ key, n }) => ({ key, count: n })),
    leads: of('lead')
      .slice(0, MOST_LEADS)
      .map(({ key, n }) => ({ key, count: n })),
  };
}

const countOf = (tallies: readonly Tally[], key: number) =>
  tallies.find((one) => one.key === String(key))?.n ?? 0;

/** The filtered cases of every grid of the street, also of those that have none, and of no grid at all where there are such. */
export async function mapGrids(work: Work, filter: MapFilter): Promise<GridCounts[]> {
  const tallies = Map.groupBy(await gridTallies(work, filter), ({ grid }) => grid);
  const grids = (await listGrids(work, null)).map(({ id, community, workers }) => ({
    grid: id,
    community: community?.id ?? null,
    workers: workers.length,
  }));
  const known = new Set<string | null>(grids.map(({ grid }) => grid));
  const others = [...tallies.keys()].filter((grid) => !known.has(grid));
  return [
    ...grids.filter(({ grid, community }) => fits(filter, grid, community)),
    ...others.map((grid) => ({ grid, community: null, workers: 0 })),
  ].map((one) => {
    const own = tallies.get(one.grid) ?? [];
    const sum = (of: (tally: (typeof own)[number]) => number) =>
      own.reduce((total, tally) => total + of(tally), 0);
    const kind = (at: number) => sum((tally) => (tally.kind === at ? tally.n : 0));
    return {
      ...one,
      total: sum(({ n }) => n),
      late: sum(({ late }) => late),
      waiting: kind(0),
      handling: kind(1),
      checking: kind(2),
      held: kind(3),
      ended: kind(4),
    };
  });
}

const fits = (filter: MapFilter, grid: string, community: string | null) =>
  (filter.grid === undefined || filter.grid === grid) &&
  (filter.community === undefined || filter.community === community);
