import * as told from '@fengqiao/contract/cases/intake.ts';
import { serve, type Served } from '#platform/serve.ts';
import { registerCase } from './actions/register.ts';
import { reportProblem, takeReport } from './actions/take-report.ts';

export const intakeRoutes: readonly Served[] = [
  serve(told.reportProblem, (work, { body }, http) => reportProblem(work, body, http)),
  serve(told.takeReport, (work, { body }) => takeReport(work, body)),
  serve(told.registerCase, (work, { params, body }) => registerCase(work, params.id, body)),
];
