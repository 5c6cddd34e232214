import type { Role } from '@fengqiao/contract/roles.ts';
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

/** Who holds a role now, and at which unit. */
export const holdersOf = (
  { db, street, now }: Work,
  role: Role,
): Promise<{ account: string; unit: string }[]> =>
  db
    .selectFrom('identity.v_post')
    .select(['account', 'unit'])
    .distinct()
    .where('street', '=', street)
    .where('role', '=', role)
    .where('valid_from', '<=', now)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', now)]))
    .orderBy('unit')
    .orderBy('account')
    .$narrowType<{ account: string; unit: string }>()
    .execute();
