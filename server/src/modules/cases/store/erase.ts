import { sql } from 'kysely';
import type { Erased } from '#platform/room.ts';
import type { Work } from '#platform/work.ts';

/** A report stays with its case and names nobody any more; nobody can follow it by its code either. */
export async function unnameReports({ db, street }: Work, { account, contacts }: Erased): Promise<void> {
  await sql`update cases.report set account = null, contact = null, wishes_anonymous = true,
      tracking_hash = encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'hex')
    where street = ${street} and taken_by is distinct from ${account}::uuid
      and (account = ${account}::uuid or contact = any(${[...contacts]}::uuid[]))`.execute(db);
}
