import * as rounds from '@fengqiao/contract/rounds.ts';
import { serve, type Served } from '#platform/serve.ts';
import { answerAppeal, listAppeals, makeAppeal, myAppeals } from './actions/appeals.ts';
import {
  addCheckpoint,
  checkpointSheets,
  endCheckpoint,
  listCheckpoints,
  renewCheckpoint,
} from './actions/checkpoints.ts';
import {
  endConflict,
  listConflicts,
  myConflicts,
  noteConflict,
  settleConflict,
} from './actions/conflicts.ts';
import { listPatrols, recordPatrol } from './actions/patrols.ts';
import { listVisits, recordVisit } from './actions/visits.ts';

export const roundsRoutes: readonly Served[] = [
  serve(rounds.listCheckpoints, (work, { query }) => listCheckpoints(work, query.grid)),
  serve(rounds.printCheckpoints, (work, { query }) => checkpointSheets(work, query.grid)),
  serve(rounds.addCheckpoint, (work, { body }) => addCheckpoint(work, body)),
  serve(rounds.renewCheckpoint, (work, { params }) => renewCheckpoint(work, params.id)),
  serve(rounds.endCheckpoint, (work, { params }) => endCheckpoint(work, params.id)),
  serve(rounds.recordPatrol, (work, { body }) => recordPatrol(work, body)),
  serve(rounds.listPatrols, (work, { query }) => listPatrols(work, query)),
  serve(rounds.recordVisit, (work, { body }) => recordVisit(work, body)),
  serve(rounds.listVisits, (work, { query }) => listVisits(work, query)),
  serve(rounds.noteConflict, (work, { body }) => noteConflict(work, body)),
  serve(rounds.endConflict, (work, { body }) => endConflict(work, body)),
  serve(rounds.myConflicts, (work) => myConflicts(work)),
  serve(rounds.listConflicts, (work, { query }) => listConflicts(work, query)),
  serve(rounds.settleConflict, (work, { params, body }) => settleConflict(work, params.id, body)),
  serve(rounds.makeAppeal, (work, { body }) => makeAppeal(work, body)),
  serve(rounds.myAppeals, (work) => myAppeals(work)),
  serve(rounds.listAppeals, (work, { query }) => listAppeals(work, query)),
  serve(rounds.answerAppeal, (work, { params, body }) => answerAppeal(work, params.id, body)),
];
