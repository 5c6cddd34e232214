import { beside } from './beside.ts';
import { giving } from './giving.ts';
import type { Act } from './scene.ts';
import { working } from './working.ts';

/** Everything that can be done to a case from the outside, one operation each. */
export const acts: readonly Act[] = [...giving, ...working, ...beside];
