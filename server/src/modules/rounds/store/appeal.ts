import type { Selectable } from 'kysely';
import type { RoundsAppeal } from '#platform/db.gen.ts';
import type { Work } from '#platform/work.ts';

export type Appeal = Omit<Selectable<RoundsAppeal>, 'street'>;
const MOST_OWN = 50;

export async function insertAppeal(
  { db, street }: Work,
  appeal: Pick<
    Appeal,
    'id' | 'account' | 'name' | 'unit' | 'about' | 'case_no' | 'body_enc' | 'state' | 'made_at'
  >,
): Promise<Appeal> {
  return db
    .insertInto('rounds.appeal')
    .values({ street, ...appeal })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** One's own, newest first; served by appeal_account_idx. */
export function appealsOf({ db, street }: Work, account: string): Promise<Appeal[]> {
  return db
    .selectFrom('rounds.appeal')
    .selectAll()
    .where('street', '=', street)
    .where('account', '=', account)
    .orderBy('id', 'desc')
    .limit(MOST_OWN)
    .execute();
}

/** Those of the street, newest first; by primary key. */
export function appeals(
  { db, street }: Work,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<Appeal[]> {
  return db
    .selectFrom('rounds.appeal')
    .selectAll()
    .where('street', '=', street)
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function lockAppeal({ db, street }: Work, id: string): Promise<Appeal | undefined> {
  return db
    .selectFrom('rounds.appeal')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveAnswer(
  { db, street, now, actor }: Work,
  id: string,
  answer: Pick<Appeal, 'state' | 'answer_enc'>,
): Promise<Appeal> {
  return db
    .updateTable('rounds.appeal')
    .set({ ...answer, answered_by: actor.account, answered_at: now })
    .where('street', '=', street)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
