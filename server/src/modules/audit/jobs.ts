import type { Job } from '#platform/room.ts';
import { sealStreet } from './actions/seal.ts';

export const auditJobs: readonly Job[] = [{ name: 'audit.seal', everySeconds: 60, errand: sealStreet }];
