import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';

export type Found = { readonly found: boolean; readonly at: Date };

/** What the last verification on site saw, or undefined when nobody went; served by activity_case_idx. */
export async function lastVerification(work: Work, caseId: string): Promise<Found | undefined> {
  const last = await lastActivity(work, caseId, 'report_verification');
  return last && { found: last.facts['found'] === true, at: last.at };
}

export type LastActivity = { readonly at: Date; readonly facts: Readonly<Record<string, unknown>> };

/** The last activity of a kind, or undefined; served by activity_case_idx. */
export async function lastActivity(
  { db, street }: Work,
  caseId: string,
  kind: string,
): Promise<LastActivity | undefined> {
  const row = await db
    .selectFrom('cases.activity')
    .select(['at', 'facts'])
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { at: row.at, facts: fromJson<Record<string, unknown>>(row.facts) };
}
