import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

/** How many cases there are up to now, when one last changed, and how many have which column; the table is read, once a day. */
export async function countCases({
  db,
  street,
  now,
}: Work): Promise<{ newest: Date | null; counts: Record<string, number> }> {
  const { rows } = await sql<Record<string, number> & { newest: Date | null }>`
    select count(*)::int as rows, max(updated_at) filter (where updated_at <= ${now}) as newest,
           count(type)::int as type, count(grade)::int as grade, count(lead)::int as lead, count(community)::int as community,
           count(grid)::int as grid, count(closed_at)::int as "closedAt", count(outcome)::int as outcome,
           count(distinct no)::int as "numbers",
           count(*) filter (where grade in ('S', 'A', 'B', 'C', 'Q'))::int as "gradeRight",
           count(*) filter (where closed_at >= reported_at)::int as "closedRight"
      from cases."case" where street = ${street} and not sensitive and reported_at <= ${now}`.execute(db);
  const { newest = null, ...counts } = rows[0] ?? {};
  return { newest, counts };
}

/** A page of cases that are not sensitive, by primary key; neither words nor place of them. */
export const casesAfter = ({ db, street }: Work, after: string | null, limit: number) =>
  db
    .selectFrom('cases.case')
    .select(['id', 'no', 'type', 'grade', 'state', 'channel', 'lead', 'community', 'grid', 'outcome'])
    .select(['reported_at', 'closed_at'])
    .where('street', '=', street)
    .where('sensitive', '=', false)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
