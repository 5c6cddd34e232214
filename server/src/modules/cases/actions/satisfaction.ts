import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { touched, type Case } from '../domain/case.ts';
import { stageTerms } from '../domain/grades.ts';
import { mustBeInWindow, mustStandClosed, together } from '../domain/satisfaction.ts';
import { answerAsk, answersOf, openAsk } from '../store/ask.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { addClock } from '../store/clock.ts';
import { addReopening, hasOpenReopening } from '../store/reopening.ts';
import { setReportSolved } from '../store/report-answer.ts';
import { stateOf } from './answer.ts';
import { dueAfter } from './term.ts';

export type Said = {
  readonly solved: boolean;
  readonly score?: number | undefined;
  readonly reasons?: readonly string[] | undefined;
  readonly text?: string | undefined;
  readonly mayCall?: boolean | undefined;
  readonly reopen?: boolean | undefined;
};
type Whose = { readonly report: string; readonly caseId: string };

/** The reporter says whether it was really solved; an unhappy answer within the window asks for reopening. */
export function answerSolved(work: Work, whose: Whose, said: Said): Promise<CaseState> {
  return asEngine(work, async () => {
    const theCase = await lockCase(work, whose.caseId);
    const ask = await openAsk(work, whose.report);
    if (!ask) refuse('cases.already_answered');
    mustStandClosed(theCase, ask.round);
    mustBeInWindow(ask.ends_at, work.now);
    await answerAsk(work, ask.id, said);
    await setReportSolved(work, whose.report, said.solved);
    const answered = await keepAnswer(work, theCase, 'satisfaction', { solved: said.solved, kind: ask.kind });
    if (said.solved || said.reopen === false) return stateOf(answered);
    await askToReopen(work, answered, whose.report, said.text ?? said.reasons?.join('、') ?? '未解决');
    return stateOf(answered);
  });
}

/** Writes an answer into the case: what all of them together say by now. */
export async function keepAnswer(
  work: Work,
  theCase: Case,
  kind: string,
  facts: Record<string, unknown>,
): Promise<Case> {
  const satisfied = together(await answersOf(work, theCase));
  return saveCase(work, theCase, touched(theCase, work.now, { satisfied }), {
    kind,
    facts,
    event: 'case.rated',
  });
}

/** Asks the centre to take it up again, with a clock for the answer. */
export async function askToReopen(work: Work, theCase: Case, report: string, reason: string): Promise<void> {
  if (await hasOpenReopening(work, theCase.id)) return;
  const { unit, value } = stageTerms.reopening;
  const answerBy = dueAfter(work, unit, value);
  const id = await addReopening(work, { caseId: theCase.id, report, kind: 'not_solved', reason, answerBy });
  if (id !== null)
    await addClock(work, theCase, { kind: 'reopening', owner: 'centre', subject: id, unit, value });
}
