/**
 * Grids knows where things are: communities, grids and buildings of a street, and how far and how surely a place lies
 * in one of them. All coordinates are WGS84.
 */
export { addressNear, locate, type Located } from './actions/locate.ts';
export { layGround, type Ground } from './actions/lay-ground.ts';
export { probabilityInside } from './domain/geofence.ts';
export { metresBetween } from './domain/plane.ts';
