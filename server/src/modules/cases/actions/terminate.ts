import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import { after, type Case } from '../domain/case.ts';
import { stageTerms } from '../domain/grades.ts';
import type { SideRequest } from '../store/beside.ts';
import { saveCase } from '../store/case.ts';
import { addClock, stopClocks } from '../store/clock.ts';
import { cancelHelp, finishLeadTask } from '../store/task.ts';

/**
 * The reporter does not cooperate, which was put to the centre in writing and explained (潍坊市12345条例 art. 21). It is an
 * answer, never a solution, and is still checked by somebody outside the handling before it can be closed.
 */
export async function terminate(
  work: Work,
  theCase: Case,
  request: SideRequest,
  note: string,
): Promise<void> {
  const { reason, explained } = fromJson<{ reason: string; explained: string }>(request.facts);
  await finishLeadTask(work, theCase, request.asked_by, explained);
  await cancelHelp(work, theCase);
  await stopClocks(work, theCase.id, ['task', 'first_action']);
  await addClock(work, theCase, { kind: 'check', owner: 'centre', ...stageTerms.check });
  const ended = after(theCase, 'report_handled', work.now, {
    heldBy: request.asked_by,
    outcome: 'explained',
    handledAt: work.now,
  });
  await saveCase(work, theCase, ended, {
    kind: 'terminate',
    public: true,
    facts: { reason, explained, note },
    event: 'case.handled',
  });
}
