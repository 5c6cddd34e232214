import type { Work } from '#platform/work.ts';

/** The person of the registry that an account has proved to be; by primary key. */
export async function personOfAccount({ db, street }: Work, account: string): Promise<string | null> {
  const row = await db
    .selectFrom('identity.account')
    .select('person')
    .where('street', '=', street)
    .where('id', '=', account)
    .executeTakeFirst();
  return row?.person ?? null;
}

/** The account that has proved to be a person; served by account_person_key. */
export async function accountOfPerson({ db, street }: Work, person: string): Promise<string | null> {
  const row = await db
    .selectFrom('identity.account')
    .select('id')
    .where('street', '=', street)
    .where('person', '=', person)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The account of one row of a person becomes that of another row of theirs; returns it. */
export async function moveAccount(
  { db, street }: Work,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<string | null> {
  const row = await db
    .updateTable('identity.account')
    .set({ person: to })
    .where('street', '=', street)
    .where('person', '=', from)
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

const REAL_NAME = 2;

/** Joins a resident's account to a person and raises it, with its open sessions, to a real name; false when there is no such account. */
export async function joinToPerson({ db, street }: Work, account: string, person: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('identity.account')
    .set({ person, level: REAL_NAME })
    .where('street', '=', street)
    .where('id', '=', account)
    .where('kind', '=', 'resident')
    .where('state', '=', 'active')
    .executeTakeFirst();
  await db
    .updateTable('identity.session')
    .set({ level: REAL_NAME })
    .where('street', '=', street)
    .where('account', '=', account)
    .where('kind', '=', 'resident')
    .execute();
  return Number(numUpdatedRows) === 1;
}
