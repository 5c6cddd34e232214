import type { Job } from '#platform/room.ts';
import { consultationsDue } from './actions/consult.ts';

export const dispatchJobs: Job[] = [
  { name: 'cases.consultations_due', everySeconds: 30, act: consultationsDue },
];
