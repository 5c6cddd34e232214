import { sql } from 'kysely';
import type { Over, Sampled } from '#platform/keeping.ts';
import type { Work } from '#platform/work.ts';

/** Messages that were sent or given up; served by message_made_idx. */
const oldMessages = ({ street, before, held }: Pick<Work, 'street'> & Over) => sql`
  notices.message m where m.street = ${street} and m.made_at < ${before} and m.state <> 'waiting'
    and not (array[m.account, m.contact, m.case_id] && ${[...held]}::uuid[])`;

export async function countMessages({ db, street }: Work, over: Over): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from ${oldMessages({ street, ...over })}`.execute(db);
  return rows[0]?.n ?? 0;
}

export async function sampleMessages({ db, street }: Work, over: Over, most: number): Promise<Sampled[]> {
  const { rows } = await sql<Sampled>`
    select m.kind as name, m.made_at as at from ${oldMessages({ street, ...over })} order by m.made_at limit ${most}`.execute(
    db,
  );
  return rows;
}

/** Deletes some with the marks that they were read. */
export async function takeMessages({ db, street }: Work, over: Over, most: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select m.id from ${oldMessages({ street, ...over })} order by m.made_at limit ${most} for update`.execute(
    db,
  );
  const ids = rows.map(({ id }) => id);
  await sql`delete from notices.reading where street = ${street} and message = any(${ids}::uuid[])`.execute(
    db,
  );
  await sql`delete from notices.message where street = ${street} and id = any(${ids}::uuid[])`.execute(db);
  return ids.length;
}

/** The words of messages about a case; served by message_case_idx. */
export async function messagesAbout(
  { db, street }: Work,
  caseId: string,
): Promise<{ id: string; zh: string; en: string }[]> {
  return db
    .selectFrom('notices.message')
    .select(['id', 'zh', 'en'])
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .forUpdate()
    .execute();
}

export async function saveWords(
  { db, street }: Work,
  id: string,
  words: { readonly zh: string; readonly en: string },
): Promise<void> {
  await db
    .updateTable('notices.message')
    .set(words)
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}
