import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { accountOf, isOf, mustHold } from '../domain/acting.ts';
import { after, expectVersion, touched } from '../domain/case.ts';
import { currentAssignments, markAcknowledged } from '../store/assignment.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { openClocks, stopThese } from '../store/clock.ts';
import { stateOf } from './answer.ts';

/** The unit takes the case in hand 签收; whoever got it later, by passing on or reopening, signs for it in a case already being handled. */
export async function acknowledgeCase(work: Work, id: string, version?: number): Promise<CaseState> {
  const [theCase, holders, signing] = await Promise.all([
    lockCase(work, id),
    currentAssignments(work, id),
    openClocks(work, id, ['sign']),
  ]);
  expectVersion(theCase, version);
  mustHold(work.actor, theCase);
  const held = holders.at(-1);
  if (!held || held.acknowledged_at !== null || !isOf(work.actor, held.unit))
    refuse('cases.nothing_to_acknowledge');
  const inHand =
    theCase.state === 'handling' ? touched(theCase, work.now) : after(theCase, 'acknowledge', work.now);
  await markAcknowledged(work, held.id, accountOf(work.actor));
  await stopThese(work, signing);
  return stateOf(
    await saveCase(work, theCase, inHand, {
      kind: 'acknowledge',
      public: true,
      facts: { unit: held.unit },
      event: 'case.acknowledged',
    }),
  );
}
