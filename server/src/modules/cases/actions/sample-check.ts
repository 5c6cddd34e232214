import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { touched } from '../domain/case.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { lockDrawn, resultOfDrawn } from '../store/check.ts';
import { stateOf } from './answer.ts';
import { proveCheck, type CheckGiven } from './check.ts';
import { reopen } from './decide-reopening.ts';

/** A closed case drawn by the system is looked at again; when it does not hold, it is reopened. */
export async function doSampleCheck(work: Work, id: string, given: CheckGiven): Promise<CaseState> {
  const drawn = await lockDrawn(work, id);
  const theCase = await lockCase(work, drawn.case_id);
  if (theCase.round !== drawn.round) refuse('cases.not_in_this_state', { state: theCase.state });
  await proveCheck(work, theCase, given);
  await resultOfDrawn(work, id, { method: given.method, passed: given.passed, note: given.note });
  const facts = { method: given.method, passed: given.passed, note: given.note, sample: true };
  const looked = await saveCase(work, theCase, touched(theCase, work.now), { kind: 'sample_check', facts, event: 'case.sampled' });
  if (given.passed) return stateOf(looked);
  return stateOf(await reopen(work, looked, { kind: 'reopen', public: true, facts: { asked: 'recheck', reason: given.note }, event: 'case.reopened' }));
}
