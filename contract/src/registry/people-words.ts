import type { Role } from '../roles.ts';

/** Who keeps the registry of the whole street: brings tables in, merges, decides. */
export const keepers = ['steward'] as const satisfies Role[];

/** Who looks into it: each as far as the post reaches. Departments see whom a case or a share opened to them. */
export const readers = ['steward', 'community', 'grid_worker', 'department'] as const satisfies Role[];

/** Who writes down what residents say of themselves. */
export const takers = ['steward', 'community', 'grid_worker', 'intake'] as const satisfies Role[];

/** Who writes down homes and organizations, and asks to correct them: those whose post looks after a place. */
export const placeWriters = ['steward', 'community', 'grid_worker'] as const satisfies Role[];
