import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

/** The number of a title below a class, an item or a group; what comes up for the first time gets the next one. */
export async function numberOf(work: Work, parent: string, title: string): Promise<number> {
  const known = await find(work, parent, title);
  if (known !== undefined) return known;
  const { db, street } = work;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`catalogue.category ${street} ${parent}`}, 0))`.execute(
    db,
  );
  await sql`
    insert into catalogue.category (street, parent, title, number)
    select ${street}, ${parent}, ${title}, coalesce(max(number), 0) + 1
      from catalogue.category where street = ${street} and parent = ${parent}
    on conflict do nothing`.execute(db);
  return (await find(work, parent, title)) ?? 0;
}

async function find({ db, street }: Work, parent: string, title: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('catalogue.category')
    .where('street', '=', street)
    .where('parent', '=', parent)
    .where('title', '=', title)
    .select('number')
    .executeTakeFirst();
  return row?.number;
}
