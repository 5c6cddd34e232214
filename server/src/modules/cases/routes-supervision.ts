import * as told from '@fengqiao/contract/cases.ts';
import { serve, type Served } from '#platform/serve.ts';
import { ladders, setLadder } from './actions/ladders.ts';
import { supervisions } from './actions/queues-beside.ts';
import { answerSupervision, supervise } from './actions/supervise.ts';
import { answerWhistle, blowWhistle, endWhistle } from './actions/whistle.ts';

export const supervisionRoutes: Served[] = [
  serve(told.supervise, (work, { params, body }) => supervise(work, params.id, body)),
  serve(told.answerSupervision, (work, { params, body }) => answerSupervision(work, params.id, body)),
  serve(told.listSupervisions, supervisions),
  serve(told.listLadders, (work) => ladders(work)),
  serve(told.setLadder, (work, { params, body }) => setLadder(work, params.grade, body)),
  serve(told.blowWhistle, (work, { params, body }) => blowWhistle(work, params.id, body)),
  serve(told.answerWhistle, (work, { params, body }) => answerWhistle(work, params.id, body)),
  serve(told.endWhistle, (work, { params, body }) => endWhistle(work, params.id, body)),
];
