import type { Work } from '#platform/work.ts';

type Sealed = { readonly id: string; readonly phone: Buffer };

/** The newest sealed phone of a contact and of an account, as far as there are any; both by primary key, backwards. */
export async function newestSealed({
  db,
  street,
}: Work): Promise<{ contacts: readonly Sealed[]; accounts: readonly Sealed[] }> {
  const newest = (table: 'identity.contact' | 'identity.account') =>
    db
      .selectFrom(table)
      .select(['id', 'phone_enc as phone'])
      .where('street', '=', street)
      .where('phone_enc', 'is not', null)
      .$narrowType<{ phone: Buffer }>()
      .orderBy('id', 'desc')
      .limit(1)
      .execute();
  return { contacts: await newest('identity.contact'), accounts: await newest('identity.account') };
}
