import { sql } from 'kysely';
import type { Emergency } from '@fengqiao/contract/audit/oversight.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { Work } from '#platform/work.ts';

export type BreakGlass = {
  id: string;
  account: string;
  role: Role;
  unit: string;
  subject: string;
  reasonCode: Emergency;
  text: string;
  openedAt: Date;
  endsAt: Date;
  reviewDueAt: Date;
  reviewedAt: Date | null;
  verdict: 'proper' | 'improper' | null;
  note: string | null;
};

const BREAK_GLASS = 1;

const uses = ({ db, street }: Work) =>
  db
    .selectFrom('audit.break_glass as b')
    .where('b.street', '=', street)
    .select([
      'b.id',
      'b.account',
      'b.role',
      'b.unit',
      'b.subject',
      'b.reason_code as reasonCode',
      'b.text',
      'b.opened_at as openedAt',
      'b.ends_at as endsAt',
      'b.review_due_at as reviewDueAt',
      'b.reviewed_at as reviewedAt',
      'b.verdict',
      'b.note',
    ])
    .$narrowType<{ role: Role; reasonCode: Emergency; verdict: BreakGlass['verdict'] }>();

/** What somebody has open now; served by break_glass_open_idx. */
export async function openNow(work: Work, account: string): Promise<BreakGlass | null> {
  const row = await uses(work)
    .where('b.account', '=', account)
    .where('b.ends_at', '>', work.now)
    .executeTakeFirst();
  return row ?? null;
}

/** Ends what somebody has open now; false when nothing is. */
export async function endOpen({ db, street, now }: Work, account: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('audit.break_glass')
    .set({ ends_at: now })
    .where('street', '=', street)
    .where('account', '=', account)
    .where('ends_at', '>', now)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** Held until the transaction ends, so that one person opens one at a time. */
export async function lockOpening({ db, street }: Work, account: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${street}|break-glass|${account}`}, 0))`.execute(
    db,
  );
}

export async function breakGlassById(work: Work, id: string): Promise<BreakGlass | null> {
  return (await uses(work).where('b.id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

/** To be reviewed first, then the newest. */
export function breakGlassList(
  work: Work,
  page: { limit: number; after: string | null },
): Promise<BreakGlass[]> {
  return uses(work)
    .$if(page.after !== null, (query) => query.where('b.id', '<', page.after ?? ''))
    .orderBy('b.id', 'desc')
    .limit(page.limit)
    .execute();
}

type NewUse = Omit<BreakGlass, 'reviewedAt' | 'verdict' | 'note' | 'openedAt'>;

export async function insertBreakGlass({ db, street, now }: Work, one: NewUse): Promise<void> {
  await db
    .insertInto('audit.break_glass')
    .values({
      street,
      id: one.id,
      account: one.account,
      role: one.role,
      unit: one.unit,
      subject: one.subject,
      reason_code: one.reasonCode,
      text: one.text,
      opened_at: now,
      ends_at: one.endsAt,
      review_due_at: one.reviewDueAt,
    })
    .execute();
}

export async function saveReview(
  { db, street, now, actor }: Work,
  id: string,
  { verdict, note }: { verdict: 'proper' | 'improper'; note: string },
): Promise<void> {
  await db
    .updateTable('audit.break_glass')
    .set({ verdict, note, reviewed_by: actor.account, reviewed_at: now })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** How many looks were made in each of these; served by access_marked_idx within their half hours. */
export async function looksIn(
  { db, street }: Work,
  found: readonly BreakGlass[],
): Promise<Map<string, number>> {
  if (found.length === 0) return new Map();
  const { rows } = await sql<{ id: string; looks: number }>`
    select b.id, count(a.id)::int as looks
      from unnest(${found.map(({ id }) => id)}::uuid[], ${found.map(({ account }) => account)}::uuid[],
                  ${found.map(({ openedAt }) => openedAt)}::timestamptz[], ${found.map(({ endsAt }) => endsAt)}::timestamptz[]) b(id, account, from_at, to_at)
      left join audit.access a on a.street = ${street} and a.flags & ${BREAK_GLASS} <> 0 and a.account = b.account
                              and a.at between b.from_at and b.to_at
     group by b.id`.execute(db);
  return new Map(rows.map(({ id, looks }) => [id, looks]));
}

/** False when a look was reviewed before. */
export async function insertReview(
  { db, street, now, actor }: Work,
  access: string,
  { verdict, note }: { verdict: string; note: string },
): Promise<boolean> {
  const done = await db
    .insertInto('audit.review')
    .values({ street, access, at: now, reviewed_by: actor.account ?? '', verdict, note })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows) === 1;
}

type Export = { id: string; reason: string; asked: string; rows: number; sha256: string };

export async function insertExport({ db, street, now, actor }: Work, one: Export): Promise<void> {
  await db
    .insertInto('audit.export')
    .values({ street, account: actor.account ?? '', at: now, ...one })
    .execute();
}
