import type { CaseState, EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import type { Outcome } from '@fengqiao/contract/cases/words.ts';
import type { Work } from '#platform/work.ts';
import { accountOf, mustHold } from '../domain/acting.ts';
import { after, expectVersion } from '../domain/case.ts';
import { mustHaveEvidence } from '../domain/evidence.ts';
import { stageTerms } from '../domain/grades.ts';
import { mustHaveAccepted } from '../domain/joint.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { addClock, stopClocks } from '../store/clock.ts';
import { evidenceOf } from '../store/evidence.ts';
import { finishLeadTask, tasksOf } from '../store/task.ts';
import { stateOf } from './answer.ts';
import { takeEvidence } from './evidence.ts';
import { rowOf } from './row.ts';

type Given = {
  readonly summary: string;
  readonly outcome: Outcome;
  readonly evidence: readonly EvidenceGiven[];
  readonly version?: number | undefined;
};

/** The lead reports the case handled; what it must show first are its joint tasks and the type's evidence. */
export async function reportHandled(work: Work, id: string, given: Given): Promise<CaseState> {
  const theCase = await lockCase(work, id);
  expectVersion(theCase, given.version);
  mustHold(work.actor, theCase);
  const by = accountOf(work.actor);
  const handled = after(theCase, 'report_handled', work.now, {
    heldBy: by,
    outcome: given.outcome,
    handledAt: work.now,
  });
  mustHaveAccepted(await tasksOf(work, id), theCase.round);
  await takeEvidence(work, theCase, { stage: 'handle' }, given.evidence);
  mustHaveEvidence(await rowOf(work, theCase), await evidenceOf(work, id), theCase.round, 'handle');
  await finishLeadTask(work, theCase, by, given.summary);
  await stopClocks(work, id, ['first_action', 'sign']);
  await addClock(work, theCase, { kind: 'check', owner: 'centre', ...stageTerms.check });
  const facts = { summary: given.summary, outcome: given.outcome, unit: work.actor.unit };
  return stateOf(
    await saveCase(work, theCase, handled, {
      kind: 'report_handled',
      public: true,
      facts,
      event: 'case.handled',
    }),
  );
}
