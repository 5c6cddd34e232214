import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

/**
 * Counts a record among those somebody has opened on a local day, this one included. A second look of the same person at the
 * same time waits for the first, so that two at once cannot both pass the limit.
 */
export async function countReading(
  { db, street }: Work,
  { account, day, record }: { account: string; day: string; record: string },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${street}|care|${account}`}, 0))`.execute(db);
  await sql`insert into care.reading (street, day, account, record) values (${street}, ${day}::date, ${account}, ${record})
    on conflict do nothing`.execute(db);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from care.reading
    where street = ${street} and day = ${day}::date and account = ${account}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Forgets the counts of days that are over. */
export async function forgetReadings({ db, street }: Work, before: string): Promise<void> {
  await sql`delete from care.reading where street = ${street} and day < ${before}::date`.execute(db);
}
