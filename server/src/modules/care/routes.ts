import * as care from '@fengqiao/contract/care.ts';
import { LOOKUPS_A_MINUTE } from '@fengqiao/contract/registry/people.ts';
import { serve, type Served } from '#platform/serve.ts';
import { decide } from './actions/decide.ts';
import { decideHandover, handOver } from './actions/hand-over.ts';
import { changeMeasures, close, note } from './actions/help.ts';
import { mine } from './actions/mine.ts';
import { desk, propose } from './actions/propose.ts';
import { look } from './actions/view.ts';

export const careRoutes: readonly Served[] = [
  serve(care.careDesk, (work) => desk(work)),
  serve(care.myCareRecords, (work, { query }) => mine(work, query)),
  serve(care.viewCareRecord, (work, { params, body }) => look(work, params.id, body)),
  serve(care.proposeCare, (work, { body }, http) => {
    http.limitBy('lookup', work.actor.account ?? http.ip, LOOKUPS_A_MINUTE);
    return propose(work, body);
  }),
  serve(care.decideCare, (work, { params, body }) => decide(work, params.id, body)),
  serve(care.noteCare, (work, { params, body }) => note(work, params.id, body)),
  serve(care.changeCareMeasures, (work, { params, body }) => changeMeasures(work, params.id, body.measures)),
  serve(care.closeCare, (work, { params, body }) => close(work, params.id, body)),
  serve(care.handOverCare, (work, { params, body }) => handOver(work, params.id, body)),
  serve(care.decideHandover, (work, { params, body }) => decideHandover(work, params.id, body.approve)),
];
