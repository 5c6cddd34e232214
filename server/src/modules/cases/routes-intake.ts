import * as told from '@fengqiao/contract/cases.ts';
import { serve, type Served } from '#platform/serve.ts';
import { contestDecline } from './actions/contest.ts';
import { declineCase } from './actions/decline.ts';
import { findNearby } from './actions/nearby.ts';
import { ownReport, withOwnReport } from './actions/own-report.ts';
import { myReports, readProgress } from './actions/progress.ts';
import { registerCase } from './actions/register.ts';
import { reportFound } from './actions/report-found.ts';
import { sharedReport, shareReport } from './actions/share.ts';
import { addToReport, withdrawReport } from './actions/report-more.ts';
import { revealReporter } from './actions/reveal.ts';
import { reportProblem, takeReport } from './actions/take-report.ts';
import { trackReport } from './actions/track.ts';
import { askVerification, reportVerification } from './actions/verify.ts';

const followed = (id: string, code: string | undefined) => ({ id, code, act: 'reports.follow' }) as const;

export const intakeRoutes: readonly Served[] = [
  serve(told.reportProblem, (work, { body }, http) => reportProblem(work, body, http)),
  serve(told.findNearby, async (work, { query }) => ({ items: await findNearby(work, query) })),
  serve(told.myReports, (work, { query }) => myReports(work, query)),
  serve(told.reportProgress, async (work, { params }, http) =>
    readProgress(work, await ownReport(work, { id: params.id, act: 'reports.follow' }, http)),
  ),
  serve(told.trackReport, (work, { body }, http) => trackReport(work, body, http)),
  serve(told.addToReport, (work, { params, body }, http) =>
    withOwnReport(work, followed(params.id, body.code), http, (own) => addToReport(work, own, body)),
  ),
  serve(told.withdrawReport, (work, { params, body }, http) =>
    withOwnReport(work, followed(params.id, body.code), http, (own) =>
      withdrawReport(work, own, body.reason),
    ),
  ),
  serve(told.contestDecline, (work, { params, body }, http) =>
    withOwnReport(work, followed(params.id, body.code), http, (own) =>
      contestDecline(work, own, body.reason),
    ),
  ),
  serve(told.shareReport, (work, { params, body }, http) => shareReport(work, params.id, body.code, http)),
  serve(told.sharedReport, (work, { params }) => sharedReport(work, params.token)),
  serve(told.takeReport, (work, { body }) => takeReport(work, body)),
  serve(told.reportFound, (work, { body }) => reportFound(work, body)),
  serve(told.askVerification, (work, { params, body }) => askVerification(work, params.id, body)),
  serve(told.reportVerification, (work, { params, body }) => reportVerification(work, params.id, body)),
  serve(told.registerCase, (work, { params, body }) => registerCase(work, params.id, body)),
  serve(told.declineCase, (work, { params, body }) => declineCase(work, params.id, body)),
  serve(told.revealReporter, (work, { params, body }) => revealReporter(work, params.id, body)),
];
