import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { after, touched } from '../domain/case.ts';
import { stageTerms } from '../domain/grades.ts';
import { needsArbitration } from '../domain/hand-off.ts';
import { endAssignments } from '../store/assignment.ts';
import type { SideRequest } from '../store/beside.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { addClock, openClocks, stopClocks } from '../store/clock.ts';
import { cancelOpenTasks } from '../store/task.ts';
import { factsOf } from './ask-return.ts';

/**
 * What the dispatcher's word on a return does: approved, the case goes back to be dispatched anew and its overall clock runs
 * on; rejected, the unit keeps it. One in arbitration is settled by a leader's designation only.
 */
export async function decideReturn(
  work: Work,
  request: SideRequest,
  approved: boolean,
  note: string,
): Promise<void> {
  const { clause, betterLead, reason, arbitration } = factsOf(request);
  if (arbitration) refuse('cases.needs_arbitration');
  const theCase = await lockCase(work, request.case_id);
  const facts = { request: request.id, unit: theCase.lead, clause, betterLead, reason, note };
  if (!approved) {
    await saveCase(work, theCase, touched(theCase, work.now), {
      kind: 'return_rejected',
      facts,
      event: 'case.request_rejected',
    });
    return;
  }
  const returned = after(theCase, 'return', work.now, {
    lead: null,
    holder: null,
    heldBy: null,
    basis: null,
  });
  const first = (await openClocks(work, theCase.id, ['first_action'])).flatMap((one) => one.subject ?? []);
  await endAssignments(work, theCase.id, 'returned');
  await cancelOpenTasks(work, theCase.id, first);
  await stopClocks(work, theCase.id, ['sign', 'contact', 'task']);
  await addClock(work, returned, { kind: 'dispatch', owner: 'centre', ...stageTerms.dispatch });
  if (needsArbitration(theCase.handOffs))
    await addClock(work, returned, { kind: 'arbitration', owner: 'street', ...stageTerms.arbitration });
  await saveCase(work, theCase, returned, { kind: 'return', public: true, facts, event: 'case.returned' });
}
