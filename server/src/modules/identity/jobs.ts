import type { Job } from '#platform/room.ts';
import { endMandates } from './actions/end-mandates.ts';
import { forget } from './actions/forget.ts';

export const identityJobs: readonly Job[] = [
  { name: 'identity.forget', everySeconds: 3600, act: forget },
  { name: 'identity.mandates', everySeconds: 60, act: endMandates },
];
