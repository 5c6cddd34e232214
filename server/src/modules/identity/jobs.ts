import type { Job } from '#platform/room.ts';
import { forget } from './actions/forget.ts';

export const identityJobs: readonly Job[] = [{ name: 'identity.forget', everySeconds: 3600, act: forget }];
