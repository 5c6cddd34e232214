import { sql } from 'kysely';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

const read = ({ db, street }: Work) =>
  db
    .selectFrom('retention.legal_hold')
    .where('street', '=', street)
    .select([
      'id',
      'subject',
      'basis',
      'reason',
      'placed_by as placedBy',
      'placed_at as placedAt',
      'lifted_at as liftedAt',
      'lift_reason as liftReason',
    ]);

export type HoldRow = Awaited<ReturnType<ReturnType<typeof read>['executeTakeFirstOrThrow']>>;

export async function lockHold(work: Work, id: string): Promise<HoldRow> {
  return (
    (await read(work).where('id', '=', id).forUpdate().executeTakeFirst()) ?? refuse('platform.not_found')
  );
}

/** Newest first, by primary key. */
export const pageOfHolds = (work: Work, after: string | null, limit: number): Promise<HoldRow[]> =>
  read(work)
    .$if(after !== null, (query) => query.where(sql<boolean>`id::text < ${after}`))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

/** Which of these a hold stands on; by legal_hold_key. */
export async function heldAmong(
  { db, street }: Work,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ subject: string }>`select subject from retention.legal_hold
    where street = ${street} and subject = any(${[...subjects]}::uuid[]) and lifted_at is null`.execute(db);
  return new Set(rows.map(({ subject }) => subject));
}

/** Places a hold; false when one stands already. */
export async function insertHold(
  { db, street, now }: Work,
  {
    id,
    subject,
    basis,
    reason,
    by,
  }: { id: string; subject: string; basis: string; reason: string; by: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('retention.legal_hold')
    .values({ street, id, subject, basis, reason, placed_by: by, placed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function saveLifted(
  { db, street, now }: Work,
  id: string,
  by: string,
  reason: string,
): Promise<void> {
  await db
    .updateTable('retention.legal_hold')
    .set({ lifted_by: by, lifted_at: now, lift_reason: reason })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** The subjects of all holds that stand; by legal_hold_key. */
export async function standingHolds({ db, street }: Work): Promise<string[]> {
  const rows = await db
    .selectFrom('retention.legal_hold')
    .select('subject')
    .where('street', '=', street)
    .where('lifted_at', 'is', null)
    .execute();
  return rows.map(({ subject }) => subject);
}
