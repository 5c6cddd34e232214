import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import type { Outcome } from '@fengqiao/contract/cases/words.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { after, expectVersion } from '../domain/case.ts';
import { mustBeIndependent } from '../domain/check.ts';
import { addAsks } from '../store/ask.ts';
import { endAssignments } from '../store/assignment.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { hasPassed } from '../store/check.ts';
import { stopClocks } from '../store/clock.ts';
import { handsOf } from '../store/hands.ts';
import { withdrawPending } from '../store/request.ts';
import { cancelHelp } from '../store/task.ts';
import { stateOf } from './answer.ts';

type Given = { readonly summary: string; readonly outcome: Outcome; readonly version?: number | undefined };

/**
 * Closes a checked case 结案 and asks its reporters whether it is really solved. "Answered" is not "solved". Help nobody waited
 * for and requests nobody decided end with it.
 */
export async function closeCase(work: Work, id: string, given: Given): Promise<CaseState> {
  const theCase = await lockCase(work, id);
  expectVersion(theCase, given.version);
  const closed = after(theCase, 'close', work.now, { closedAt: work.now, outcome: given.outcome });
  mustBeIndependent(work.actor, theCase, await handsOf(work, theCase));
  if (!(await hasPassed(work, theCase))) refuse('cases.not_checked');
  if (given.outcome === 'solved' && theCase.outcome !== 'solved')
    refuse('cases.close_needs_outcome', { handlerSaid: theCase.outcome });
  const overall = (await stopClocks(work, id)).find((one) => one.clock.kind === 'overall');
  await cancelHelp(work, theCase);
  await withdrawPending(work, id);
  await endAssignments(work, id, 'done');
  await addAsks(work, closed);
  const settled = { ...closed, lateSince: theCase.lateSince ?? overall?.clock.lateSince ?? null };
  const facts = { summary: given.summary, outcome: given.outcome };
  return stateOf(
    await saveCase(work, theCase, settled, { kind: 'close', public: true, facts, event: 'case.closed' }),
  );
}
