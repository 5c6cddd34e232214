import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

/** The question a reporter may answer now, by report; served by ask_report_idx. */
export async function questionsOf(
  { db, street, now }: Work,
  reports: readonly string[],
): Promise<Map<string, string>> {
  if (reports.length === 0) return new Map();
  const rows = await db
    .selectFrom('cases.ask as a')
    .innerJoin('cases.case as c', (join) =>
      join
        .onRef('c.street', '=', 'a.street')
        .onRef('c.id', '=', 'a.case_id')
        .onRef('c.round', '=', 'a.round'),
    )
    .select(['a.report', 'a.id'])
    .where('a.street', '=', street)
    .where('a.report', 'in', [...reports])
    .where('a.kind', '<>', 'callback')
    .where('a.answered_at', 'is', null)
    .where('a.ask_at', '<=', now)
    .where((eb) => eb.or([eb('a.ends_at', 'is', null), eb('a.ends_at', '>=', now)]))
    .where('c.state', 'in', ['closed', 'archived'])
    .orderBy('a.ask_at')
    .execute();
  return new Map(rows.map((row) => [row.report, row.id]));
}

/** Since when each case lies with whoever has it in hand now; served by assignment_current_key. */
export async function heldSinceOf(
  { db, street }: Work,
  cases: readonly string[],
): Promise<Map<string, Date>> {
  if (cases.length === 0) return new Map();
  const rows = await db
    .selectFrom('cases.assignment')
    .select(['case_id', (eb) => eb.fn.max('assigned_at').as('since')])
    .where('street', '=', street)
    .where('case_id', 'in', [...cases])
    .where('ended_at', 'is', null)
    .groupBy('case_id')
    .execute();
  return new Map(rows.map((row) => [row.case_id, row.since]));
}

/** Pictures of the work done in a round, oldest first; served by evidence_case_idx. */
export async function photosAfter({ db, street }: Work, caseId: string, round: number): Promise<string[]> {
  const rows = await db
    .selectFrom('cases.evidence')
    .select('file')
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('round', '=', round)
    .where('stage', '=', 'handle')
    .where('kind', '=', 'photo')
    .where('file', 'is not', null)
    .orderBy('at')
    .limit(20)
    .execute();
  return rows.flatMap((row) => row.file ?? []);
}

export type Waiting = {
  readonly reason: string;
  readonly plan: string;
  readonly title: string | null;
  readonly dueOn: string | null;
};

/** Why a case is on hold and what comes next, or undefined; served by hold_current_key. */
export async function waitingOf({ db, street }: Work, caseId: string): Promise<Waiting | undefined> {
  const { rows } = await sql<Waiting>`
    select h.reason, h.plan, m.title, to_char(m.due_on, 'YYYY-MM-DD') as "dueOn"
      from cases.hold h
      left join lateral (select title, due_on from cases.milestone where street = h.street and hold = h.id and done_at is null order by due_on limit 1) m on true
     where h.street = ${street} and h.case_id = ${caseId} and h.ended_at is null`.execute(db);
  return rows[0];
}

/** Whether the number is that of a case that was merged into this one, at once or by way of others; a reporter still knows it by that. */
export async function isFormerNumber({ db, street }: Work, caseId: string, no: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with recursive later as (
      select id, merged_into from cases."case" where street = ${street} and no = ${no}
      union select c.id, c.merged_into from cases."case" c join later on c.street = ${street} and c.id = later.merged_into)
    select id from later where id = ${caseId}::uuid`.execute(db);
  return rows.length > 0;
}
