import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

export type KeyRow = { readonly subject: string; readonly keyEnc: Buffer };

/** Keeps keys, many in one statement; a person who has one keeps it. */
export async function insertKeys({ db, street, now }: Work, rows: readonly KeyRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into identity.person_key (street, subject, key_enc, made_at)
    select ${street}, one.subject, one.key_enc, ${now}
      from unnest(${rows.map(({ subject }) => subject)}::uuid[], ${rows.map(({ keyEnc }) => keyEnc)}::bytea[]) as one(subject, key_enc)
    on conflict (street, subject) do nothing`.execute(db);
}

/** The keys that these people still have; by primary key. */
export async function keysOf({ db, street }: Work, subjects: readonly string[]): Promise<KeyRow[]> {
  const { rows } = await sql<KeyRow>`select subject, key_enc as "keyEnc" from identity.person_key
    where street = ${street} and subject = any(${[...subjects]}::uuid[]) and key_enc is not null`.execute(db);
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
