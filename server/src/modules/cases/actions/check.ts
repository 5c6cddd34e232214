import type { CaseState, EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import type { CheckMethod } from '@fengqiao/contract/cases/words.ts';
import type { Work } from '#platform/work.ts';
import { after, expectVersion, type Case } from '../domain/case.ts';
import { mustBeIndependent, mustFitMethod } from '../domain/check.ts';
import { mustHaveEvidence } from '../domain/evidence.ts';
import { stageTerms } from '../domain/grades.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { addCheck } from '../store/check.ts';
import { addClock, stopClocks } from '../store/clock.ts';
import { evidenceOf } from '../store/evidence.ts';
import { handsOf } from '../store/hands.ts';
import { stateOf } from './answer.ts';
import { takeEvidence } from './evidence.ts';
import { rowOf } from './row.ts';

export type CheckGiven = {
  readonly method: CheckMethod;
  readonly passed: boolean;
  readonly note: string;
  readonly evidence?: readonly EvidenceGiven[] | undefined;
  readonly version?: number | undefined;
};

/** Somebody outside the handling looks: the case may be closed, or goes back to work. */
export async function checkCase(work: Work, id: string, given: CheckGiven): Promise<CaseState> {
  const theCase = await lockCase(work, id);
  expectVersion(theCase, given.version);
  const checked = after(
    theCase,
    given.passed ? 'check_passed' : 'check_failed',
    work.now,
    given.passed ? {} : { handledAt: null, outcome: null },
  );
  await proveCheck(work, theCase, given);
  await addCheck(work, theCase, {
    sample: false,
    method: given.method,
    passed: given.passed,
    note: given.note,
  });
  await stopClocks(work, id, ['check', 'close']);
  if (given.passed) await addClock(work, theCase, { kind: 'close', owner: 'centre', ...stageTerms.close });
  const facts = { method: given.method, passed: given.passed, note: given.note };
  return stateOf(
    await saveCase(work, theCase, checked, {
      kind: 'check',
      public: true,
      facts,
      event: given.passed ? 'case.checked' : 'case.sent_back',
    }),
  );
}

/** The guards of any check, also of one drawn by sample later: independence, method, own evidence. */
export async function proveCheck(work: Work, theCase: Case, given: CheckGiven): Promise<void> {
  mustBeIndependent(work.actor, theCase, await handsOf(work, theCase));
  const row = await rowOf(work, theCase);
  const taken = await takeEvidence(work, theCase, { stage: 'check' }, given.evidence ?? []);
  mustFitMethod(row, given.method, taken);
  if (given.passed) mustHaveEvidence(row, await evidenceOf(work, theCase.id), theCase.round, 'check');
}
