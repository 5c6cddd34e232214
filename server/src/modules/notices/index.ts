/**
 * Notices brings word to people: in the product, to an account or to everyone on duty in a unit, and by SMS through the
 * provider the operator set up. A message is written with the act that causes it and sent afterwards, at least once, for
 * four hours at most; what could not be sent stays in sight. Numbers and secret texts are erased once they have served.
 * What somebody must learn climbs a ladder until they have read it: app, text message, a call by a person, a visit.
 */
import type { Room } from '#platform/room.ts';
import { keepings } from './actions/keepings.ts';
import { noticesJobs } from './jobs.ts';
import { noticesListeners } from './listeners.ts';
import { eraseMessages } from './actions/erase.ts';
import { noticesRoutes } from './routes.ts';

export { rewriteMessages } from './actions/keepings.ts';
export { notify } from './actions/notify.ts';
export type { To } from './domain/message.ts';

export const noticesRoom: Room = {
  name: 'notices',
  routes: noticesRoutes,
  listeners: noticesListeners,
  jobs: noticesJobs,
  erase: eraseMessages,
  keepings,
  sealed: [{ table: 'notices.message', columns: ['phone_enc', 'body_enc'] }],
};
