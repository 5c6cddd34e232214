import type { Keeping } from '#platform/keeping.ts';
import { countOver, sampleOver, takeOver } from '../store/keepings.ts';

/** Patrols, visits and conflicts, each for its term. */
export const keepings: readonly Keeping[] = [
  {
    id: 'rounds.patrols',
    count: countOver('patrol'),
    sample: sampleOver('patrol'),
    take: takeOver('patrol'),
  },
  { id: 'rounds.visits', count: countOver('visit'), sample: sampleOver('visit'), take: takeOver('visit') },
  {
    id: 'rounds.conflicts',
    count: countOver('conflict'),
    sample: sampleOver('conflict'),
    take: takeOver('conflict'),
  },
];
