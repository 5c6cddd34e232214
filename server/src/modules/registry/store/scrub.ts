import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

/** Takes from a person's row all facts and every index by which they were found, and what hangs on it; the bare row stays for counting. */
export async function scrubPerson({ db, street, now }: Work, person: string): Promise<void> {
  await sql`update registry.person set name_index = null, phone_index = null, id_index = null, twin_index = null,
      g2_enc = null, g3_enc = null, digest = null, household = null, home = null, provenance = '{}', version = version + 1,
      state = case state when 'here' then 'left' else state end, changed_at = ${now}
    where street = ${street} and id = ${person}`.execute(db);
  for (const table of ['life_event', 'opening', 'correction', 'home_person'])
    await sql`delete from ${sql.table(`registry.${table}`)} where street = ${street} and person = ${person}`.execute(
      db,
    );
  await sql`delete from registry.code where street = ${street} and subject = ${person}`.execute(db);
  await sql`delete from registry.twin where street = ${street} and ${person} in (one, other)`.execute(db);
  await sql`delete from registry.import_before where street = ${street} and id = ${person}`.execute(db);
  await sql`delete from registry.stage where id = ${person}`.execute(db);
}
