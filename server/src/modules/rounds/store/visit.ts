import type { Selectable } from 'kysely';
import type { RoundsVisit } from '#platform/db.gen.ts';
import type { Work } from '#platform/work.ts';

export type Visit = Omit<Selectable<RoundsVisit>, 'street'>;

export async function insertVisit({ db, street }: Work, visit: Omit<Visit, 'case_id'>): Promise<void> {
  await db
    .insertInto('rounds.visit')
    .values({ street, ...visit })
    .execute();
}

type Asked = { readonly after: string | undefined; readonly limit: number; readonly own: string | null };

/** Visits in reach, newest first; served by visit_account_idx and the primary key. */
export function visits({ db, street }: Work, { after, limit, own }: Asked): Promise<Visit[]> {
  return db
    .selectFrom('rounds.visit')
    .selectAll()
    .where('street', '=', street)
    .$if(own !== null, (query) => query.where('account', '=', own))
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Notes the case that came of one's own visit; false when there is no such visit. */
export async function saveCaseOf({ db, street, actor }: Work, id: string, caseId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('rounds.visit')
    .set({ case_id: caseId })
    .where('street', '=', street)
    .where('id', '=', id)
    .where('account', '=', actor.account)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Forgets all visits to somebody; served by visit_person_idx. */
export async function deleteVisitsTo({ db, street }: Work, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  await db
    .deleteFrom('rounds.visit')
    .where('street', '=', street)
    .where('person', 'in', [...people])
    .execute();
}
