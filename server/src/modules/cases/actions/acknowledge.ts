import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { accountOf, isOf, mustHold } from '../domain/acting.ts';
import { after, expectVersion, touched } from '../domain/case.ts';
import { markAcknowledged, currentAssignment } from '../store/assignment.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { stopClocks } from '../store/clock.ts';
import { stateOf } from './answer.ts';

/** The unit takes the case in hand 签收; whoever got it later, by passing on or reopening, signs for it in a case already being handled. */
export async function acknowledgeCase(work: Work, id: string, version?: number): Promise<CaseState> {
  const theCase = await lockCase(work, id);
  expectVersion(theCase, version);
  mustHold(work.actor, theCase);
  const held = (await currentAssignment(work, id, 2)) ?? (await currentAssignment(work, id, 1));
  if (!held || held.acknowledged_at !== null || !isOf(work.actor, held.unit))
    refuse('cases.nothing_to_acknowledge');
  const inHand =
    theCase.state === 'handling' ? touched(theCase, work.now) : after(theCase, 'acknowledge', work.now);
  await markAcknowledged(work, held.id, accountOf(work.actor));
  await stopClocks(work, id, ['sign']);
  return stateOf(
    await saveCase(work, theCase, inHand, {
      kind: 'acknowledge',
      public: true,
      facts: { unit: held.unit },
      event: 'case.acknowledged',
    }),
  );
}
