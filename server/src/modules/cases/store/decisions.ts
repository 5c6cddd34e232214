import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

export type Waiting = {
  readonly kind: 'designation' | 'held' | 'reopening' | 'escalation' | 'request';
  readonly id: string;
  readonly case_id: string;
  readonly no: string;
  readonly title: string;
  readonly unit: string | null;
  readonly request: string | null;
  readonly since: Date;
  readonly by: Date | null;
};

/** What one may decide; a kind that is not one's own is not looked for. */
export type Deciding = {
  readonly designates: boolean;
  readonly reviewsHolds: boolean;
  readonly reopens: boolean;
  readonly requests: readonly string[];
};

/** A hold so near its cap is for a leader to look at. */
const NEAR_CAP_DAYS = 30;

/**
 * What waits for somebody's decision, what falls due first on top, and how much there is. By clock_sweep_idx and
 * clock_case_idx, hold_current_key, reopening_open_key and side_request_pending_idx: each only what is open.
 */
export async function waitingDecisions(
  { db, street, now, actor }: Work,
  { designates, reviewsHolds, reopens, requests }: Deciding,
  limit: number,
): Promise<{ items: Waiting[]; total: number }> {
  const { rows } = await sql<Waiting & { total: number }>`
    with waiting as (
      select 'designation' as kind, c.id, c.id as case_id, c.lead as unit, null::text as request, k.started_at as since, k.due_at as by
        from cases.clock k join cases."case" c on c.street = k.street and c.id = k.case_id and c.state in ('registered', 'dispatched', 'handling')
       where k.street = ${street} and k.kind = 'arbitration' and k.stopped_at is null and ${designates}
      union all
      select 'held', c.id, c.id, c.lead, h.reason_code, h.since, h.cap_at
        from cases.hold h join cases."case" c on c.street = h.street and c.id = h.case_id and c.state = 'held'
       where h.street = ${street} and h.ended_at is null and h.cap_at < ${now}::timestamptz + make_interval(days => ${NEAR_CAP_DAYS}) and ${reviewsHolds}
      union all
      select 'reopening', r.id, r.case_id, c.lead, r.kind, r.asked_at, r.answer_by
        from cases.reopening r join cases."case" c on c.street = r.street and c.id = r.case_id
       where r.street = ${street} and r.decided_at is null and ${reopens}
      union all
      select case when q.kind = 'escalation' then 'escalation' else 'request' end, q.id, q.case_id, q.unit, q.kind, q.asked_at,
             (select k.due_at from cases.clock k where k.street = q.street and k.case_id = q.case_id and k.subject = q.id and k.stopped_at is null limit 1)
        from cases.side_request q join cases."case" c on c.street = q.street and c.id = q.case_id
       where q.street = ${street} and q.state = 'pending' and q.kind = any(${[...requests]}::text[])
         and q.asked_by is distinct from ${actor.account}::uuid and (q.facts ->> 'arbitration') is distinct from 'true')
    select w.*, c.no, c.title, count(*) over ()::int as total
      from waiting w join cases."case" c on c.street = ${street} and c.id = w.case_id
     order by w.by nulls last, w.since limit ${limit}`.execute(db);
  return { items: rows, total: rows[0]?.total ?? 0 };
}
