/**
 * Rounds 走访巡查 is what is done out on the ground: points that are looked at on a patrol, visits at people's homes, what
 * a worker objects to in the record of their own work, and what the server did not take of what was done without a network. A patrol keeps which points were looked at, never a way that was
 * walked; nothing is summed up by person; who was visited is for those who visit.
 */
import type { Room } from '#platform/room.ts';
import { collections } from './actions/collections.ts';
import { keepings } from './actions/keepings.ts';
import { eraseConflicts, mayReadConflictFile } from './actions/conflicts.ts';
import { eraseVisits } from './actions/visits.ts';
import { roundsRoutes } from './routes.ts';

export { ownRounds } from './actions/own-work.ts';
export { noteCaseOf } from './actions/visits.ts';

export const roundsRoom: Room = {
  name: 'rounds',
  routes: roundsRoutes,
  keepings,
  collections,
  files: { mayRead: (work, file) => mayReadConflictFile(work, file) },
  erase: async (work, { person }) => {
    if (person === null) return;
    await eraseVisits(work, person);
    await eraseConflicts(work, person);
  },
  sealed: [
    { table: 'rounds.patrol', columns: ['remarks_enc'] },
    { table: 'rounds.visit', columns: ['body_enc'] },
    { table: 'rounds.conflict', columns: ['body_enc', 'answer_enc'] },
    { table: 'rounds.appeal', columns: ['body_enc', 'answer_enc'] },
  ],
};
