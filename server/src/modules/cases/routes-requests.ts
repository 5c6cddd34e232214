import * as told from '@fengqiao/contract/cases.ts';
import { serve, type Served } from '#platform/serve.ts';
import {
  askEscalation,
  askExtension,
  askHold,
  askTermination,
  askTypeChange,
  askVoid,
} from './actions/ask-beside.ts';
import { decideRequest, withdrawRequest } from './actions/decide-request.ts';
import { passMilestone, reviewHold } from './actions/hold.ts';
import { heldCases, requests } from './actions/queues-beside.ts';
import { resumeCase } from './actions/resume.ts';

export const requestRoutes: Served[] = [
  serve(told.askExtension, (work, { params, body }) => askExtension(work, params.id, body)),
  serve(told.askHold, (work, { params, body }) => askHold(work, params.id, body)),
  serve(told.askVoid, (work, { params, body }) => askVoid(work, params.id, body)),
  serve(told.askEscalation, (work, { params, body }) => askEscalation(work, params.id, body)),
  serve(told.askTypeChange, (work, { params, body }) => askTypeChange(work, params.id, body)),
  serve(told.askTermination, (work, { params, body }) => askTermination(work, params.id, body)),
  serve(told.decideRequest, (work, { params, body }) => decideRequest(work, params.id, body)),
  serve(told.withdrawRequest, (work, { params }) => withdrawRequest(work, params.id)),
  serve(told.listRequests, requests),
  serve(told.listHolds, heldCases),
  serve(told.passMilestone, (work, { params, body }) => passMilestone(work, params.id, body)),
  serve(told.reviewHold, (work, { params, body }) => reviewHold(work, params.id, body)),
  serve(told.resumeCase, (work, { params, body }) => resumeCase(work, params.id, body)),
];
