import type { Job } from '#platform/room.ts';
import { tellOverdue } from './actions/overdue.ts';
import { keepRegister } from './actions/register.ts';
import { sealStreet } from './actions/seal.ts';
import { sendOn } from './actions/syslog.ts';

export const auditJobs: readonly Job[] = [
  { name: 'audit.register', everySeconds: 3600, act: keepRegister },
  { name: 'audit.overdue', everySeconds: 300, act: tellOverdue },
  { name: 'audit.seal', everySeconds: 60, errand: sealStreet },
  { name: 'audit.syslog', everySeconds: 5, errand: sendOn },
];
