import type { EvidenceGiven, TaskView } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { unitOf } from '#modules/identity';
import { accountOf, holds, seenBy } from '../domain/acting.ts';
import { mayHappen, touched, type Case } from '../domain/case.ts';
import { mustBeAbleToHelp } from '../domain/duty.ts';
import { mustJudge, mustReport } from '../domain/joint.ts';
import { mustBeOpen } from '../domain/request.ts';
import { lockCase, saveCase, type Told } from '../store/case.ts';
import { addClock, stopClocks } from '../store/clock.ts';
import { lockCaseOf } from '../store/of-case.ts';
import { addTask, judgedTask, lockTask, reportedTask } from '../store/task.ts';
import { takeEvidence } from './evidence.ts';
import { questionOf } from './matter.ts';
import { viewOfTask } from './view-parts.ts';

export type CoTask = {
  readonly unit: string;
  readonly text: string;
  readonly weight?: number | undefined;
  readonly required?: boolean | undefined;
};

/** Gives a further unit its share of a case in hand. */
export async function giveTask(work: Work, id: string, given: CoTask): Promise<TaskView> {
  const theCase = await lockCase(work, id);
  if (!holds(work.actor, theCase) && work.actor.role !== 'dispatcher')
    refuse('cases.not_yours', { lead: theCase.lead });
  if (!mayHappen(theCase.state, 'redispatch')) refuse('cases.not_in_this_state', { state: theCase.state });
  await mustFit(work, theCase, given.unit);
  const [task] = await addCoTasks(work, theCase, [given]);
  const seen = touched(theCase, work.now, { seenBy: seenBy(theCase, [...theCase.seenBy, given.unit]) });
  await saveCase(work, theCase, seen, {
    kind: 'add_task',
    public: true,
    facts: { unit: given.unit, text: given.text },
    event: 'case.task_given',
  });
  return viewOfTask(work, await lockTask(work, task ?? ''), theCase.lead);
}

/** What was recalled by an upper level reaches no street unit, not even as help asked for later (guard 4). */
async function mustFit(work: Work, theCase: Case, unit: string): Promise<void> {
  const { rows, matter, units } = await questionOf(work, theCase);
  mustBeAbleToHelp(rows, matter, units.get(unit) ?? refuse('cases.unknown_unit', { unit }));
}

/** Writes the joint tasks of a dispatch, each with a clock of its own that runs as long as the case may. */
export async function addCoTasks(work: Work, theCase: Case, given: readonly CoTask[]): Promise<string[]> {
  const made: string[] = [];
  for (const one of given) {
    if (one.unit === theCase.lead) refuse('cases.co_is_lead', { unit: one.unit });
    if (!(await unitOf(work, one.unit))?.current) refuse('cases.unknown_unit', { unit: one.unit });
    const id = await addTask(work, theCase, { ...one, part: 'co' });
    await addClock(work, theCase, { kind: 'task', subject: id, owner: one.unit, ...taskTerm(theCase) });
    made.push(id);
  }
  return made;
}

const taskTerm = (theCase: Case) =>
  theCase.grade === 'S' || theCase.grade === 'A'
    ? ({ unit: 'urgent_hour', value: 12 } as const)
    : ({ unit: 'work_day', value: 3 } as const);

/** A co-handler reports its own task; nobody can write it for them. */
export async function reportTask(
  work: Work,
  id: string,
  given: { text: string; evidence?: readonly EvidenceGiven[] | undefined },
): Promise<TaskView> {
  const theCase = await lockCaseOf(work, 'task', id);
  const task = await lockTask(work, id);
  mustBeOpen(theCase);
  mustReport(work.actor, task);
  await takeEvidence(work, theCase, { stage: 'handle', task: task.id }, given.evidence ?? []);
  await reportedTask(work, id, accountOf(work.actor), given.text);
  await stopClocks(work, theCase.id, ['first_action'], task.id);
  await keep(work, theCase, {
    kind: 'task_reported',
    facts: { unit: task.unit, text: given.text },
    event: 'case.task_reported',
  });
  return viewOfTask(work, await lockTask(work, id), theCase.lead);
}

/** Accepts a task or sends it back; an accepted one stops its clock. */
export async function judgeTask(
  work: Work,
  id: string,
  { accepted, note }: { accepted: boolean; note: string },
): Promise<TaskView> {
  const theCase = await lockCaseOf(work, 'task', id);
  const task = await lockTask(work, id);
  mustBeOpen(theCase);
  mustJudge(work.actor, task, theCase.lead);
  await judgedTask(work, task, accepted, note);
  if (accepted) await stopClocks(work, theCase.id, ['task'], task.id);
  await keep(work, theCase, {
    kind: accepted ? 'task_accepted' : 'task_rejected',
    facts: { unit: task.unit, note },
    event: accepted ? 'case.task_accepted' : 'case.task_rejected',
  });
  return viewOfTask(work, await lockTask(work, id), theCase.lead);
}

const keep = (work: Work, theCase: Case, told: Told) =>
  saveCase(work, theCase, touched(theCase, work.now), told);
