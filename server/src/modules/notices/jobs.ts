import type { Job } from '#platform/room.ts';
import { climb } from './actions/climb.ts';
import { deliverDue, forgetNumbers } from './actions/deliver.ts';

export const noticesJobs: readonly Job[] = [
  { name: 'notices.deliver', everySeconds: 2, errand: deliverDue },
  { name: 'notices.climb', everySeconds: 60, act: climb },
  { name: 'notices.forget', everySeconds: 3600, act: forgetNumbers },
];
