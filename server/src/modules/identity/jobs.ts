import type { Job } from '#platform/room.ts';
import { endMandates } from './actions/end-mandates.ts';
import { forget } from './actions/forget.ts';
import { tellEnding } from './actions/posts.ts';

export const identityJobs: readonly Job[] = [
  { name: 'identity.forget', everySeconds: 3600, act: forget },
  { name: 'identity.ending_posts', everySeconds: 3600, act: tellEnding },
  { name: 'identity.mandates', everySeconds: 60, act: endMandates },
];
