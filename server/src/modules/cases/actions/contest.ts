import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { touched } from '../domain/case.ts';
import { mustContestInTime } from '../domain/exit.ts';
import { stageTerms } from '../domain/grades.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { addClock } from '../store/clock.ts';
import { addReopening, reopeningsOf } from '../store/reopening.ts';
import type { Report } from '../store/report.ts';
import { lastActivity } from '../store/verification.ts';
import { stateOf } from './answer.ts';
import { dueAfter } from './term.ts';

/** A reporter objects to being declined: once to each refusal, within 14 days; the centre must answer. */
export function contestDecline(work: Work, report: Report, reason: string): Promise<CaseState> {
  return asEngine(work, async () => {
    const theCase = await lockCase(work, report.case_id);
    if (theCase.state !== 'declined')
      refuse('cases.not_in_this_state', { state: theCase.state, needs: ['declined'] });
    const declinedAt = (await lastActivity(work, theCase.id, 'decline'))?.at ?? theCase.updatedAt;
    const objections = (await reopeningsOf(work, theCase.id)).filter(
      (one) => one.kind === 'contest' && one.asked_at >= declinedAt,
    );
    mustContestInTime({
      declinedAt,
      now: work.now,
      before: objections.some((one) => one.report === report.id || one.decided_at === null),
    });
    const { unit, value } = stageTerms.reopening;
    const id = await addReopening(work, {
      caseId: theCase.id,
      report: report.id,
      kind: 'contest',
      reason,
      answerBy: dueAfter(work, unit, value),
    });
    if (id === null) refuse('cases.contest_once');
    await addClock(work, theCase, { kind: 'reopening', owner: 'centre', subject: id, unit, value });
    return stateOf(
      await saveCase(work, theCase, touched(theCase, work.now), {
        kind: 'contest',
        public: true,
        facts: { report: report.id, reason },
        event: 'case.contested',
      }),
    );
  });
}
