import type { Selectable } from 'kysely';
import type { CasesActivity } from '#platform/db.gen.ts';
import type { Work } from '#platform/work.ts';

export type Activity = Selectable<CasesActivity>;

/** Everything that happened to a case, oldest first, at most 500 lines; served by activity_case_idx. */
export function timelineOf(
  { db, street }: Work,
  caseId: string,
  only: 'all' | 'public' = 'all',
): Promise<Activity[]> {
  return db
    .selectFrom('cases.activity')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .$if(only === 'public', (query) => query.where('public', '=', true))
    .orderBy('at')
    .orderBy('id')
    .limit(500)
    .execute();
}
