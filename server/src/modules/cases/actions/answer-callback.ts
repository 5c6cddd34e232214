import type { answerCallback as told } from '@fengqiao/contract/cases.ts';
import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { accountOf } from '../domain/acting.ts';
import { nextCall } from '../domain/callback.ts';
import { isIndependent } from '../domain/check.ts';
import { mustStandClosed } from '../domain/satisfaction.ts';
import { answerAsk, lockCallback } from '../store/ask.ts';
import { addAttempt, attemptsOf, putOffCallback } from '../store/callback.ts';
import { stopClocks } from '../store/clock.ts';
import { handsOf } from '../store/hands.ts';
import { lockCaseOf } from '../store/of-case.ts';
import { setReportSolved } from '../store/report-answer.ts';
import { stateOf } from './answer.ts';
import { askToReopen, keepAnswer } from './satisfaction.ts';

type Given = In<typeof told>['body'];

/**
 * A call drawn by the system, made by somebody outside the handling unit. What was said counts like the reporter's own answer;
 * who was not reached is tried again at another time of day, and three times in vain is written down as that.
 */
export async function answerCallback(work: Work, id: string, given: Given): Promise<CaseState> {
  const theCase = await lockCaseOf(work, 'ask', id);
  const ask = await lockCallback(work, id);
  if (ask.answered_at !== null) refuse('cases.already_answered');
  mustStandClosed(theCase, ask.round);
  if (!isIndependent(work.actor, theCase, await handsOf(work, theCase))) refuse('cases.callback_not_yours');
  if (ask.ask_at > work.now) refuse('cases.callback_not_due', { at: ask.ask_at });
  const { outcome } = given;
  const solved = outcome === 'answered' ? (given.solved ?? refuse('cases.callback_answer_needed')) : null;
  const before = (await attemptsOf(work, id)).length;
  const next = nextCall({
    outcome,
    before,
    now: work.now,
    at: given.at === undefined ? null : new Date(given.at),
  });
  await addAttempt(work, id, { outcome, by: accountOf(work.actor), next });
  if (next !== null) {
    await putOffCallback(work, id, next);
    return stateOf(await keepAnswer(work, theCase, 'callback', { outcome, next: next.toISOString() }));
  }
  const { score, reasons, text } = given;
  const reached = outcome === 'answered' || outcome === 'refused';
  await answerAsk(
    work,
    id,
    solved === null ? { solved, reached } : { solved, score, reasons, text, reached },
  );
  await stopClocks(work, theCase.id, ['callback'], id);
  if (solved !== null) await setReportSolved(work, ask.report, solved);
  const answered = await keepAnswer(work, theCase, 'callback', { outcome, solved });
  if (solved === false)
    await askToReopen(work, answered, ask.report, text ?? reasons?.join('、') ?? '回访：未解决');
  return stateOf(answered);
}
