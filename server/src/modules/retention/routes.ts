import * as told from '@fengqiao/contract/retention.ts';
import type { Room } from '#platform/room.ts';
import { serve, type Served } from '#platform/serve.ts';
import {
  askForMyself,
  askForPerson,
  decide,
  listAtDesk,
  mine,
  waitingErasures,
  withdraw,
} from './actions/erasures.ts';
import { liftHold, listHolds, placeHold } from './actions/holds.ts';
import { keepingsOf, textsOf } from './actions/offered.ts';
import { decideRun, listRuns, startDryRun } from './actions/runs.ts';
import { decideScrub, listScrubs, openPassage } from './actions/scrubs.ts';
import { askChange, decideChange, listChanges, listTerms } from './actions/terms.ts';

export const retentionRoutes = (rooms: () => readonly Room[]): readonly Served[] => [
  serve(told.myErasure, (work) => mine(work)),
  serve(told.askErasure, (work, { body }) => askForMyself(work, body.reason)),
  serve(told.withdrawErasure, (work) => withdraw(work)),
  serve(told.listErasures, (work, { query }) => listAtDesk(work, query)),
  serve(told.countErasures, (work) => waitingErasures(work)),
  serve(told.askErasureFor, (work, { body }) => askForPerson(work, body)),
  serve(told.decideErasure, (work, { params, body }) => decide(work, params.id, body)),
  serve(told.listLegalHolds, (work, { query }) => listHolds(work, query)),
  serve(told.placeLegalHold, (work, { body }) => placeHold(work, body)),
  serve(told.liftLegalHold, (work, { params, body }) => liftHold(work, params.id, body.reason)),
  serve(told.listTerms, (work) => listTerms(work)),
  serve(told.listTermChanges, (work) => listChanges(work)),
  serve(told.askTermChange, (work, { params, body }) => askChange(work, params.kind, body)),
  serve(told.decideTermChange, (work, { params, body }) => decideChange(work, params.id, body)),
  serve(told.listRuns, (work, { query }) => listRuns(work, query)),
  serve(told.startDryRun, (work, { params }) => startDryRun(work, keepingsOf(rooms()), params.kind)),
  serve(told.decideRun, (work, { params, body }) => decideRun(work, params.id, body)),
  serve(told.listScrubs, (work, { query }) => listScrubs(work, query)),
  serve(told.openPassage, (work, { params }) => openPassage(work, textsOf(rooms()), params.id)),
  serve(told.decideScrub, (work, { params, body }) => decideScrub(work, textsOf(rooms()), params.id, body)),
];
