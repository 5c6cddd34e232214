import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

const kinds = ['report', 'report_verification', 'report_handled', 'check', 'task_reported'];

/** How often one account did each kind of act since a moment; served by activity_kind_idx. */
export async function ownActs(
  { db, street }: Work,
  account: string,
  since: Date,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ kind: string; n: number }>`
    select a.kind, count(*)::int as n from cases.activity a
     where a.street = ${street} and a.account = ${account} and a.kind = any(${kinds}) and a.at >= ${since}
     group by a.kind`.execute(db);
  return new Map(rows.map(({ kind, n }) => [kind, n]));
}
