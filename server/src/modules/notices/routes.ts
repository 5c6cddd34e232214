import * as notices from '@fengqiao/contract/notices.ts';
import { serve, type Served } from '#platform/serve.ts';
import { demoOutbox, listFailed, sendAgain } from './actions/outbox.ts';
import { listToTell, revealToTell, tellOutcome } from './actions/to-tell.ts';
import { countUnread, listMessages, readAll, readMessage } from './actions/read-messages.ts';

export const noticesRoutes: readonly Served[] = [
  serve(notices.listMessages, (work, { query }) => listMessages(work, query)),
  serve(notices.countMessages, (work) => countUnread(work)),
  serve(notices.readMessage, (work, { params }) => readMessage(work, params.id)),
  serve(notices.readAllMessages, (work) => readAll(work)),
  serve(notices.listFailed, (work, { query }) => listFailed(work, query)),
  serve(notices.sendAgain, (work, { params }) => sendAgain(work, params.id)),
  serve(notices.listToTell, (work, { query }) => listToTell(work, query)),
  serve(notices.revealToTell, (work, { params }) => revealToTell(work, params.id)),
  serve(notices.tellOutcome, (work, { params, body }) => tellOutcome(work, params.id, body.reached)),
  serve(notices.demoOutbox, (work) => demoOutbox(work)),
];
