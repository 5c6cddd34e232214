import * as told from '@fengqiao/contract/cases.ts';
import { serve, type Served } from '#platform/serve.ts';
import { contestDecline } from './actions/contest.ts';
import { declineCase } from './actions/decline.ts';
import { findNearby } from './actions/nearby.ts';
import { ownReport } from './actions/own-report.ts';
import { myReports, progressOf } from './actions/progress.ts';
import { registerCase } from './actions/register.ts';
import { reportFound } from './actions/report-found.ts';
import { addToReport, withdrawReport } from './actions/report-more.ts';
import { revealReporter } from './actions/reveal.ts';
import { reportProblem, takeReport } from './actions/take-report.ts';
import { trackReport } from './actions/track.ts';
import { askVerification, reportVerification } from './actions/verify.ts';

export const intakeRoutes: readonly Served[] = [
  serve(told.reportProblem, (work, { body }, http) => reportProblem(work, body, http)),
  serve(told.findNearby, async (work, { query }) => ({ items: await findNearby(work, query) })),
  serve(told.myReports, (work, { query }) => myReports(work, query)),
  serve(told.reportProgress, async (work, { params }, http) =>
    progressOf(work, await ownReport(work, params.id, undefined, http)),
  ),
  serve(told.trackReport, (work, { body }, http) => trackReport(work, body, http)),
  serve(told.addToReport, async (work, { params, body }, http) =>
    addToReport(work, await ownReport(work, params.id, body.code, http), body),
  ),
  serve(told.withdrawReport, async (work, { params, body }, http) =>
    withdrawReport(work, await ownReport(work, params.id, body.code, http), body.reason),
  ),
  serve(told.contestDecline, async (work, { params, body }, http) =>
    contestDecline(work, await ownReport(work, params.id, body.code, http), body.reason),
  ),
  serve(told.takeReport, (work, { body }) => takeReport(work, body)),
  serve(told.reportFound, (work, { body }) => reportFound(work, body)),
  serve(told.askVerification, (work, { params, body }) => askVerification(work, params.id, body)),
  serve(told.reportVerification, (work, { params, body }) => reportVerification(work, params.id, body)),
  serve(told.registerCase, (work, { params, body }) => registerCase(work, params.id, body)),
  serve(told.declineCase, (work, { params, body }) => declineCase(work, params.id, body)),
  serve(told.revealReporter, (work, { params, body }) => revealReporter(work, params.id, body)),
];
