import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { CaseQuery } from '@fengqiao/contract/cases.ts';
import type { CasesCase } from '#platform/db.gen.ts';
import type { Work } from '#platform/work.ts';
import { pairQuery, plain } from '../domain/pairs.ts';
import { deskFilters, deskStates, inStates, isOwnDesk, type Condition } from './desk.ts';

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

/**
 * One page of the work list in its order. However many cases there are, only about a page of rows is read: each state of
 * a desk gives its own first page by case_due_idx or case_new_idx, somebody's own cases come from case_open_lead_idx and
 * case_open_holder_idx, what is open by deadline from case_open_due_idx, and one thing asked for from the index of that thing.
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
    ...filters(asked),
    ...order.after,
  ];
  const states = statesOf(asked);
  const { rows } = await (
    isOwnDesk(desk, work)
      ? ownLines(work, states ?? [], where, order, limit)
      : linesIn(states, where, order, limit, desk)
  ).execute(work.db);
  return rows;
}

/** The states that desk and filter leave; null is every state. */
function statesOf({ state, desk = 'all' }: CaseQuery): readonly string[] | null {
  const ofDesk = deskStates[desk] ?? null;
  if (state === undefined) return ofDesk;
  return ofDesk === null || ofDesk.includes(state) ? [state] : [];
}

type Order = {
  readonly by: RawBuilder<unknown>;
  readonly after: readonly Condition[];
  readonly isDue: boolean;
};
type Lines = RawBuilder<Line>;

function linesIn(
  states: readonly string[] | null,
  where: readonly Condition[],
  { by, isDue }: Order,
  limit: number,
  desk: string,
): Lines {
  const all = and(where);
  if (states === null) return sql<Line>`select ${columns} ${from} where ${all} order by ${by} limit ${limit}`;
  if (states.length <= 1 || (desk === 'open' && isDue))
    return sql<Line>`select ${columns} ${from} where ${all} and ${states.length === 0 ? sql`false` : inStates(states)} order by ${by} limit ${limit}`;
  return sql<Line>`
    select c.* from unnest(array[${sql.join(states.map((state) => sql.lit(state)))}]) s (state)
     cross join lateral (select ${columns} ${from} where ${all} and c.state = s.state order by ${by} limit ${limit}) c order by ${by} limit ${limit}`;
}

/** What lies with somebody's units: as lead, or in the hands of a team or grid of theirs while another leads. */
function ownLines(
  { actor }: Work,
  states: readonly string[],
  where: readonly Condition[],
  { by }: Order,
  limit: number,
): Lines {
  const units = sql`${[...actor.units]}::text[]`;
  const rest = sql`${and(where)} and ${states.length === 0 ? sql`false` : inStates(states)}`;
  return sql<Line>`
    select c.* from unnest(${units}) u (unit) cross join lateral (
      (select ${columns} ${from} where ${rest} and c.lead = u.unit order by ${by} limit ${limit})
      union all
      (select ${columns} ${from} where ${rest} and c.holder = u.unit and (c.lead is null or c.lead <> all (${units})) order by ${by} limit ${limit})) c
     order by ${by} limit ${limit}`;
}

const and = (conditions: readonly Condition[]) => sql.join([...conditions], sql` and `);

function filters(asked: CaseQuery): Condition[] {
  const equal = (['type', 'grade', 'class', 'channel', 'community', 'grid', 'lead'] as const).flatMap(
    (name) => (asked[name] === undefined ? [] : [sql`${sql.raw(`c.${name}`)} = ${asked[name]}`]),
  );
  return [
    ...equal,
    ...(asked.late === undefined
      ? []
      : [asked.late ? sql`c.late_since is not null` : sql`c.late_since is null`]),
    ...(asked.since === undefined ? [] : [sql`c.reported_at >= ${new Date(asked.since)}`]),
    ...(asked.until === undefined ? [] : [sql`c.reported_at < ${new Date(asked.until)}`]),
  ];
}

function orderOf(sort: NonNullable<CaseQuery['sort']>, after: After | null): Order {
  if (sort === 'due')
    return { by: sql`c.due_at, c.id`, isDue: true, after: after === null ? [] : [afterDue(after)] };
  const column = sql.raw(sort === 'changed' ? 'c.updated_at' : 'c.reported_at');
  const place = after === null ? null : sql`(${after.value}::timestamptz, ${after.id}::uuid)`;
  if (sort === 'oldest')
    return {
      by: sql`${column}, c.id`,
      isDue: false,
      after: place === null ? [] : [sql`(${column}, c.id) > ${place}`],
    };
  return {
    by: sql`${column} desc, c.id desc`,
    isDue: false,
    after: place === null ? [] : [sql`(${column}, c.id) < ${place}`],
  };
}

/** Cases without a deadline stand behind all that have one. */
const afterDue = ({ value, id }: After): Condition =>
  value === null
    ? sql`c.due_at is null and c.id > ${id}::uuid`
    : sql`(c.due_at is null or (c.due_at, c.id) > (${value}::timestamptz, ${id}::uuid))`;

/** Ids of the newest cases whose title, text, address or number contain a text; scope and index stand in cases.search. */
export async function searchIds(
  { db }: Work,
  text: string,
  states: readonly string[] | null,
  before: Date | null,
  limit: number,
): Promise<string[]> {
  const pairs = pairQuery(text);
  if (pairs === null) return [];
  const { rows } = await sql<{
    id: string;
  }>`/* unnamed */ select id from cases.search(${pairs}::tsquery, ${plain(text)}, ${states === null ? null : [...states]}::text[], ${before}::timestamptz, ${limit})`.execute(
    db,
  );
  return rows.map((row) => row.id);
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
