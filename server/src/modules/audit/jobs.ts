import type { Job } from '#platform/room.ts';
import { keepRegister } from './actions/register.ts';
import { sealStreet } from './actions/seal.ts';

export const auditJobs: readonly Job[] = [
  { name: 'audit.register', everySeconds: 3600, act: keepRegister },
  { name: 'audit.seal', everySeconds: 60, errand: sealStreet },
];
