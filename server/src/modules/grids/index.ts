/**
 * Grids knows where things are: communities, grids and buildings of a street, and how far and how surely a place lies
 * in one of them. All coordinates are WGS84.
 */
import type { Room } from '#platform/room.ts';
import { collections } from './actions/collections.ts';
import { gridsRoutes } from './routes.ts';

export { findAddresses } from './actions/find-place.ts';
export { addressNear, locate, locator, middleOf, type Located } from './actions/locate.ts';
export { layGround, type Ground } from './actions/lay-ground.ts';
export { convert } from './domain/crs.ts';
export { importGround } from './actions/import-ground.ts';
export { probabilityInside } from './domain/geofence.ts';
export { metresBetween } from './domain/plane.ts';

export const gridsRoom: Room = { name: 'grids', routes: gridsRoutes, collections };
