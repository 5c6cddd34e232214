import { sql } from 'kysely';
import type { MapFilter } from '@fengqiao/contract/cases/map.ts';
import { classesOnMap, statesOfKind, type MapBy } from '@fengqiao/contract/cases/map-words.ts';
import { openStates, type State } from '@fengqiao/contract/cases/words.ts';
import { ONE_PLAN, UNNAMED } from '#platform/db.ts';
import type { Work } from '#platform/work.ts';
import { ageBorders, endOfDay } from '../domain/map/kinds.ts';
import { inStates, type Condition } from './desk.ts';
import { narrowing } from './narrow.ts';
import { statesOf } from './work-list.ts';

const from = sql.raw('from cases."case" c');

/** Cells of the map are told at this zoom: some 16 metres, finer than a cluster of any tile made of them. */
const CELL_BITS = 10;

export type Cells = {
  /** The middle of each cell as a quad, in rising order. */
  readonly quads: Float64Array;
  readonly kinds: Uint8Array;
  readonly counts: Uint32Array;
  readonly late: Uint32Array;
};

/**
 * What the actor may see of the filtered cases, counted together in small cells. Served by case_map_open_idx, or by
 * case_map_idx for what has ended; neither reads the table. Some 30 ms for 40 000 cases, half a second for a million.
 */
export async function mapCells(work: Work, filter: MapFilter, by: MapBy): Promise<Cells> {
  const { rows } = await sql<{ cell: number; kind: number; n: number; late: number }>`/* unnamed */
    select c.quad >> ${sql.lit(CELL_BITS)} as cell, ${kindOf(work, filter, by)} as kind, count(*)::int as n,
           (count(*) filter (where ${isLate(filter)}))::int as late
      ${from} where ${sql.join(within(work, filter), sql` and `)} group by 1, 2 order by 1, 2`.execute(
    work.db,
  );
  const size = 2 ** CELL_BITS;
  return {
    quads: Float64Array.from(rows, ({ cell }) => cell * size + (size * 3) / 4),
    kinds: Uint8Array.from(rows, ({ kind }) => kind),
    counts: Uint32Array.from(rows, ({ n }) => n),
    late: Uint32Array.from(rows, ({ late }) => late),
  };
}

export type Point = {
  readonly id: string;
  readonly no: string;
  readonly quad: number;
  readonly kind: number;
  readonly late: boolean;
  readonly state: State;
  readonly type: string | null;
  readonly reportedAt: Date;
};
export type Range = { readonly from: number; readonly below: number };

/** Single cases of one range of places, no more than `most`; served by the same indexes. */
export async function mapPoints(
  work: Work,
  { filter, by }: { filter: MapFilter; by: MapBy },
  ranges: readonly Range[],
  most: number,
): Promise<Point[]> {
  const inRange = ranges.map(
    (range) => sql`c.quad >= ${range.from}::bigint and c.quad < ${range.below}::bigint`,
  );
  // With nothing but a place asked for, the index of the map is the plan, and planning it anew would cost more than the tile.
  const planned = sql.raw(narrowing(filter, work).length === 0 ? ONE_PLAN : UNNAMED);
  const { rows } = await sql<Point>`${planned}
    select c.id, c.no, c.quad, ${kindOf(work, filter, by)} as kind, ${isLate(filter)} as late, c.state, c.type, c.reported_at as "reportedAt"
      ${from} where ${sql.join([...within(work, filter), sql`(${sql.join(inRange, sql` or `)})`], sql` and `)}
     limit ${sql.lit(most)}`.execute(work.db);
  return rows;
}

export type Tally = {
  readonly what: 'kind' | 'age' | 'type' | 'lead' | 'all';
  readonly key: string | null;
  readonly n: number;
  readonly late: number;
};

