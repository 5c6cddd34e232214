import * as told from '@fengqiao/contract/retention.ts';
import { serve, type Served } from '#platform/serve.ts';
import { askForMyself, askForPerson, decide, listAtDesk, mine, withdraw } from './actions/erasures.ts';
import { liftHold, listHolds, placeHold } from './actions/holds.ts';

export const retentionRoutes: readonly Served[] = [
  serve(told.myErasure, (work) => mine(work)),
  serve(told.askErasure, (work, { body }) => askForMyself(work, body.reason)),
  serve(told.withdrawErasure, (work) => withdraw(work)),
  serve(told.listErasures, (work, { query }) => listAtDesk(work, query)),
  serve(told.askErasureFor, (work, { body }) => askForPerson(work, body)),
  serve(told.decideErasure, (work, { params, body }) => decide(work, params.id, body)),
  serve(told.listLegalHolds, (work, { query }) => listHolds(work, query)),
  serve(told.placeLegalHold, (work, { body }) => placeHold(work, body)),
  serve(told.liftLegalHold, (work, { params, body }) => liftHold(work, params.id, body.reason)),
];
