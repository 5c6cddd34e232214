import { sql, type Selectable, type SelectQueryBuilder } from 'kysely';
import type { CaseQuery } from '@fengqiao/contract/cases.ts';
import type { CasesCase, DB } from '#platform/db.gen.ts';
import type { Actor, Work } from '#platform/work.ts';
import { pairQuery, plain } from '../domain/pairs.ts';

const lineColumns = [
  'c.id', 'c.no', 'c.version', 'c.state', 'c.round', 'c.channel', 'c.type', 'c.list_version', 'c.grade', 'c.class', 'c.title', 'c.address', 'c.community',
  'c.grid', 'c.lead', 'c.holder', 'c.reports', 'c.lng', 'c.lat', 'c.due_at', 'c.late_since', 'c.satisfied', 'c.outcome', 'c.reported_at', 'c.updated_at',
] as const;
export type Line = Pick<Selectable<CasesCase>, 'id' | 'no' | 'version' | 'state' | 'round' | 'channel' | 'type' | 'list_version' | 'grade' | 'class' | 'title' | 'address' | 'community' | 'grid' | 'lead' | 'holder' | 'reports' | 'lng' | 'lat' | 'due_at' | 'late_since' | 'satisfied' | 'outcome' | 'reported_at' | 'updated_at'>;
type Query = SelectQueryBuilder<DB & { c: CasesCase }, 'c', object>;

/** The states a desk looks at; the rest of a desk's filter stands in `onDesk`. */
export const deskStates: Readonly<Record<string, readonly string[]>> = {
  open: ['received', 'verifying', 'registered', 'negotiating', 'dispatched', 'handling', 'handled', 'held'],
  mine: ['dispatched', 'handling', 'held'],
  intake: ['received', 'verifying', 'registered'],
  to_verify: ['verifying'],
  to_register: ['received'],
  to_dispatch: ['registered', 'negotiating'],
  arbitration: ['registered', 'dispatched', 'handling'],
  to_acknowledge: ['dispatched'],
  in_hand: ['handling'],
  to_check: ['handled'],
  to_close: ['handled'],
  to_archive: ['closed'],
  held: ['held'],
  overdue: ['registered', 'negotiating', 'dispatched', 'handling', 'handled'],
  reopening: ['closed', 'archived', 'declined'],
};

/** Rows of one desk. Equality on state and unit comes first, so that an index of the work list serves each. */
export function onDesk(query: Query, desk: string, { actor, now, street }: Work): Query {
  const states = deskStates[desk];
  let asked = states === undefined ? query : query.where('c.state', 'in', [...states]);
  if (['mine', 'to_acknowledge', 'in_hand'].includes(desk) && !actor.wide) asked = asked.where((eb) => eb.or([eb('c.lead', 'in', units(actor)), eb('c.holder', 'in', units(actor))]));
  if (desk === 'overdue') asked = asked.where('c.due_at', '<', now);
  if (desk === 'arbitration') asked = asked.where((eb) => eb.exists(eb.selectFrom('cases.clock as k').select('k.id').where('k.street', '=', street).whereRef('k.case_id', '=', 'c.id').where('k.kind', '=', 'arbitration').where('k.stopped_at', 'is', null)));
  if (desk === 'to_check' || desk === 'to_close') asked = asked.where((eb) => eb.exists(eb.selectFrom('cases.clock as k').select('k.id').where('k.street', '=', street).whereRef('k.case_id', '=', 'c.id').where('k.kind', '=', desk === 'to_check' ? 'check' : 'close').where('k.stopped_at', 'is', null)));
  if (desk === 'to_archive') asked = asked.where('c.closed_at', '<', new Date(now.getTime() - 14 * 86_400_000));
  if (desk === 'reopening') asked = asked.where((eb) => eb.exists(eb.selectFrom('cases.reopening as r').select('r.id').where('r.street', '=', street).whereRef('r.case_id', '=', 'c.id').where('r.decided_at', 'is', null)));
  return asked;
}

const units = (actor: Actor) => (actor.units.length === 0 ? ['-'] : [...actor.units]);

/** Where a page ended: the value of the order and the id of its last row. */
export type After = { readonly value: string | null; readonly id: string };

/** One page of the work list in its order; served by case_due_idx, case_new_idx and their siblings by unit. */
export function listLines(work: Work, asked: CaseQuery, after: After | null, limit: number): Promise<Line[]> {
  const { db, street } = work;
  const base = filtered(onDesk(db.selectFrom('cases.case as c').where('c.street', '=', street), asked.desk ?? 'all', work), asked);
  return ordered(base, asked.sort ?? 'newest', after).select(lineColumns).limit(limit).execute();
}

function filtered(query: Query, asked: CaseQuery): Query {
  let q = query;
  if (asked.state) q = q.where('c.state', '=', asked.state);
  if (asked.type) q = q.where('c.type', '=', asked.type);
  if (asked.grade) q = q.where('c.grade', '=', asked.grade);
  if (asked.class) q = q.where('c.class', '=', asked.class);
  if (asked.channel) q = q.where('c.channel', '=', asked.channel);
  if (asked.community) q = q.where('c.community', '=', asked.community);
  if (asked.grid) q = q.where('c.grid', '=', asked.grid);
  if (asked.lead) q = q.where('c.lead', '=', asked.lead);
  if (asked.late === true) q = q.where('c.late_since', 'is not', null);
  if (asked.late === false) q = q.where('c.late_since', 'is', null);
  if (asked.since) q = q.where('c.reported_at', '>=', new Date(asked.since));
  if (asked.until) q = q.where('c.reported_at', '<', new Date(asked.until));
  return q;
}

function ordered(query: Query, sort: NonNullable<CaseQuery['sort']>, after: After | null): Query {
  if (sort === 'due') {
    const from = after === null ? query : query.where(sql<boolean>`(coalesce(c.due_at, 'infinity'), c.id) > (coalesce(${after.value}::timestamptz, 'infinity'), ${after.id}::uuid)`);
    return from.orderBy('c.due_at').orderBy('c.id');
  }
  const column = sort === 'changed' ? ('c.updated_at' as const) : ('c.reported_at' as const);
  if (sort === 'oldest') {
    const from = after === null ? query : query.where(sql<boolean>`(${sql.ref(column)}, c.id) > (${after.value}::timestamptz, ${after.id}::uuid)`);
    return from.orderBy(column).orderBy('c.id');
  }
  const from = after === null ? query : query.where(sql<boolean>`(${sql.ref(column)}, c.id) < (${after.value}::timestamptz, ${after.id}::uuid)`);
  return from.orderBy(column, 'desc').orderBy('c.id', 'desc');
}

/** Ids of the newest cases whose title, text, address or number contain a text; scope and index stand in cases.search. */
export async function searchIds({ db }: Work, text: string, states: readonly string[] | null, before: Date | null, limit: number): Promise<string[]> {
  const pairs = pairQuery(text);
  if (pairs === null) return [];
  const { rows } = await sql<{ id: string }>`/* unnamed */ select id from cases.search(${pairs}::tsquery, ${plain(text)}, ${states === null ? null : [...states]}::text[], ${before}::timestamptz, ${limit})`.execute(db);
  return rows.map((row) => row.id);
}

/** Lines by id, newest first. */
export function linesById({ db, street }: Work, ids: readonly string[]): Promise<Line[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db.selectFrom('cases.case as c').select(lineColumns).where('c.street', '=', street).where('c.id', 'in', [...ids]).orderBy('c.reported_at', 'desc').orderBy('c.id', 'desc').execute();
}
