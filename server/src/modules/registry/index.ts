/**
 * Registry knows the places, people, homes and organizations of a street 一标三实: from where each fact comes, of which day,
 * and who vouches for it. Facts about people are sealed with a key of each person, shown masked within the reach of a post,
 * and revealed one by one for a purpose, on record. Tables come in checked, can be looked at before they are applied, and
 * can be taken back.
 */
import { registryImportDoors } from '@fengqiao/contract/registry/import-doors.ts';
import type { Room } from '#platform/room.ts';
import { collections } from './actions/collections.ts';
import { keepings } from './actions/keepings.ts';
import { personIndexes } from './actions/indexes.ts';
import { registryDoors } from './doors/tables.ts';
import { trackerDoor } from './doors/tracker.ts';
import { registryJobs } from './jobs.ts';
import { registryRoutes } from './routes.ts';
import { scrubPerson } from './actions/erase.ts';

export { beginImport } from './actions/import/start.ts';
export { applyRegistryImport } from './actions/import/decide.ts';
export { goOnApplying } from './actions/import/applying.ts';
export { goOnChecking } from './actions/import/checking.ts';
export { howToReach, maskedNames, personByPaper } from './actions/known.ts';
export { keysOfPerson, wholeOf, type Whole } from './actions/one-person.ts';
export { readRegistryImport, reasonsOf } from './actions/import/read.ts';
export { registryLists } from './actions/pages.ts';
export { countDeparted, sampleDeparted, someDeparted } from './actions/departed.ts';
export { findPersonInReach } from './actions/in-reach.ts';
export { searchPeople } from './actions/people.ts';

export const registryRoom: Room = {
  name: 'registry',
  routes: registryRoutes,
  jobs: registryJobs,
  erase: async (work, { person }) => {
    if (person !== null) await scrubPerson(work, person);
  },
  doors: async (app, platform) => {
    await registryDoors(app, platform);
    await trackerDoor(app, platform);
  },
  told: registryImportDoors,
  collections,
  keepings,
  indexed: [personIndexes],
  sealed: [
    { table: 'registry.organization', columns: ['contact_enc'] },
    { table: 'registry.correction', columns: ['asked_enc'] },
  ],
};
