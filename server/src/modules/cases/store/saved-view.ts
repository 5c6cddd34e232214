import type { Work } from '#platform/work.ts';

export type SavedView = { id: string; name: string; query: string };

/** The actor's saved filters; served by saved_view_account_idx. */
export function savedViews({ db, street, actor }: Work): Promise<SavedView[]> {
  return db
    .selectFrom('cases.saved_view')
    .select(['id', 'name', 'query'])
    .where('street', '=', street)
    .where('account', '=', actor.account)
    .orderBy('name')
    .limit(50)
    .execute();
}

export async function addSavedView(
  work: Work,
  account: string,
  name: string,
  query: string,
): Promise<SavedView> {
  const id = work.newId();
  await work.db
    .insertInto('cases.saved_view')
    .values({ street: work.street, id, account, name, query, made_at: work.now })
    .execute();
  return { id, name, query };
}

/** Deletes one of the actor's own filters; tells whether there was one. */
export async function dropSavedView({ db, street, actor }: Work, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('cases.saved_view')
    .where('street', '=', street)
    .where('id', '=', id)
    .where('account', '=', actor.account)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
