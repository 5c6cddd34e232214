import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

/** Contacts left with the phone of an account; served by contact_phone_idx. */
export async function contactsLikeAccount({ db, street }: Work, account: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from identity.contact c
      join identity.account a on a.street = c.street and a.phone_index = c.phone_index
     where a.street = ${street} and a.id = ${account} and a.kind = 'resident'`.execute(db);
  return rows.map(({ id }) => id);
}

export async function blankContacts({ db, street }: Work, contacts: readonly string[]): Promise<void> {
  await sql`update identity.contact set name_enc = null, phone_enc = null, phone_index = null, email_enc = null
    where street = ${street} and id = any(${[...contacts]}::uuid[])`.execute(db);
}

/** The account stays with a phone that was proved, and is nobody of the registry any more; its sessions fall back with it. */
export async function unjoinPerson({ db, street }: Work, person: string): Promise<void> {
  await sql`with parted as (
      update identity.account set person = null, level = 1
       where street = ${street} and person = ${person} and kind = 'resident' returning id)
    update identity.session s set level = 1 from parted where s.street = ${street} and s.account = parted.id`.execute(
    db,
  );
}

/** Closes a resident's account and takes from it all that tells who held it. */
export async function blankAccount({ db, street, now }: Work, account: string): Promise<void> {
  await sql`delete from identity.phone_code c using identity.account a
    where a.street = ${street} and a.id = ${account} and c.street = a.street and c.phone_index = a.phone_index`.execute(
    db,
  );
  await sql`update identity.account set name_enc = null, phone_enc = null, phone_index = null, totp_enc = null, totp_since = null,
      settings = '{}', level = 0, state = 'closed', person = null
    where street = ${street} and id = ${account} and kind = 'resident'`.execute(db);
  await sql`delete from identity.session where street = ${street} and account = ${account} and kind = 'resident'`.execute(
    db,
  );
  await sql`update identity.mandate set state = 'ended', ended_how = 'lapsed', ended_at = ${now}, asked_index = null
    where street = ${street} and (principal = ${account} or helper = ${account}) and state in ('asked', 'active')`.execute(
    db,
  );
}
