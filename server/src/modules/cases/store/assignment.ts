import type { Selectable } from 'kysely';
import type { Basis } from '@fengqiao/contract/cases/words.ts';
import type { CasesAssignment } from '#platform/db.gen.ts';
import { toJson } from '#platform/json.ts';
import { unawaited } from '#platform/pipeline.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';

export type Assignment = Selectable<CasesAssignment>;
export type EndedHow =
  | 'returned'
  | 'rerouted'
  | 'arbitrated'
  | 'done'
  | 'merged'
  | 'voided'
  | 'reopened'
  | 'recalled';

type Given = {
  readonly level: 1 | 2;
  readonly unit: string;
  readonly basis: Basis;
  readonly why: Record<string, unknown>;
};

/** Gives the case to a unit; the one who had it at this level must have been ended before. */
export async function addAssignment(
  work: Work,
  theCase: Case,
  { level, unit, basis, why }: Given,
): Promise<string> {
  const id = work.newId();
  await unawaited(
    work.db,
    work.db.insertInto('cases.assignment').values({
      street: work.street,
      id,
      case_id: theCase.id,
      round: theCase.round,
      level,
      unit,
      basis,
      why: toJson(why),
      assigned_by: work.actor.account,
      assigned_at: work.now,
    }),
  );
  return id;
}

/** The current holder at a level, or undefined; served by assignment_current_key. */
export function currentAssignment(
  { db, street }: Work,
  caseId: string,
  level: 1 | 2,
): Promise<Assignment | undefined> {
  return db
    .selectFrom('cases.assignment')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('level', '=', level)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/** The current holders, the unit of level 1 first; served by assignment_current_key. */
export function currentAssignments({ db, street }: Work, caseId: string): Promise<Assignment[]> {
  return db
    .selectFrom('cases.assignment')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .orderBy('level')
    .execute();
}

/** Ends the current assignments of a case, at one level or at both. */
export async function endAssignments(
  work: Work,
  caseId: string,
  how: EndedHow,
  level?: 1 | 2,
): Promise<void> {
  await unawaited(
    work.db,
    work.db
      .updateTable('cases.assignment')
      .set({ ended_at: work.now, ended_how: how })
      .where('street', '=', work.street)
      .where('case_id', '=', caseId)
      .where('ended_at', 'is', null)
      .$if(level !== undefined, (query) => query.where('level', '=', level ?? 1)),
  );
}

/** The whole chain of holders, oldest first; served by assignment_case_idx. */
export function assignmentsOf({ db, street }: Work, caseId: string): Promise<Assignment[]> {
  return db
    .selectFrom('cases.assignment')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .orderBy('assigned_at')
    .orderBy('id')
    .execute();
}

/** The unit took it in hand. */
export async function markAcknowledged({ db, street, now }: Work, id: string, by: string): Promise<void> {
  await unawaited(
    db,
    db
      .updateTable('cases.assignment')
      .set({ acknowledged_at: now, acknowledged_by: by })
      .where('street', '=', street)
      .where('id', '=', id),
  );
}

/** The reporter was reached for the first time. */
export async function markContacted({ db, street, now }: Work, id: string): Promise<void> {
  await unawaited(
    db,
    db
      .updateTable('cases.assignment')
      .set({ contacted_at: now })
      .where('street', '=', street)
      .where('id', '=', id)
      .where('contacted_at', 'is', null),
  );
}

/** A return was asked on this assignment; there is one. */
export async function markReturned({ db, street }: Work, id: string): Promise<void> {
  await unawaited(
    db,
    db
      .updateTable('cases.assignment')
      .set({ returned: true })
      .where('street', '=', street)
      .where('id', '=', id),
  );
}
