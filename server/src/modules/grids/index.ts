/**
 * Grids knows where things are: communities, grids and buildings of a street, and how far and how surely a place lies
 * in one of them. All coordinates are WGS84.
 */
import { groundDoors } from '@fengqiao/contract/grids/map.ts';
import type { Room } from '#platform/room.ts';
import { collections } from './actions/collections.ts';
import { groundDoor } from './doors/ground.ts';
import { gridsRoutes } from './routes.ts';

export { findAddresses } from './actions/find-place.ts';
export { addressNear, locate, locator, middleOf, type Located } from './actions/locate.ts';
export { layGround, type Ground } from './actions/lay-ground.ts';
export { convert } from './domain/crs.ts';
export { listGrids } from './actions/grids.ts';
export { importGround } from './actions/import-ground.ts';
export { quadRangesOf, readArea } from './domain/drawn-area.ts';
export {
  boxOfTile,
  FINEST,
  fromSquare,
  isTile,
  quadsOf,
  stepsOf,
  tilesOver,
  toSquare,
  type TileNumber,
} from './domain/mercator.ts';

export const gridsRoom: Room = {
  name: 'grids',
  routes: gridsRoutes,
  collections,
  doors: groundDoor,
  told: groundDoors,
};
