import { refuse } from '#platform/refusal.ts';
import type { Http } from '#platform/serve.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { plainNumber, sameHash } from '../domain/track.ts';
import { findCases } from '../store/case.ts';
import { isFormerNumber } from '../store/progress.ts';
import { reportByTracking, type Report } from '../store/report.ts';
import { limitTracking } from './own-report.ts';
import { progressOf, type Progress } from './progress.ts';
import { newTicket, trackingHash } from './tracking.ts';

/** Progress by number and code, without an account. A wrong number and a wrong code are the same answer. */
export async function trackReport(
  work: Work,
  { no, code }: { no: string; code: string },
  http: Pick<Http, 'ip' | 'limitBy'>,
): Promise<Progress> {
  limitTracking(work, http);
  const hash = trackingHash(work, code);
  const report = await asEngine(work, () => underNumber(work, hash, plainNumber(no)));
  return progressOf(work, report, newTicket(work, report.id));
}

/** The report of a code, when it goes under this number or did before its case was merged. */
async function underNumber(work: Work, hash: string, no: string): Promise<Report> {
  const report = await reportByTracking(work, hash);
  if (!report || !sameHash(report.tracking_hash, hash)) refuse('cases.tracking_unknown');
  const [theCase] = await findCases(work, [report.case_id]);
  const known = theCase !== undefined && (theCase.no === no || (await isFormerNumber(work, theCase.id, no)));
  return known ? report : refuse('cases.tracking_unknown');
}
