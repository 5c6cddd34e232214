import type { Work } from '#platform/work.ts';

/** Names of staff by their accounts. */
export async function staffNames(
  { db, street }: Work,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (accounts.length === 0) return new Map();
  const rows = await db
    .selectFrom('identity.v_staff')
    .select(['id', 'name'])
    .where('street', '=', street)
    .where('id', 'in', [...new Set(accounts)])
    .$narrowType<{ id: string; name: string }>()
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
