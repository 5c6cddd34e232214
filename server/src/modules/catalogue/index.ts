/**
 * The catalogue tells which data the street has, who answers for it, how good it is and who may ask for it; and it carries
 * every request of one unit for the data of another through its statutory clocks, with no silent yes (Order 809). What the
 * rooms of this platform keep is entered and measured by itself, and can be read here by whoever was granted it.
 */
import { pullDoors } from '@fengqiao/contract/catalogue/pull.ts';
import type { Room } from '#platform/room.ts';
import { pullDoor } from './doors/pull.ts';
import { catalogueJobs } from './jobs.ts';
import { catalogueRoutes } from './routes.ts';
import { mayReadFile } from './actions/outside.ts';

export { keepCollections } from './actions/keep.ts';
export { seedResources } from './actions/seed.ts';
export { sweepRequests } from './actions/sweep.ts';
export { grantedShare, readGranted } from './actions/use.ts';
export type { Collections } from './actions/view-request.ts';

/** The room, told how to find what the other rooms keep. */
export function catalogueRoomOf(rooms: () => readonly Room[]): Room {
  const collections = () =>
    new Map(
      rooms()
        .flatMap((room) => room.collections ?? [])
        .map((one) => [one.id, one]),
    );
  return {
    name: 'catalogue',
    routes: catalogueRoutes(collections),
    jobs: catalogueJobs(collections),
    files: { mayRead: mayReadFile },
    doors: pullDoor(collections),
    told: pullDoors,
  };
}
