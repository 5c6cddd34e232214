import { asEngine, type Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import { findCases } from '../store/case.ts';
import { photosAfter } from '../store/progress.ts';
import { findReport } from '../store/report.ts';
import { caseOfEvidence, reportHasFile, seenAmong } from '../store/visible.ts';
import { rowOf } from './row.ts';
import { reportOfTicket } from './tracking.ts';

/** Which of these cases the actor may see, for whoever follows what changes. */
export const visibleCases = (work: Work, ids: readonly string[]): Promise<string[]> => seenAmong(work, ids);

/**
 * May the actor open this file because of a case? Staff where they see the case; a reporter their own pictures and those of the
 * result, by their account or by the ticket that came with their tracking code.
 */
export async function mayReadFile(work: Work, file: string, ticket: string | null): Promise<boolean> {
  if (await reportHasFile(work, file)) return true;
  const seen = await caseOfEvidence(work, file);
  if (work.actor.kind === 'staff') return seen !== null;
  if (seen !== null && (await isShown(work, seen, file))) return true;
  const report = ticket === null ? null : reportOfTicket(work, ticket);
  return report !== null && ticketOpens(work, report, file);
}

const isShown = (work: Work, caseId: string, file: string): Promise<boolean> =>
  asEngine(work, async () => {
    const [theCase] = await findCases(work, [caseId]);
    return theCase !== undefined && (await shownAfter(work, theCase)).includes(file);
  });

async function ticketOpens(work: Work, id: string, file: string): Promise<boolean> {
  const report = await asEngine(work, () => findReport(work, id));
  if (report === undefined) return false;
  return report.files.includes(file) || isShown(work, report.case_id, file);
}

/** Pictures of the result that a reporter is shown: only once it is reported handled, and only of types that residents may see. */
export async function shownAfter(work: Work, theCase: Case): Promise<string[]> {
  const row = await rowOf(work, theCase);
  const shown = row?.residentVisible === true && !theCase.sensitive && theCase.handledAt !== null;
  return shown ? photosAfter(work, theCase.id, theCase.round) : [];
}
