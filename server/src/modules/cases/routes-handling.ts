import * as told from '@fengqiao/contract/cases.ts';
import { serve, type Served } from '#platform/serve.ts';
import { acknowledgeCase } from './actions/acknowledge.ts';
import { archiveCase } from './actions/archive.ts';
import { assignOn } from './actions/assign-on.ts';
import { checkCase } from './actions/check.ts';
import { closeCase } from './actions/close.ts';
import { recordContact } from './actions/contact.ts';
import { reportHandled } from './actions/report-handled.ts';
import { ownWork } from './actions/own-work.ts';
import { giveTask, judgeTask, reportTask } from './actions/tasks.ts';

export const handlingRoutes: Served[] = [
  serve(told.ownWork, (work, { query }) => ownWork(work, query.days)),
  serve(told.acknowledge, (work, { params, body }) => acknowledgeCase(work, params.id, body.version)),
  serve(told.recordContact, (work, { params, body }) => recordContact(work, params.id, body)),
  serve(told.assignOn, (work, { params, body }) => assignOn(work, params.id, body)),
  serve(told.addTask, (work, { params, body }) => giveTask(work, params.id, body)),
  serve(told.reportTask, (work, { params, body }) => reportTask(work, params.id, body)),
  serve(told.judgeTask, (work, { params, body }) => judgeTask(work, params.id, body)),
  serve(told.reportHandled, (work, { params, body }) => reportHandled(work, params.id, body)),
  serve(told.checkCase, (work, { params, body }) => checkCase(work, params.id, body)),
  serve(told.closeCase, (work, { params, body }) => closeCase(work, params.id, body)),
  serve(told.archiveCase, (work, { params, body }) => archiveCase(work, params.id, body.version)),
];
