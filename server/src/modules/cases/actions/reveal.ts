import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { contactOf, personOf } from '#modules/identity';
import { mustBeTold } from '../domain/track-reporter.ts';
import { findCase, tell } from '../store/case.ts';
import { openClocks } from '../store/clock.ts';
import { findReport } from '../store/report.ts';

export type Purpose = 'contact' | 'callback' | 'verify';
type Reached = { name: string | null; phone: string | null; email: string | null; anonymous: boolean };

const purposes = { contact: 'handle', callback: 'callback', verify: 'verify' } as const;

/** How to reach a reporter, told to whoever needs it for this case; identity writes the look down, and so does the case. */
export async function revealReporter(
  work: Work,
  id: string,
  { report: reportId, purpose, reason }: { report: string; purpose: Purpose; reason?: string },
): Promise<Reached> {
  const theCase = await findCase(work, id);
  const report = await findReport(work, reportId);
  if (!report || report.case_id !== theCase.id) refuse('platform.not_found');
  const verifying = (await openClocks(work, id, ['verify'])).map((one) => one.owner);
  mustBeTold(work.actor, { theCase, verifying, purpose, anonymous: report.wishes_anonymous });
  if (report.contact === null && report.account === null) refuse('cases.reporter_unreachable');
  const { closedAt: endedAt, sensitive } = theCase;
  const why = { around: { case: id, endedAt, sensitive }, reason };
  const person =
    report.contact === null
      ? await personOf(work, report.account ?? '', purposes[purpose], why)
      : await contactOf(work, report.contact, purposes[purpose], why);
  await tell(work, theCase, theCase, { kind: 'reveal', facts: { report: report.id, purpose } });
  return { ...person, anonymous: report.wishes_anonymous };
}
