import type { Job } from '#platform/room.ts';
import { eraseApproved } from './actions/erase.ts';

export const retentionJobs: readonly Job[] = [
  {
    name: 'retention.erasures',
    everySeconds: 30,
    errand: (platform, street) => eraseApproved(platform, street),
  },
];
