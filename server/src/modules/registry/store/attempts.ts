import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

/** How often one was tried since a moment; served by attempt_who_idx. */
export async function triesSince({ db, street }: Work, who: Buffer, since: Date): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from registry.attempt where street = ${street} and who = ${who} and at > ${since}`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

export async function insertTries(work: Work, whos: readonly Buffer[]): Promise<void> {
  const { db, street, now } = work;
  await db
    .insertInto('registry.attempt')
    .values(whos.map((who) => ({ street, id: work.newId(), who, at: now })))
    .execute();
}

/** Forgets what no longer counts; returns how much. */
export async function forgetTries({ db, street }: Work, before: Date, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with old as (delete from registry.attempt where street = ${street} and id in (select id from registry.attempt where street = ${street} and at < ${before} limit ${most}) returning 1)
    select count(*) as n from old`.execute(db);
  return rows[0]?.n ?? 0;
}
