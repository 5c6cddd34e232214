import type { Selectable } from 'kysely';
import type { CasesTask } from '#platform/db.gen.ts';
import { refuse } from '#platform/refusal.ts';
import { unawaited } from '#platform/pipeline.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';

export type Task = Selectable<CasesTask>;

type Given = {
  readonly unit: string;
  readonly part: 'lead' | 'co';
  readonly text: string;
  readonly weight?: number | undefined;
  readonly required?: boolean | undefined;
};

/** Gives a unit its share of the work. */
export async function addTask(
  work: Work,
  theCase: Case,
  { unit, part, text, weight = 1, required = true }: Given,
): Promise<string> {
  const id = work.newId();
  await unawaited(
    work.db,
    work.db.insertInto('cases.task').values({
      street: work.street,
      id,
      case_id: theCase.id,
      round: theCase.round,
      unit,
      part,
      text,
      weight,
      required,
      given_by: work.actor.account,
      given_at: work.now,
    }),
  );
  return id;
}

/** A task, locked; 404 when it is not of this street. */
export async function lockTask({ db, street }: Work, id: string): Promise<Task> {
  const row = await db
    .selectFrom('cases.task')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

/** The tasks of a case, all rounds, oldest first; served by task_case_idx. */
export function tasksOf({ db, street }: Work, caseId: string): Promise<Task[]> {
  return db
    .selectFrom('cases.task')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .orderBy('given_at')
    .orderBy('id')
    .execute();
}

/** Cancels what is not finished, when the case goes elsewhere; `kept` tasks stay, such as making a place safe. */
export async function cancelOpenTasks(
  { db, street }: Work,
  caseId: string,
  kept: readonly string[] = [],
): Promise<void> {
  const query = db
    .updateTable('cases.task')
    .set({ state: 'cancelled' })
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('state', 'in', ['open', 'reported', 'rejected']);
  await (kept.length === 0 ? query : query.where('id', 'not in', [...kept])).execute();
}

/** Cancels the joint tasks that nobody accepted; what its unit reported stays to be read. */
export async function cancelHelp({ db, street }: Work, theCase: Case): Promise<void> {
  await db
    .updateTable('cases.task')
    .set({ state: 'cancelled' })
    .where('street', '=', street)
    .where('case_id', '=', theCase.id)
    .where('part', '=', 'co')
    .where('state', 'in', ['open', 'reported', 'rejected'])
    .execute();
}

/** The co-handler's own account of its work. */
export async function reportedTask(
  { db, street, now }: Work,
  id: string,
  by: string,
  report: string,
): Promise<void> {
  await db
    .updateTable('cases.task')
    .set({
      state: 'reported',
      reported_by: by,
      reported_at: now,
      report,
      judged_by: null,
      judged_at: null,
      judgement: null,
    })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** What somebody other than the author thought of it. */
export async function judgedTask(
  { db, street, now, actor }: Work,
  task: Task,
  accepted: boolean,
  judgement: string,
): Promise<void> {
  await db
    .updateTable('cases.task')
    .set({
      state: accepted ? 'accepted' : 'rejected',
      judged_by: actor.account,
      judged_at: now,
      judgement,
      rejections: task.rejections + (accepted ? 0 : 1),
    })
    .where('street', '=', street)
    .where('id', '=', task.id)
    .execute();
}

/** The lead's own share is its report on the whole case. */
export async function finishLeadTask(
  { db, street, now }: Work,
  theCase: Case,
  by: string,
  report: string,
): Promise<void> {
  await db
    .updateTable('cases.task')
    .set({ state: 'reported', reported_by: by, reported_at: now, report })
    .where('street', '=', street)
    .where('case_id', '=', theCase.id)
    .where('round', '=', theCase.round)
    .where('part', '=', 'lead')
    .where('state', 'in', ['open', 'rejected', 'reported'])
    .execute();
}
