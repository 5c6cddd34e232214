/**
 * Special care 重点关爱 (G4). One person at a time, for the two people of the unit whose duty it is; opening and reading are
 * grave acts. There is no search, no list beyond one's own, no figure, no map, no export, and no operation here is counted or
 * logged by its name.
 */
export * from './care/acts.ts';
export * from './care/records.ts';
export * from './care/words.ts';