/** The filtered cases by state, age, type and lead in one reading; served by the indexes of the map. */
export async function mapTallies(work: Work, filter: MapFilter): Promise<Tally[]> {
  const { rows } = await sql<Tally>`/* unnamed */
    select case when grouping(kind) = 0 then 'kind' when grouping(age) = 0 then 'age' when grouping(type) = 0 then 'type' when grouping(lead) = 0 then 'lead' else 'all' end as what,
           coalesce(kind::text, age::text, type, lead) as key, sum(n)::int as n, sum(late)::int as late
      from (select ${kindOf(work, filter, 'state')} as kind, ${kindOf(work, filter, 'age')} as age, c.type, c.lead, count(*) as n,
                   count(*) filter (where ${isLate(filter)}) as late
              ${from} where ${sql.join(within(work, filter), sql` and `)} group by 1, 2, 3, 4) few
     group by grouping sets ((kind), (age), (type), (lead), ()) order by n desc, key`.execute(work.db);
  return rows;
}

export type GridTally = {
  readonly grid: string | null;
  readonly kind: number;
  readonly n: number;
  readonly late: number;
};

/** The filtered cases of each grid by kind of state; served by the indexes of the map. */
export async function gridTallies(work: Work, filter: MapFilter): Promise<GridTally[]> {
  const { rows } = await sql<GridTally>`/* unnamed */
    select c.grid, ${kindOf(work, filter, 'state')} as kind, count(*)::int as n, (count(*) filter (where ${isLate(filter)}))::int as late
      ${from} where ${sql.join(within(work, filter), sql` and `)} group by 1, 2`.execute(work.db);
  return rows;
}

export type Open = {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly type: string | null;
  readonly state: State;
  readonly lng: number;
  readonly lat: number;
};

/** The newest open cases of the filter reported since then; served by the indexes of open cases. */
export async function newestOpen(work: Work, filter: MapFilter, since: Date, most: number): Promise<Open[]> {
  const where = [...within(work, filter), inStates(openStates), sql`c.reported_at >= ${since}`];
  const { rows } = await sql<Open>`/* unnamed */
    select c.id, c.no, c.title, c.type, c.state, c.lng, c.lat ${from} where ${sql.join(where, sql` and `)}
     order by c.reported_at desc, c.id limit ${sql.lit(most)}`.execute(work.db);
  return rows;
}

/** Whether a case counts as late: now, or at the end of the day that is asked for. */
const isLate = ({ openOn }: MapFilter): Condition =>
  openOn === undefined
    ? sql`c.late_since is not null`
    : sql`coalesce(c.late_since < ${endOfDay(openOn)}, false)`;

function within(work: Work, filter: MapFilter): Condition[] {
  const { desk = 'open', state, openOn } = filter;
  // What was open on a day may have ended since, so its state of today narrows nothing.
  const states = statesOf({
    desk: openOn === undefined ? desk : 'all',
    ...(state === undefined ? {} : { state }),
  });
  return [
    sql`c.street = ${work.street}`,
    ...(states === null ? [] : [inStates(states)]),
    ...narrowing(filter, work),
  ];
}

/** The place of a case's kind among those of its way of telling apart. */
function kindOf({ now }: Work, { openOn }: MapFilter, by: MapBy): Condition {
  if (by === 'class')
    return sql`case c.class ${sql.join(
      classesOnMap.slice(0, -1).map((name, i) => sql`when ${sql.lit(name)} then ${sql.lit(i)}`),
      sql` `,
    )} else ${sql.lit(classesOnMap.length - 1)} end`;
  if (by === 'state')
    return sql`case ${sql.join(
      Object.values(statesOfKind).map((states, i) => sql`when ${inStates(states)} then ${sql.lit(i)}`),
      sql` `,
    )} end`;
  const borders = ageBorders(openOn === undefined ? now : endOfDay(openOn));
  return sql`case ${sql.join(
    borders.map((border, i) => sql`when c.reported_at > ${border}::timestamptz then ${sql.lit(i)}`),
    sql` `,
  )} else ${sql.lit(borders.length)} end`;
}
