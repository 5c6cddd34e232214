import { sql } from 'kysely';
import { careVaultOf } from './crypto/care-vault.ts';
import type { Vault } from './crypto/vault.ts';
import { APP_ROLE } from './db.ts';
import type { Work } from './work.ts';

const CARE_ROLE = 'fengqiao_care';
const become = ({ db }: Pick<Work, 'db'>, role: string) =>
  sql`select set_config('role', ${role}, true)`.execute(db);

/**
 * Reads and writes special-care records: until `act` ends, the transaction works as the role that reads them and nothing
 * else, which the role of everything else cannot. Whoever acts stays who they are; the row policies ask. A refusal leaves
 * the role where it is, and ends the transaction.
 */
export async function asCare<T>(work: Work, act: () => Promise<T>): Promise<T> {
  await become(work, CARE_ROLE);
  const result = await act();
  await become(work, APP_ROLE);
  return result;
}

/** What seals a table, and who reads it: those of special care, or those of everything else. */
export const reaching = <T>(
  work: Work,
  { care = false }: { readonly care?: boolean },
  act: (vault: Vault) => Promise<T>,
): Promise<T> => (care ? asCare(work, () => act(careVaultOf(work.settings))) : act(work.vault));
