import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { isOf, mustHold } from '../domain/acting.ts';
import { mayHappen, touched } from '../domain/case.ts';
import { currentAssignment, endAssignments } from '../store/assignment.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { stateOf } from './answer.ts';

/** The lead takes a case back from its team or grid 收回二级交办; the chain stays, and the lead has it in hand again. */
export async function takeBack(work: Work, id: string): Promise<CaseState> {
  const theCase = await lockCase(work, id);
  mustHold(work.actor, theCase);
  if (!mayHappen(theCase.state, 'redispatch')) refuse('cases.not_in_this_state', { state: theCase.state });
  const passed = await currentAssignment(work, id, 2);
  if (passed === undefined || !isOf(work.actor, theCase.lead)) refuse('cases.nothing_to_take_back');
  await endAssignments(work, id, 'rerouted', 2);
  return stateOf(
    await saveCase(work, theCase, touched(theCase, work.now, { holder: theCase.lead }), {
      kind: 'take_back',
      public: true,
      facts: { unit: passed.unit },
      event: 'case.taken_back',
    }),
  );
}
