/**
 * Cases is the closed loop 一台受理、二级分拨、三级处置、四级监督: what people report becomes a case with a number and a
 * clock; it is verified, registered, given to whoever answers for it by the responsibility list, handled together,
 * checked by somebody else, closed, asked about, reopened or filed away. `domain/case.ts` is its whole life in one table.
 * Reports never name their reporter here: who they are stands in identity.
 */
import { importDoors as toldDoors } from '@fengqiao/contract/cases/imports.ts';
import { caseMapDoors } from '@fengqiao/contract/cases/map.ts';
import type { Room } from '#platform/room.ts';
import { collections } from './actions/collections.ts';
import { caseTexts } from './actions/free-text.ts';
import { keepings } from './actions/keepings.ts';
import { importDoors } from './doors/imports.ts';
import { mapDoor } from './doors/map.ts';
import { open311Door } from './doors/open311.ts';
import { mayReadFile, visibleCases } from './actions/visible.ts';
import { clockJobs } from './jobs-clocks.ts';
import { dispatchJobs } from './jobs-dispatch.ts';
import { importJobs } from './jobs-imports.ts';
import { casesListeners } from './listeners.ts';
import { casesRoutes } from './routes.ts';
import { unnameReports } from './actions/erase.ts';

export { goOnImporting } from './actions/import/go-on.ts';
export { placesIn } from './actions/import/places.ts';
export { rejectedCsv } from './actions/import/rejected.ts';
export { importSummary, startImport } from './actions/import/start.ts';
export { fileArchivesAgain } from './actions/archive.ts';
export { searched } from './domain/pairs.ts';
export { countCases, lineOf, whoReported } from './actions/lines.ts';
export { listCases } from './actions/list-cases.ts';
export { reportProblem } from './actions/take-report.ts';
export { isListed } from './actions/lists.ts';
export { seedList, seedRows } from './actions/seed-list.ts';

export const casesRoom: Room = {
  name: 'cases',
  routes: casesRoutes,
  listeners: casesListeners,
  erase: unnameReports,
  jobs: [...clockJobs, ...dispatchJobs, ...importJobs],
  files: { mayRead: mayReadFile },
  live: { visible: visibleCases },
  doors: async (app, platform) => {
    await importDoors(app, platform);
    await open311Door(app, platform);
    mapDoor(app, platform);
  },
  told: [...toldDoors, ...caseMapDoors],
  collections,
  keepings,
  texts: [caseTexts],
};
