import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { holds } from '../domain/acting.ts';
import { touched } from '../domain/case.ts';
import { mustBeOpen } from '../domain/request.ts';
import { currentAssignment, markContacted } from '../store/assignment.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { openClocks, stopThese } from '../store/clock.ts';
import { stateOf } from './answer.ts';

/** Notes a contact with the reporter; the contact clock stops only when they were reached. */
export async function recordContact(
  work: Work,
  id: string,
  { reached, note }: { reached: boolean; note: string },
): Promise<CaseState> {
  const [theCase, held, waiting] = await Promise.all([
    lockCase(work, id),
    currentAssignment(work, id, 1),
    openClocks(work, id, ['contact']),
  ]);
  mustBeOpen(theCase);
  if (!holds(work.actor, theCase) && !work.actor.wide) refuse('cases.not_yours', { lead: theCase.lead });
  if (reached) {
    if (held) await markContacted(work, held.id);
    await stopThese(work, waiting);
  }
  return stateOf(
    await saveCase(work, theCase, touched(theCase, work.now), {
      kind: 'contact',
      public: reached,
      facts: { reached, note },
      event: 'case.contacted',
    }),
  );
}
