/**
 * The plan of the house: a room calls down and announces up, never sideways. The architecture test reads this.
 * Floor 0 is the platform, which is not a room.
 */
export const floors = [
  ['identity', 'notices', 'audit'],
  [],
  ['grids'],
  ['cases'],
] as const;
