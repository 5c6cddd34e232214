import { sql } from 'kysely';
import type { Work } from './work.ts';

/**
 * Lets one act at a time count and change what these names stand for, until its transaction ends: for limits over several
 * rows, such as how many helpers somebody may have, where two acts at once would each count before the other had written.
 * What is read afterwards is what the one before left. The names are taken in one order, so that no two acts wait for
 * each other; the two-part key keeps apart from the keys of repeated requests.
 */
export async function alone({ db, street }: Work, names: readonly string[]): Promise<void> {
  for (const name of [...new Set(names)].toSorted())
    await sql`select pg_advisory_xact_lock(hashtext(${street}), hashtext(${name}))`.execute(db);
}
