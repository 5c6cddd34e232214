import { sql, type Selectable } from 'kysely';
import type { CasesListRevision } from '#platform/db.gen.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

export type Revision = Selectable<CasesListRevision>;

/** How many cases of a type a leader had to designate since a moment; served by assignment_designated_idx. */
export async function designationsSince({ db, street }: Work, type: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('cases.assignment as a')
    .innerJoin('cases.case as c', (join) =>
      join.onRef('c.street', '=', 'a.street').onRef('c.id', '=', 'a.case_id'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('a.street', '=', street)
    .where('a.basis', '=', 'designated')
    .where('a.level', '=', 1)
    .where('a.assigned_at', '>', since)
    .where('c.type', '=', type)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

type Cause = {
  readonly type: string;
  readonly caseId: string;
  readonly mandatory: boolean;
  readonly reasonZh: string;
  readonly reasonEn: string;
};

/** Opens the revision of a type, or adds the case to the open one; once mandatory it stays so. Returns its id. */
export async function openRevision(
  { db, street, now, newId }: Work,
  { type, caseId, mandatory, reasonZh, reasonEn }: Cause,
): Promise<string> {
  const row = await db
    .insertInto('cases.list_revision')
    .values({
      street,
      id: newId(),
      type,
      reason_zh: reasonZh,
      reason_en: reasonEn,
      mandatory,
      cases: [caseId],
      opened_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['street', 'type'])
        .where('state', '=', sql.lit('open'))
        .doUpdateSet({
          cases: sql<
            string[]
          >`case when ${caseId}::uuid = any(list_revision.cases) then list_revision.cases else list_revision.cases || ${caseId}::uuid end`,
          mandatory: sql<boolean>`list_revision.mandatory or excluded.mandatory`,
          reason_zh: sql<string>`case when excluded.mandatory or not list_revision.mandatory then excluded.reason_zh else list_revision.reason_zh end`,
          reason_en: sql<string>`case when excluded.mandatory or not list_revision.mandatory then excluded.reason_en else list_revision.reason_en end`,
        }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Open revisions first, mandatory before others, then the last finished ones. */
export function revisionsOf({ db, street }: Work): Promise<Revision[]> {
  return db
    .selectFrom('cases.list_revision')
    .selectAll()
    .where('street', '=', street)
    .orderBy('state', 'desc')
    .orderBy('mandatory', 'desc')
    .orderBy('opened_at', 'desc')
    .limit(500)
    .execute();
}

/** A revision to be finished, locked; 404 when it is not there or already done. */
export async function lockRevision({ db, street }: Work, id: string): Promise<Revision> {
  const row = await db
    .selectFrom('cases.list_revision')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

export async function finishRevisionRow(
  { db, street, now }: Work,
  id: string,
  version: number | null,
  note: string,
): Promise<Revision> {
  return db
    .updateTable('cases.list_revision')
    .set({ state: 'done', done_at: now, done_version: version, done_note: note })
    .where('street', '=', street)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
