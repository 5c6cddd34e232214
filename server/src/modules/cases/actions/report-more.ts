import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { attachFiles } from '#platform/files/store.ts';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { isOpen, mayHappen, touched, type Case } from '../domain/case.ts';
import { boundFacts } from '../domain/intake.ts';
import { mayWithdraw, withAddition } from '../domain/track.ts';
import { lockCase, saveCase } from '../store/case.ts';
import {
  addToReportRow,
  factsOf,
  lockReport,
  reportsOf,
  withdrawReportRow,
  type Report,
} from '../store/report.ts';
import { stateOf } from './answer.ts';
import { ask } from './ask-beside.ts';

/** A reporter adds words or pictures while somebody still works on it. */
export function addToReport(
  work: Work,
  own: Report,
  { text, files = [] }: { text: string; files?: readonly string[] | undefined },
): Promise<CaseState> {
  return asEngine(work, async () => {
    const { report, theCase } = await locked(work, own);
    if (!isOpen(theCase.state)) refuse('cases.not_in_this_state', { state: theCase.state });
    const attached = files.length === 0 ? [] : await attachFiles(work, files);
    const facts = boundFacts(withAddition(factsOf(report), text, work.now));
    await addToReportRow(
      work,
      report.id,
      facts,
      attached.map((file) => file.id),
    );
    return stateOf(
      await saveCase(work, theCase, touched(theCase, work.now), {
        kind: 'addition',
        public: true,
        facts: { report: report.id, files: attached.length },
        event: 'case.added_to',
      }),
    );
  });
}

/**
 * A reporter takes the report back. When it was the last one and nobody was given the case yet, voiding it is asked for;
 * once somebody handles it, handling goes on: the problem may still be there.
 */
export function withdrawReport(work: Work, own: Report, reason: string): Promise<CaseState> {
  return asEngine(work, async () => {
    const { report, theCase } = await locked(work, own);
    if (!mayWithdraw(report.state, theCase.state))
      refuse('cases.not_in_this_state', { state: theCase.state });
    await withdrawReportRow(work, report.id);
    const others = (await reportsOf(work, theCase.id)).filter((one) => one.state === 'open').length;
    const facts = { report: report.id, reason, others };
    const withdrawn = await saveCase(work, theCase, touched(theCase, work.now), {
      kind: 'withdraw',
      public: true,
      facts,
      event: 'case.report_withdrawn',
    });
    if (others === 0 && mayHappen(theCase.state, 'void') && theCase.dispatchedAt === null)
      await ask(work, withdrawn, 'void', { reason, report: report.id });
    return stateOf(withdrawn);
  });
}

async function locked(work: Work, own: Report): Promise<{ report: Report; theCase: Case }> {
  const theCase = await lockCase(work, own.case_id);
  const report = await lockReport(work, own.id);
  return report.state === 'withdrawn' ? refuse('cases.report_withdrawn') : { report, theCase };
}
