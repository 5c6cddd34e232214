import { sql } from 'kysely';
import type { Erased } from '#platform/room.ts';
import type { Work } from '#platform/work.ts';

/** Messages to somebody, with the marks that they were read. */
export async function eraseMessages({ db, street }: Work, { account, contacts }: Erased): Promise<void> {
  const theirs = sql`street = ${street} and (account = ${account}::uuid or contact = any(${[...contacts]}::uuid[]))`;
  await sql`delete from notices.reading where street = ${street} and (account = ${account}::uuid
    or message in (select id from notices.message where ${theirs}))`.execute(db);
  await sql`delete from notices.message where ${theirs}`.execute(db);
}
