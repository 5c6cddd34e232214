import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import type { Work } from '#platform/work.ts';
import { touched } from '../domain/case.ts';
import { mustStandClosed } from '../domain/satisfaction.ts';
import { saveCase } from '../store/case.ts';
import { lockDrawn, resultOfDrawn } from '../store/check.ts';
import { stopClocks } from '../store/clock.ts';
import { lockCaseOf } from '../store/of-case.ts';
import { decideReopeningRow, reopeningsOf } from '../store/reopening.ts';
import { stateOf } from './answer.ts';
import { proveCheck, type CheckGiven } from './check.ts';
import { reopen } from './decide-reopening.ts';

/** A closed case drawn by the system is looked at again; when it does not hold, it is reopened. */
export async function doSampleCheck(work: Work, id: string, given: CheckGiven): Promise<CaseState> {
  const theCase = await lockCaseOf(work, 'field_check', id);
  const drawn = await lockDrawn(work, id);
  mustStandClosed(theCase, drawn.round);
  await proveCheck(work, theCase, given);
  await resultOfDrawn(work, id, { method: given.method, passed: given.passed, note: given.note });
  const facts = { method: given.method, passed: given.passed, note: given.note, sample: true };
  const looked = await saveCase(work, theCase, touched(theCase, work.now), {
    kind: 'sample_check',
    facts,
    event: 'case.sampled',
  });
  if (given.passed) return stateOf(looked);
  await settleReopenings(work, theCase.id, given.note);
  return stateOf(
    await reopen(work, looked, {
      kind: 'reopen',
      public: true,
      facts: { asked: 'recheck', reason: given.note },
      event: 'case.reopened',
    }),
  );
}

/** Whoever asked for it has been answered by the reopening itself. */
async function settleReopenings(work: Work, caseId: string, note: string): Promise<void> {
  for (const one of await reopeningsOf(work, caseId))
    if (one.decided_at === null) await decideReopeningRow(work, one.id, true, note);
  await stopClocks(work, caseId, ['reopening']);
}
