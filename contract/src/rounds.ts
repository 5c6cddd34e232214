/** Out on the ground: points and patrols, visits at home, and the worker’s own word on what is on record about their work. */
export * from './rounds/appeals.ts';
export * from './rounds/checkpoints.ts';
export * from './rounds/conflicts.ts';
export * from './rounds/visits.ts';
export * from './rounds/words.ts';
