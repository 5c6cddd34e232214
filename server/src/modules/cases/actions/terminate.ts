import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import { after, type Case } from '../domain/case.ts';
import type { SideRequest } from '../store/beside.ts';
import { saveCase } from '../store/case.ts';
import { addClock } from '../store/clock.ts';
import { cancelOpenTasks } from '../store/task.ts';

/**
 * The reporter does not cooperate, which was put to the centre in writing and explained (潍坊市12345条例 art. 21). It is an
 * answer, never a solution, and is still checked by somebody outside the handling before it can be closed.
 */
export async function terminate(work: Work, theCase: Case, request: SideRequest, note: string): Promise<void> {
  const { reason, explained } = fromJson<{ reason: string; explained: string }>(request.facts);
  await cancelOpenTasks(work, theCase.id);
  await addClock(work, theCase, { kind: 'check', owner: 'centre', unit: 'work_day', value: 1 });
  const ended = after(theCase, 'report_handled', work.now, { heldBy: request.asked_by, outcome: 'explained', handledAt: work.now });
  await saveCase(work, theCase, ended, { kind: 'terminate', public: true, facts: { reason, explained, note }, event: 'case.handled' });
}
