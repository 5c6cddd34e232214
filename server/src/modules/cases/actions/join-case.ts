import { refuse } from '#platform/refusal.ts';
import { hotlineOf } from '#platform/street.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { metresBetween } from '@fengqiao/contract/nearness.ts';
import { touched, type Case } from '../domain/case.ts';
import { mustBeJoinable } from '../domain/intake.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { hasReported, insertReport, type NewReport } from '../store/report.ts';

/** One more person says the same: every reporter is kept, and what one of the staff saw counts as verified. */
export function joinCase(
  work: Work,
  id: string,
  said: NewReport,
): Promise<{ theCase: Case; hotline: string }> {
  return asEngine(work, async () => {
    const theCase = await mainCase(work, id);
    if (theCase.sensitive && work.actor.kind !== 'staff') refuse('platform.not_found');
    mustBeJoinable(theCase, metresBetween([theCase.lng, theCase.lat], [said.lng, said.lat]));
    if (said.account !== null && (await hasReported(work, theCase.id, said.account)))
      refuse('cases.joined_already', { caseId: theCase.id });
    const seen = said.channel === 'field' && theCase.state === 'received';
    const joined = touched(theCase, work.now, {
      reports: theCase.reports + 1,
      verified: theCase.verified || seen,
    });
    await insertReport(work, { ...said, caseId: theCase.id });
    const facts = { report: said.id, channel: said.channel, reports: joined.reports };
    await saveCase(work, theCase, joined, { kind: 'join', public: true, facts, event: 'report.joined' });
    return { theCase: joined, hotline: await hotlineOf(work) };
  });
}

/** The case itself, or the one it was merged into meanwhile. */
async function mainCase(work: Work, id: string): Promise<Case> {
  const found = await lockCase(work, id);
  return found.state === 'merged' && found.mergedInto !== null ? lockCase(work, found.mergedInto) : found;
}
