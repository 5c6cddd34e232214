import { sql, type Selectable } from 'kysely';
import type { Channel } from '@fengqiao/contract/cases/words.ts';
import type { CasesReport } from '#platform/db.gen.ts';
import { fromJson, toJson } from '#platform/json.ts';
import { nationalHotline } from '@fengqiao/contract/hotline.ts';
import { refuse } from '#platform/refusal.ts';
import { unawaited } from '#platform/pipeline.ts';
import type { Work } from '#platform/work.ts';
import type { Facts } from '../domain/intake.ts';

export type Report = Selectable<CasesReport>;

/** The next number of the street, such as TF20261123-000042 (numbers may have gaps), and where to phone. */
export async function newNumber({ db, street, now }: Work): Promise<{ no: string; hotline: string }> {
  const { rows } = await sql<{ n: number; prefix: string; day: string; hotline: string | null }>`
    select nextval('platform.number_seq') as n, s.prefix, to_char(${now}::timestamptz at time zone s.zone, 'YYYYMMDD') as day, s.settings ->> 'hotline' as hotline
      from platform.street s where s.id = ${street}`.execute(db);
  const row = rows[0] ?? refuse('platform.not_found');
  return {
    no: `${row.prefix}${row.day}-${String(row.n).padStart(6, '0')}`,
    hotline: row.hotline ?? nationalHotline,
  };
}

/** What the street is called; by primary key. */
export async function streetName({ db, street }: Work): Promise<{ zh: string; en: string }> {
  const row = await db
    .selectFrom('platform.street')
    .select(['name_zh as zh', 'name_en as en'])
    .where('id', '=', street)
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

export type NewReport = {
  readonly id: string;
  readonly caseId: string;
  readonly channel: Channel;
  readonly account: string | null;
  readonly contact: string | null;
  readonly takenBy: string | null;
  readonly text: string;
  readonly lng: number;
  readonly lat: number;
  readonly accuracy: number | null;
  readonly address: string;
  readonly wishesAnonymous: boolean;
  readonly files: readonly string[];
  readonly trackingHash: string;
  readonly facts: Facts;
  readonly reportedAt: Date;
};

/** Writes what one person said. */
export async function insertReport({ db, street }: Work, made: NewReport): Promise<void> {
  await unawaited(
    db,
    db.insertInto('cases.report').values({
      street,
      id: made.id,
      case_id: made.caseId,
      channel: made.channel,
      account: made.account,
      contact: made.contact,
      taken_by: made.takenBy,
      text: made.text,
      lng: made.lng,
      lat: made.lat,
      accuracy: made.accuracy,
      address: made.address,
      wishes_anonymous: made.wishesAnonymous,
      files: [...made.files],
      tracking_hash: made.trackingHash,
      facts: toJson(made.facts),
      reported_at: made.reportedAt,
    }),
  );
}

/** One report, locked; 404 when it is not of this street or not the reader's. */
export async function lockReport({ db, street }: Work, id: string): Promise<Report> {
  const row = await db
    .selectFrom('cases.report')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

/** One report to look at. */
export async function findReport({ db, street }: Work, id: string): Promise<Report | undefined> {
  return db
    .selectFrom('cases.report')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The report a tracking code belongs to; served by report_tracking_key. */
export async function reportByTracking({ db, street }: Work, hash: string): Promise<Report | undefined> {
  return db
    .selectFrom('cases.report')
    .selectAll()
    .where('street', '=', street)
    .where('tracking_hash', '=', hash)
    .executeTakeFirst();
}

/** All reports of a case, oldest first; served by report_case_idx. */
export function reportsOf({ db, street }: Work, caseId: string): Promise<Report[]> {
  return db
    .selectFrom('cases.report')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .orderBy('reported_at')
    .orderBy('id')
    .execute();
}

/** Whether this account has an open report on a case already; served by report_case_idx. */
export async function hasReported({ db, street }: Work, caseId: string, account: string): Promise<boolean> {
  const row = await db
    .selectFrom('cases.report')
    .select('id')
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('account', '=', account)
    .where('state', '=', 'open')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A page of what an account reported, newest first, with the key to go on after; served by report_account_idx. */
export function reportsBy(
  { db, street }: Work,
  account: string,
  { limit, after }: { limit: number; after: { at: Date; id: string } | null },
): Promise<Report[]> {
  return db
    .selectFrom('cases.report')
    .selectAll()
    .where('street', '=', street)
    .where('account', '=', account)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(reported_at, id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('reported_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Words and pictures added later, after what was said first. */
export async function addToReportRow(
  { db, street }: Work,
  id: string,
  facts: Record<string, unknown>,
  files: readonly string[],
): Promise<void> {
  await db
    .updateTable('cases.report')
    .set({ facts: toJson(facts), files: sql<string[]>`files || ${[...files]}::uuid[]` })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** The reporter takes it back; it stays on record. */
export async function withdrawReportRow({ db, street }: Work, id: string): Promise<void> {
  await db
    .updateTable('cases.report')
    .set({ state: 'withdrawn' })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** What was answered beside the text. */
export const factsOf = (report: Report): Record<string, unknown> =>
  fromJson<Record<string, unknown>>(report.facts);
