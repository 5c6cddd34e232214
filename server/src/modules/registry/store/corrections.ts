import { sql, type Selectable } from 'kysely';
import type { CorrectionAbout, CorrectionField } from '@fengqiao/contract/registry/correction-fields.ts';
import type { CorrectionState } from '@fengqiao/contract/registry/corrections.ts';
import type { RegistryCorrection } from '#platform/db.gen.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

export type CorrectionRow = Selectable<RegistryCorrection>;

export type NewCorrection = {
  readonly id: string;
  readonly about: CorrectionAbout;
  readonly subject: string;
  readonly community: string | null;
  readonly grid: string | null;
  readonly account: string | null;
  readonly takenBy: string | null;
  readonly fields: readonly CorrectionField[];
  readonly asked: Buffer;
  readonly dueAt: Date;
};

export async function insertCorrection(
  { db, street, now }: Work,
  { about, subject, takenBy, asked, dueAt, fields, ...rest }: NewCorrection,
): Promise<void> {
  await db
    .insertInto('registry.correction')
    .values({
      street,
      ...rest,
      person: about === 'person' ? subject : null,
      home: about === 'home' ? subject : null,
      organization: about === 'organization' ? subject : null,
      fields: [...fields],
      taken_by: takenBy,
      asked_enc: asked,
      asked_at: now,
      due_at: dueAt,
    })
    .execute();
}

export async function findCorrection({ db, street }: Work, id: string): Promise<CorrectionRow> {
  const row = await db
    .selectFrom('registry.correction')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

export async function lockCorrection({ db, street }: Work, id: string): Promise<CorrectionRow> {
  const row = await db
    .selectFrom('registry.correction')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

/** Corrections in reach, those due first; served by correction_due_idx, or the index of what they are about. */
export function correctionsDue(
  { db, street }: Work,
  { state, subject }: { state?: CorrectionState | undefined; subject?: string | undefined },
  limit: number,
  after: { at: Date; id: string } | null,
): Promise<CorrectionRow[]> {
  return db
    .selectFrom('registry.correction')
    .selectAll()
    .where('street', '=', street)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'open'))
    .$if(subject !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('person', '=', subject ?? ''),
          eb('home', '=', subject ?? ''),
          eb('organization', '=', subject ?? ''),
        ]),
      ),
    )
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(due_at, id) > (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** How many in reach wait for somebody else than who asked to decide them; served by correction_due_idx. */
export async function countUndecided({ db, street, actor }: Work): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from registry.correction
     where street = ${street} and state = 'open' and coalesce(account, taken_by) is distinct from ${actor.account}`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** Corrections that are overdue and nobody was told of, marked as told; served by correction_due_idx. */
export async function takeOverdueCorrections(
  { db, street, now }: Work,
  most: number,
): Promise<{ id: string; dueAt: Date; community: string | null }[]> {
  const { rows } = await sql<{ id: string; dueAt: Date; community: string | null }>`
    update registry.correction set overdue_told_at = ${now} where street = ${street} and id in (
      select id from registry.correction
       where street = ${street} and state = 'open' and overdue_told_at is null and due_at <= ${now}
       order by due_at, id limit ${most} for update skip locked)
    returning id, due_at as "dueAt", community`.execute(db);
  return rows;
}

/** Those of one resident, newest first; served by correction_account_idx. */
export function correctionsBy({ db, street }: Work, account: string): Promise<CorrectionRow[]> {
  return db
    .selectFrom('registry.correction')
    .selectAll()
    .where('street', '=', street)
    .where('account', '=', account)
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute();
}

/** How many corrections of somebody or something wait; served by the index of what they are about. */
export async function openCorrectionsOf(
  { db, street }: Work,
  subject: string,
  about: CorrectionAbout = 'person',
): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from registry.correction where street = ${street} and ${sql.ref(about)} = ${subject} and state = 'open'`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** Whether one of these fields is being corrected already; served by the index of what they are about. */
export async function isBeingCorrected(
  { db, street }: Work,
  { about, subject }: { about: CorrectionAbout; subject: string },
  fields: readonly CorrectionField[],
): Promise<boolean> {
  const { rows } = await sql<{
    found: boolean;
  }>`select exists (select from registry.correction where street = ${street} and ${sql.ref(about)} = ${subject} and state = 'open' and fields && ${[...fields]}::text[]) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}

export async function saveDecision(
  { db, street, actor, now }: Work,
  id: string,
  { state, accepted, reply }: { state: CorrectionState; accepted: readonly CorrectionField[]; reply: string },
): Promise<void> {
  await db
    .updateTable('registry.correction')
    .set({ state, accepted: [...accepted], reply, decided_by: actor.account, decided_at: now })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}
