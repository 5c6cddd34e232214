import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import { after, type Case } from '../domain/case.ts';
import { endAssignments } from '../store/assignment.ts';
import type { SideRequest } from '../store/beside.ts';
import { saveCase } from '../store/case.ts';
import { stopClocks } from '../store/clock.ts';
import { endHold } from '../store/hold.ts';
import { withdrawPending } from '../store/request.ts';
import { cancelOpenTasks } from '../store/task.ts';

/** Takes a case entered by mistake out of the count; everything recorded stays readable. */
export async function voidCase(work: Work, theCase: Case, request: SideRequest, note: string): Promise<void> {
  const { reason } = fromJson<{ reason: string }>(request.facts);
  await endEverything(work, theCase, 'voided');
  await saveCase(work, theCase, after(theCase, 'void', work.now), {
    kind: 'void',
    public: true,
    facts: { reason, note },
    event: 'case.voided',
  });
}

/** Ends holders, tasks, holds and clocks of a case that leaves the line of work. */
export async function endEverything(work: Work, theCase: Case, how: 'voided' | 'merged'): Promise<void> {
  await endAssignments(work, theCase.id, how);
  await cancelOpenTasks(work, theCase.id);
  await endHold(work, theCase.id, how);
  await withdrawPending(work, theCase.id);
  await stopClocks(work, theCase.id);
}
