/**
 * Services is the catalogue of service items 事项 by life event: who gets something, what to bring, where, how long by law.
 * The items ship with the product, and a street sets versions of its own in their place from a day on; what was not checked
 * against the text of a norm says so. Whoever wants to be called back
 * or visited about one gets a number and a clock by the same door as every report.
 */
import type { Room } from '#platform/room.ts';
import { collections } from './actions/collections.ts';
import { servicesRoutes } from './routes.ts';

export const servicesRoom: Room = { name: 'services', routes: servicesRoutes, collections };
