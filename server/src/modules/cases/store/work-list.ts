import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { CaseQuery } from '@fengqiao/contract/cases.ts';
import { openStates } from '@fengqiao/contract/cases/words.ts';
import { ONE_PLAN, UNNAMED } from '#platform/db.ts';
import type { CasesCase } from '#platform/db.gen.ts';
import type { Work } from '#platform/work.ts';
import { deskFilters, deskStates, inStates, isOwnDesk, type Condition } from './desk.ts';
import { narrowing } from './narrow.ts';

const lineColumns = [
  'id',
  'no',
  'version',
  'state',
  'round',
  'channel',
  'type',
  'list_version',
  'grade',
  'class',
  'title',
  'address',
  'community',
  'grid',
  'lead',
  'holder',
  'reports',
  'lng',
  'lat',
  'due_at',
  'late_since',
  'satisfied',
  'outcome',
  'reported_at',
  'updated_at',
] as const;
export type Line = Pick<Selectable<CasesCase>, (typeof lineColumns)[number]>;
const columns = sql.raw(lineColumns.map((name) => `c.${name}`).join(', '));
const from = sql.raw('from cases."case" c');

/** Where a page ended: the value of the order and the id of its last row. */
export type After = { readonly value: string | null; readonly id: string };
type Order = { readonly by: Condition; readonly after: readonly Condition[] };

/**
 * One page of the work list in its order. However many cases there are, only about a page of rows is read: by the index of
 * the one thing asked for (a community, grid, lead or type), by those of what is open, or state by state, each giving its
 * own first page by case_due_idx or case_new_idx.
 */
export async function listLines(
  work: Work,
  asked: CaseQuery,
  after: After | null,
  limit: number,
): Promise<Line[]> {
  const desk = asked.desk ?? 'all';
  const order = orderOf(asked.sort ?? 'newest', after);
  const where = [
    sql`c.street = ${work.street}`,
    ...deskFilters(desk, work),
    ...narrowing(asked, work),
    ...order.after,
  ];
  const states = statesOf(asked);
  const query = isOfAll(asked, work)
    ? seenLines(work, order, limit)
    : queryOf(work, asked, { where, by: order.by, states, limit });
  // What a figure counted lies in one period, of which a plan for whatever is asked would know nothing.
  const { rows } =
    await sql<Line>`${sql.raw(asked.part === undefined ? ONE_PLAN : UNNAMED)} ${query}`.execute(work.db);
  return rows;
}

type Asked = {
  readonly where: readonly Condition[];
  readonly by: Condition;
  readonly states: readonly string[] | null;
  readonly limit: number;
};

function queryOf(work: Work, asked: CaseQuery, { where, by, states, limit }: Asked): RawBuilder<Line> {
  if (states === null) return lines(where, by, limit);
  const inThem = [...where, inStates(states)];
  if (isOwnDesk(asked.desk ?? 'all', work)) return ownLines(work, inThem, by, limit);
  if (states.length <= 1 || hasIndex(asked, states)) return lines(inThem, by, limit);
  const each = lines([...where, sql`c.state = s.state`], by, limit);
  return sql<Line>`
    select c.* from unnest(array[${sql.join(states.map((state) => sql.lit(state)))}]::text[]) s (state)
     cross join lateral (${each}) c order by ${by} limit ${sql.lit(limit)}`;
}

/** How many rows a work list has, counting no further than `most`; whatever index serves the filter serves this. */
export async function countLines(work: Work, asked: CaseQuery, most: number): Promise<number> {
  const states = statesOf(asked);
  const where = [
    sql`c.street = ${work.street}`,
    ...deskFilters(asked.desk ?? 'all', work),
    ...narrowing(asked, work),
    ...(states === null ? [] : [inStates(states)]),
    ...ownOnly(work, asked),
  ];
  const { rows } = await sql<{ n: number }>`/* unnamed */
    select count(*)::int as n from (select ${from} where ${sql.join(where, sql` and `)} limit ${most}) found`.execute(
    work.db,
  );
  return rows[0]?.n ?? 0;
}

function ownOnly(work: Work, { desk = 'all' }: CaseQuery): Condition[] {
  const units = sql`${[...work.actor.units]}::text[]`;
  return isOwnDesk(desk, work) ? [sql`(c.lead = any(${units}) or c.holder = any(${units}))`] : [];
}

/** The states that desk and filter leave; null is every state. */
export function statesOf({ state, desk = 'all' }: CaseQuery): readonly string[] | null {
  const ofDesk = deskStates[desk] ?? null;
  if (state === undefined) return ofDesk;
  return ofDesk === null || ofDesk.includes(state) ? [state] : [];
}

