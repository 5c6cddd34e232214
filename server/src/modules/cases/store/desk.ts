import { sql, type RawBuilder } from 'kysely';
import { openStates } from '@fengqiao/contract/cases/words.ts';
import type { Work } from '#platform/work.ts';

/** The states a desk looks at; the rest of a desk's filter stands in `deskFilters`. */
export const deskStates: Readonly<Record<string, readonly string[]>> = {
  open: openStates,
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

export type Condition = RawBuilder<unknown>;

/** Desks of somebody's own: of those who do not see the whole street, their units' cases alone. */
export const isOwnDesk = (desk: string, { actor }: Work): boolean =>
  !actor.wide && ['mine', 'to_acknowledge', 'in_hand'].includes(desk);

/** States written out, so that the planner can prove that an index of open cases holds them all. */
export const inStates = (states: readonly string[]): Condition =>
  states.length === 0 ? sql`false` : sql`c.state in (${sql.join(states.map((state) => sql.lit(state)))})`;

/**
 * What a desk asks of a case `c` beside its states; what waits for a step is told by the clock of that step. Nearly every case
 * that was handled waits for its check, so those are gone through in their order; what waits for the other steps is little, and
 * is found first. Both by clock_open_kind_idx.
 */
export function deskFilters(desk: string, { now, street }: Work): Condition[] {
  const runs = (kind: string, ofCase: Condition) =>
    sql`k.street = ${street} and k.kind = ${sql.lit(kind)} and k.stopped_at is null${ofCase}`;
  const among = (kind: string) =>
    sql`c.id = any(array(select k.case_id from cases.clock k where ${runs(kind, sql``)}))`;
  if (desk === 'overdue') return [sql`c.due_at < ${now}`];
  if (desk === 'arbitration') return [among('arbitration')];
  if (desk === 'to_check')
    return [
      sql`exists (select from cases.clock k where ${runs('check', sql` and k.case_id = c.id`)} offset 0)`,
    ];
  if (desk === 'to_close') return [among('close')];
  if (desk === 'to_archive') return [sql`c.closed_at < ${new Date(now.getTime() - ARCHIVED_AFTER)}`];
  if (desk === 'reopening')
    return [
      sql`c.id = any(array(select r.case_id from cases.reopening r where r.street = ${street} and r.decided_at is null))`,
    ];
  return [];
}

const ARCHIVED_AFTER = 14 * 86_400_000;
