import type { Job } from '#platform/room.ts';
import { keepCollections } from './actions/keep.ts';
import { sweepEntries } from './actions/sweep-entries.ts';
import { sweepRequests } from './actions/sweep.ts';
import type { Collections } from './actions/view-request.ts';

export const catalogueJobs = (collections: () => Collections): readonly Job[] => [
  {
    name: 'catalogue.collections',
    everySeconds: 600,
    act: (work) => keepCollections(work, [...collections().values()]),
  },
  { name: 'catalogue.requests', everySeconds: 60, act: sweepRequests },
  { name: 'catalogue.entries', everySeconds: 60, act: sweepEntries },
];
