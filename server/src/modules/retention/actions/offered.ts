import type { Room } from '#platform/room.ts';
import type { Keepings } from './runs.ts';
import type { Sources } from './scan.ts';

/** What the rooms of the house offer, by its name. */
export const keepingsOf = (rooms: readonly Room[]): Keepings =>
  new Map(rooms.flatMap((room) => room.keepings ?? []).map((one) => [one.id, one]));
export const textsOf = (rooms: readonly Room[]): Sources =>
  new Map(rooms.flatMap((room) => room.texts ?? []).map((one) => [one.id, one]));
