import type { Selectable } from 'kysely';
import type { CasesReopening } from '#platform/db.gen.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

export type Reopening = Selectable<CasesReopening>;
type Asked = {
  readonly caseId: string;
  readonly report: string | null;
  readonly kind: 'not_solved' | 'contest' | 'recheck';
  readonly reason: string;
  readonly answerBy: Date;
};

/** Asks that a case be taken up again; the centre must answer. One open request per case: a second one changes nothing. */
export async function addReopening(
  work: Work,
  { caseId, report, kind, reason, answerBy }: Asked,
): Promise<string | null> {
  const id = work.newId();
  const { numInsertedOrUpdatedRows } = await work.db
    .insertInto('cases.reopening')
    .values({
      street: work.street,
      id,
      case_id: caseId,
      report,
      kind,
      reason,
      asked_by: work.actor.account,
      asked_at: work.now,
      answer_by: answerBy,
    })
    .onConflict((conflict) =>
      conflict.columns(['street', 'case_id']).where('decided_at', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? id : null;
}

/** A request to reopen that waits for its answer, locked. */
export async function lockReopening({ db, street }: Work, id: string): Promise<Reopening> {
  const row = await db
    .selectFrom('cases.reopening')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) refuse('platform.not_found');
  return row.decided_at === null ? row : refuse('cases.nothing_to_reopen');
}

/** The centre's answer. */
export async function decideReopeningRow(
  { db, street, now, actor }: Work,
  id: string,
  granted: boolean,
  decision: string,
): Promise<void> {
  await db
    .updateTable('cases.reopening')
    .set({ granted, decision, decided_by: actor.account, decided_at: now })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** All requests to reopen a case, oldest first; served by reopening_case_idx. */
export function reopeningsOf({ db, street }: Work, caseId: string): Promise<Reopening[]> {
  return db
    .selectFrom('cases.reopening')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .orderBy('asked_at')
    .execute();
}

/** True while a request to reopen waits for the centre's answer. */
export async function hasOpenReopening(work: Work, caseId: string): Promise<boolean> {
  return (await reopeningsOf(work, caseId)).some((one) => one.decided_at === null);
}
