import type { Keeping } from '#platform/keeping.ts';
import { countOver, sampleOver, takeOver } from '../store/keepings.ts';

/** Patrols and visits, each for its term. */
export const keepings: readonly Keeping[] = [
  {
    id: 'rounds.patrols',
    count: countOver('patrol'),
    sample: sampleOver('patrol'),
    take: takeOver('patrol'),
  },
  { id: 'rounds.visits', count: countOver('visit'), sample: sampleOver('visit'), take: takeOver('visit') },
];
