import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { after, type Case } from '../domain/case.ts';
import { stageTerms } from '../domain/grades.ts';
import { assignmentsOf, currentAssignment, endAssignments } from '../store/assignment.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { addClock, clocksOf, openClocks, stopClocks } from '../store/clock.ts';
import { cancelOpenTasks, tasksOf } from '../store/task.ts';
import { stateOf } from './answer.ts';

/**
 * Takes a dispatch back before anybody has acknowledged it 撤回分拨. It is as if it had not been given: no change of hands is
 * counted, who saw it by that sees it no more, and the clock of the dispatch runs from where it began, so nobody gains time.
 */
export async function recallDispatch(work: Work, id: string): Promise<CaseState> {
  const theCase = await lockCase(work, id);
  const recalled = after(theCase, 'recall', work.now, {
    lead: null,
    holder: null,
    basis: null,
    dispatchedAt: null,
  });
  const held = await currentAssignment(work, id, 1);
  if (held === undefined || held.acknowledged_at !== null || held.contacted_at !== null)
    refuse('cases.recall_too_late');
  if (held.basis === 'designated') refuse('cases.already_designated');
  const before = (await clocksOf(work, id)).findLast(
    (one) => one.clock.kind === 'dispatch' && one.round === theCase.round,
  );
  const first = (await openClocks(work, id, ['first_action'])).flatMap((one) => one.subject ?? []);
  await endAssignments(work, id, 'recalled');
  await cancelOpenTasks(work, id, first);
  await stopClocks(work, id, ['sign', 'contact', 'task']);
  const startedAt = before?.clock.startedAt ?? work.now;
  await addClock(work, recalled, { kind: 'dispatch', owner: 'centre', ...stageTerms.dispatch, startedAt });
  const seenBy = await stillSeeing(work, theCase);
  return stateOf(
    await saveCase(
      work,
      theCase,
      { ...recalled, seenBy },
      { kind: 'recall', public: true, facts: { unit: theCase.lead }, event: 'case.recalled' },
    ),
  );
}

/** Who goes on seeing it: everybody but those who were to handle it or help and have no other part in it. */
async function stillSeeing(work: Work, { id, seenBy, lead, community, grid }: Case): Promise<string[]> {
  const [given, tasks] = await Promise.all([assignmentsOf(work, id), tasksOf(work, id)]);
  const gone = [lead, ...tasks.filter((task) => task.state === 'cancelled').map((task) => task.unit)];
  const stay = [
    community,
    grid,
    ...given.filter((one) => one.ended_how !== 'recalled').map((one) => one.unit),
    ...tasks.filter((task) => task.state !== 'cancelled').map((task) => task.unit),
  ];
  return seenBy.filter((unit) => !gone.includes(unit) || stay.includes(unit));
}
