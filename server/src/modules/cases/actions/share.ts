import type { Out } from '@fengqiao/contract/route.ts';
import type {
  sharedReport as ToldShared,
  shareReport as ToldShare,
} from '@fengqiao/contract/cases/progress.ts';
import { refuse } from '#platform/refusal.ts';
import type { Http } from '#platform/serve.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { isOpen } from '../domain/case.ts';
import { findCases } from '../store/case.ts';
import { heldSinceOf } from '../store/progress.ts';
import { findReport, streetName } from '../store/report.ts';
import { ownReport } from './own-report.ts';
import { namesOf } from './progress.ts';
import { rowOf } from './row.ts';
import { newSharing, reportOfSharing } from './tracking.ts';
import { iso } from './view-parts.ts';

/** A link to one's own report that shows strangers its public state. */
export async function shareReport(
  work: Work,
  id: string,
  code: string | undefined,
  http: Pick<Http, 'ip' | 'limitBy'>,
): Promise<Out<typeof ToldShare>> {
  const report = await ownReport(work, { id, code, act: 'reports.follow' }, http);
  return newSharing(work, report.id);
}

/** Where a shared report stands: neither its words nor its place nor its photos, and of a sensitive one not even its type. */
export function sharedReport(work: Work, token: string): Promise<Out<typeof ToldShared>> {
  const shared = reportOfSharing(work, token) ?? refuse('platform.not_found');
  if (shared.over) refuse('cases.share_ended');
  return asEngine(work, async () => {
    const report = (await findReport(work, shared.report)) ?? refuse('platform.not_found');
    const [theCase] = await findCases(work, [report.case_id]);
    if (theCase === undefined) return refuse('platform.not_found');
    const names = await namesOf(work);
    const row = theCase.sensitive ? undefined : await rowOf(work, theCase);
    const open = isOpen(theCase.state);
    const since = (await heldSinceOf(work, [theCase.id])).get(theCase.id) ?? theCase.reportedAt;
    return {
      no: theCase.no,
      street: await streetName(work),
      community: theCase.sensitive ? null : names.of(theCase.community),
      typeName: row === undefined ? null : { zh: row.zh, en: row.en },
      state: theCase.state,
      outcome: theCase.outcome,
      solved: report.solved,
      holder: open ? names.of(theCase.holder ?? theCase.lead ?? names.centre) : null,
      heldSince: open ? since.toISOString() : null,
      dueAt: iso(theCase.dueAt),
      lateSince: iso(theCase.lateSince),
      reports: theCase.reports,
      reportedAt: report.reported_at.toISOString(),
      updatedAt: theCase.updatedAt.toISOString(),
    };
  });
}
