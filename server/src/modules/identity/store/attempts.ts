import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';
import type { AttemptKind } from '../domain/attempts.ts';

/** The latest tries, newest first; takes their lock, so that tries at once are counted one after another. Served by attempt_who_idx. */
export async function latestAttempts(
  work: Work,
  kind: AttemptKind,
  who: Buffer,
  most: number,
): Promise<Date[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${kind}|${who.toString('hex')}`}, 0))`.execute(
    work.db,
  );
  const rows = await work.db
    .selectFrom('identity.attempt')
    .select('at')
    .where('kind', '=', kind)
    .where('who', '=', who)
    .orderBy('at', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ at }) => at);
}

export async function insertAttempt(work: Work, kind: AttemptKind, who: Buffer): Promise<void> {
  await work.db
    .insertInto('identity.attempt')
    .values({ id: work.newId(), kind, who, at: work.now })
    .execute();
}

export async function clearAttempts(work: Work, kind: AttemptKind, who: Buffer): Promise<void> {
  await work.db.deleteFrom('identity.attempt').where('kind', '=', kind).where('who', '=', who).execute();
}

/** Forgets tries older than a day; served by attempt_at_idx. */
export async function forgetAttempts(work: Work, before: Date): Promise<number> {
  const { numDeletedRows } = await work.db
    .deleteFrom('identity.attempt')
    .where('at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
