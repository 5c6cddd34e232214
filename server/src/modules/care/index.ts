/**
 * Care keeps what a unit must know by law to help one person in a particular situation (G4): community correction,
 * resettlement, severe mental disorder and a few more. Two people of the unit know of a record and nobody else; each look
 * has an occasion, a second person who vouches for it, and a record of its own. It stands apart: its own schema, role and
 * key, no search, no figures, no map, no export, and no other room reads it.
 */
import type { Room } from '#platform/room.ts';
import { eraseCare } from './actions/erase.ts';
import { careIndexes, sealedTables } from './actions/keys.ts';
import { careJobs } from './jobs.ts';
import { careRoutes } from './routes.ts';

export { careKeyFits } from './actions/keys.ts';

export const careRoom: Room = {
  name: 'care',
  routes: careRoutes,
  jobs: careJobs,
  sealed: sealedTables,
  indexed: [careIndexes],
  erase: async (work, { person }) => {
    if (person !== null) await eraseCare(work, person);
  },
};
