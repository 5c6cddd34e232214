import * as told from '@fengqiao/contract/cases.ts';
import { serve, type Served } from '#platform/serve.ts';
import { decideReopening } from './actions/decide-reopening.ts';
import { callbacks, checks, reopenings } from './actions/queues.ts';
import { doSampleCheck } from './actions/sample-check.ts';
import { withOwnReport } from './actions/own-report.ts';
import { answerCallback } from './actions/answer-callback.ts';
import { callbackDraws, callResults, readCallback } from './actions/callbacks.ts';
import { answerSolved } from './actions/satisfaction.ts';
import { viewOfReopening } from './actions/view-parts.ts';
import { readArchive } from './actions/read-archive.ts';
import { drawChecks } from './actions/draw-checks.ts';

export const afterRoutes: Served[] = [
  serve(told.answerSolved, (work, { params, body }, http) =>
    withOwnReport(work, { id: params.id, code: body.code, act: 'reports.answer' }, http, (own) =>
      answerSolved(work, { report: own.id, caseId: own.case_id }, body),
    ),
  ),
  serve(told.decideReopening, async (work, { params, body }) =>
    viewOfReopening(await decideReopening(work, params.id, body)),
  ),
  serve(told.listReopenings, reopenings),
  serve(told.listCallbacks, callbacks),
  serve(told.readCallback, (work, { params }) => readCallback(work, params.id)),
  serve(told.answerCallback, (work, { params, body }) => answerCallback(work, params.id, body)),
  serve(told.readCallResults, (work, { query }) => callResults(work, Number(query.days ?? '30'))),
  serve(told.listDraws, callbackDraws),
  serve(told.drawChecks, (work, { body }) => drawChecks(work, body.count)),
  serve(told.listChecks, checks),
  serve(told.doSampleCheck, (work, { params, body }) => doSampleCheck(work, params.id, body)),
  serve(told.readArchive, (work, { params }) => readArchive(work, params.id)),
];
