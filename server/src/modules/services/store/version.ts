import { sql } from 'kysely';
import type { ServiceBody } from '@fengqiao/contract/services.ts';
import { fromJson, toJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';

export type Version = {
  readonly code: string;
  readonly number: number;
  readonly from: string;
  readonly item: ServiceBody | null;
  readonly reason: string;
  readonly name: string;
  readonly madeAt: Date;
  readonly revokedName: string | null;
  readonly revokedAt: Date | null;
  readonly revoked: boolean;
};

/** Versions of the street's items, or of one, the newest first; there are few; by primary key. */
export async function versionsOf({ db, street }: Work, code?: string): Promise<Version[]> {
  const rows = await db
    .selectFrom('services.version')
    .select(['code', 'number', sql<string>`from_on::text`.as('from'), 'item', 'reason', 'name'])
    .select(['made_at as madeAt', 'revoked_name as revokedName', 'revoked_at as revokedAt'])
    .where('street', '=', street)
    .$if(code !== undefined, (query) => query.where('code', '=', code ?? ''))
    .orderBy('code')
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    item: fromJson<ServiceBody | null>(row.item),
    revoked: row.revokedAt !== null,
  }));
}

/** What holds on a day of each code, or of one; served by version_from_idx. */
export async function versionsInForce(
  { db, street }: Work,
  today: string,
  code?: string,
): Promise<{ code: string; number: number; from: string; item: ServiceBody | null }[]> {
  const rows = await db
    .selectFrom('services.version')
    .distinctOn('code')
    .select(['code', 'number', sql<string>`from_on::text`.as('from'), 'item'])
    .where('street', '=', street)
    .where('revoked_at', 'is', null)
    .where('from_on', '<=', sql<Date>`${today}::date`)
    .$if(code !== undefined, (query) => query.where('code', '=', code ?? ''))
    .orderBy('code')
    .orderBy('from_on', 'desc')
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, item: fromJson<ServiceBody | null>(row.item) }));
}

type New = Pick<Version, 'code' | 'number' | 'from' | 'item' | 'reason'>;

/** Adds a version; the primary key holds that nobody else added the same number meanwhile. */
export async function addVersion(
  { db, street, actor, now }: Work,
  account: string,
  made: New,
): Promise<void> {
  const { code, number, from, item, reason } = made;
  await db
    .insertInto('services.version')
    .values({
      street,
      code,
      number,
      from_on: sql<Date>`${from}::date`,
      item: item === null ? null : toJson(item),
      reason,
      name: actor.name,
      account,
      made_at: now,
    })
    .execute();
}

/** Takes a version back; false when there is none that could be. */
export async function saveRevoked(
  { db, street, actor, now }: Work,
  code: string,
  number: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('services.version')
    .set({ revoked_at: now, revoked_name: actor.name })
    .where('street', '=', street)
    .where('code', '=', code)
    .where('number', '=', number)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Keeps two changes of one item apart until the end of the transaction. */
export async function holdItem({ db, street }: Work, code: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`service|${street}|${code}`}, 0))`.execute(db);
}
