import * as told from '@fengqiao/contract/cases.ts';
import { serve, type Served } from '#platform/serve.ts';
import { lists, problemsOf, readList, replayOf } from './actions/lists.ts';
import { discardList, draftList, dropRow, publishList, putRow } from './actions/lists-draft.ts';
import { finishRevision, revisions } from './actions/revise.ts';

export const listRoutes: readonly Served[] = [
  serve(told.listLists, lists),
  serve(told.readList, (work, { params }) => readList(work, params.version)),
  serve(told.draftList, (work, { body }) => draftList(work, body.note)),
  serve(told.putRow, (work, { params, body }) => putRow(work, params.version, params.rowKey, body)),
  serve(told.dropRow, (work, { params }) => dropRow(work, params.version, params.rowKey)),
  serve(told.discardList, (work, { params }) => discardList(work, params.version)),
  serve(told.analyseList, async (work, { params }) => ({ problems: await problemsOf(work, params.version) })),
  serve(told.replayList, (work, { params, query }) => replayOf(work, params.version, query.days)),
  serve(told.publishList, (work, { params, body }) => publishList(work, params.version, body)),
  serve(told.listRevisions, revisions),
  serve(told.finishRevision, (work, { params, body }) => finishRevision(work, params.id, body)),
];
