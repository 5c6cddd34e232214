import { sql } from 'kysely';
import { SUBJECT_BYTES, type KeyRow, type PackedKeys } from '#platform/crypto/person-key.ts';
import type { Work } from '#platform/work.ts';

/** Keeps keys, many in one statement; a person who has one keeps it. Of people nobody knows yet that need not be looked up. */
export async function insertKeys(
  { db, street, now }: Work,
  { count, width, bytes }: PackedKeys,
  of: 'anybody' | 'new',
): Promise<void> {
  if (count === 0) return;
  await sql`insert into identity.person_key (street, subject, key_enc, made_at)
    select ${street}, encode(substring(${bytes}::bytea from at for ${SUBJECT_BYTES}::int), 'hex')::uuid,
           substring(${bytes}::bytea from at + ${SUBJECT_BYTES}::int for ${width}::int), ${now}
      from (select n * (${SUBJECT_BYTES}::int + ${width}::int) + 1 as at from generate_series(0, ${count}::int - 1) n) one
    ${of === 'new' ? sql`` : sql`on conflict (street, subject) do nothing`}`.execute(db);
}

/** The keys that these people still have; by primary key. One is asked for by itself, since a list is planned anew each time. */
export async function keysOf({ db, street }: Work, subjects: readonly string[]): Promise<KeyRow[]> {
  const [first, ...others] = subjects;
  if (first === undefined) return [];
  const them = others.length === 0 ? sql`subject = ${first}` : sql`subject = any(${[...subjects]}::uuid[])`;
  const { rows } = await sql<KeyRow>`select subject, key_enc as "keyEnc" from identity.person_key
    where street = ${street} and ${them} and key_enc is not null`.execute(db);
  return rows;
}

/** Destroys keys for good; returns whose were destroyed just now. */
export async function eraseKeys({ db, street, now }: Work, subjects: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    subject: string;
  }>`update identity.person_key set key_enc = null, destroyed_at = ${now}
    where street = ${street} and subject = any(${[...subjects]}::uuid[]) and key_enc is not null returning subject`.execute(
    db,
  );
  return rows.map(({ subject }) => subject);
}
