import * as told from '@fengqiao/contract/cases.ts';
import { serve, type Served } from '#platform/serve.ts';
import { deskCounts } from './actions/desk-counts.ts';
import { listCases } from './actions/list-cases.ts';
import { myTasks } from './actions/queues.ts';
import { readCase } from './actions/read-case.ts';
import { actOnMany } from './actions/act-on-many.ts';
import { dropView, mySavedViews, saveView, setUsualView } from './actions/saved-views.ts';

export const deskRoutes: Served[] = [
  serve(told.listCases, (work, { query }) => listCases(work, query)),
  serve(told.countDesks, (work) => deskCounts(work)),
  serve(told.readCase, (work, { params }) => readCase(work, params.id)),
  serve(told.myTasks, myTasks),
  serve(told.savedViews, (work) => mySavedViews(work)),
  serve(told.saveView, (work, { body }) => saveView(work, body)),
  serve(told.setUsualView, (work, { body }) => setUsualView(work, body.view)),
  serve(told.actOnMany, (work, { body }) => actOnMany(work, body)),
  serve(told.dropView, (work, { params }) => dropView(work, params.id)),
];