/** Whether some index gives the rows in their order whatever their state: what is open is new, changed lately, or has an index of its own. */
function hasIndex(
  { desk, sort = 'newest', community, grid, lead, type }: CaseQuery,
  states: readonly string[],
): boolean {
  const areOpen = states.every((state) => openStates.some((open) => open === state));
  const place = community ?? grid ?? lead;
  if (sort === 'changed') return true;
  if (sort === 'due') return areOpen && (desk === 'open' || place !== undefined);
  return sort === 'newest' && areOpen && (place ?? type) !== undefined;
}

const lines = (where: readonly Condition[], by: Condition, limit: number) =>
  sql<Line>`select ${columns} ${from} where ${sql.join([...where], sql` and `)} order by ${by} limit ${sql.lit(limit)}`;

/**
 * What lies with somebody's units: as lead, or in the hands of a team or grid of theirs while another leads; served by
 * case_open_lead_idx and, without those whose lead has them in hand, by case_open_held_idx.
 */
function ownLines(
  { actor }: Work,
  where: readonly Condition[],
  by: Condition,
  limit: number,
): RawBuilder<Line> {
  const units = sql`${[...actor.units]}::text[]`;
  const led = lines([...where, sql`c.lead = u.unit`], by, limit);
  const held = lines(
    [
      ...where,
      sql`c.holder = u.unit and c.holder is distinct from c.lead and (c.lead is null or c.lead <> all (${units}))`,
    ],
    by,
    limit,
  );
  return sql<Line>`select c.* from unnest(${units}) u (unit) cross join lateral ((${led}) union all (${held})) c order by ${by} limit ${sql.lit(limit)}`;
}

/** Everything, by age, of somebody who sees only what their units take part in. */
const isOfAll = (asked: CaseQuery, work: Work): boolean =>
  !work.actor.wide &&
  work.actor.kind === 'staff' &&
  ['newest', 'oldest'].includes(asked.sort ?? 'newest') &&
  statesOf(asked) === null &&
  narrowing(asked, work).length === 0;

/** What units take part in, by age; each unit's page comes from cases.seen in its order, and the row policies have the last word. */
function seenLines({ street, actor }: Work, { by, after }: Order, limit: number): RawBuilder<Line> {
  const page = sql`order by ${by} limit ${sql.lit(limit)}`;
  const seen = sql`select c.id, c.reported_at from (select street, unit, reported_at, case_id as id from cases.seen) c
    where ${sql.join([sql`c.street = ${street}`, sql`c.unit = u.unit`, ...after], sql` and `)} ${page}`;
  return sql<Line>`
    select ${columns} from (
        select c.id, c.reported_at from unnest(${[...actor.units]}::text[]) u (unit) cross join lateral (${seen}) c group by 1, 2 ${page}) s
     cross join lateral (select c.* ${from} where c.street = ${street} and c.id = s.id offset 0) c order by ${by}`;
}

function orderOf(sort: NonNullable<CaseQuery['sort']>, after: After | null): Order {
  if (sort === 'due') return { by: sql`c.due_at, c.id`, after: after === null ? [] : [afterDue(after)] };
  const column = sql.raw(sort === 'changed' ? 'c.updated_at' : 'c.reported_at');
  const place = after === null ? null : sql`(${after.value}::timestamptz, ${after.id}::uuid)`;
  if (sort === 'oldest')
    return { by: sql`${column}, c.id`, after: place === null ? [] : [sql`(${column}, c.id) > ${place}`] };
  return {
    by: sql`${column} desc, c.id desc`,
    after: place === null ? [] : [sql`(${column}, c.id) < ${place}`],
  };
}

/** Cases without a deadline stand behind all that have one. */
const afterDue = ({ value, id }: After): Condition =>
  value === null
    ? sql`c.due_at is null and c.id > ${id}::uuid`
    : sql`(c.due_at is null or (c.due_at, c.id) > (${value}::timestamptz, ${id}::uuid))`;

/** Those of some cases that a filter lets through, newest first; served by the primary key. */
export async function linesAmong(work: Work, asked: CaseQuery, ids: readonly string[]): Promise<Line[]> {
  if (ids.length === 0) return [];
  const { desk = 'all' } = asked;
  const states = statesOf(asked);
  const where = [
    sql`c.street = ${work.street}`,
    sql`c.id = any(${[...ids]}::uuid[])`,
    ...(states === null ? [] : [inStates(states)]),
    ...ownOnly(work, asked),
    ...deskFilters(desk, work),
    ...narrowing(asked, work),
  ];
  return (await lines(where, sql`c.reported_at desc, c.id desc`, ids.length).execute(work.db)).rows;
}

/** Lines by id, newest first. */
export async function linesById({ db, street }: Work, ids: readonly string[]): Promise<Line[]> {
  if (ids.length === 0) return [];
  const { rows } =
    await sql<Line>`select ${columns} ${from} where c.street = ${street} and c.id = any(${[...ids]}::uuid[]) order by c.reported_at desc, c.id desc`.execute(
      db,
    );
  return rows;
}
