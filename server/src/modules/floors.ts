/**
 * The plan of the house: a room calls down and announces up, never sideways. The architecture test reads this.
 * Floor 0 is the platform, which is not a room. Audit lies lowest, since showing a phone number is written down with it;
 * notices stands on identity, since it must know where to reach people.
 */
export const floors = [
  ['audit'],
  ['identity'],
  ['notices'],
  ['grids'],
  ['registry'],
  ['care', 'rounds'],
  ['catalogue'],
  ['retention'],
  ['cases'],
  ['services', 'exports'],
] as const;
