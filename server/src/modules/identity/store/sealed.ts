import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

type Sealed = { readonly id: string; readonly phone: Buffer; readonly index: Buffer | null };

/** The newest sealed phone of a contact and of an account, as far as there are any; both by primary key, backwards. */
export async function newestSealed({
  db,
  street,
}: Work): Promise<{ contacts: readonly Sealed[]; accounts: readonly Sealed[] }> {
  const newest = (table: 'identity.contact' | 'identity.account') =>
    db
      .selectFrom(table)
      .select(['id', 'phone_enc as phone', 'phone_index as index'])
      .where('street', '=', street)
      .where('phone_enc', 'is not', null)
      .$narrowType<{ phone: Buffer }>()
      .orderBy('id', 'desc')
      .limit(1)
      .execute();
  return { contacts: await newest('identity.contact'), accounts: await newest('identity.account') };
}

/** The sealed phones of accounts or contacts, by primary key. */
export async function sealedPhones(
  { db, street }: Work,
  table: 'identity.contact' | 'identity.account',
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly phone: Buffer | null }[]> {
  return db
    .selectFrom(table)
    .select(['id', 'phone_enc as phone'])
    .where('street', '=', street)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
}
