import type { Job } from '#platform/room.ts';
import { endRecords } from './actions/end.ts';

export const careJobs: readonly Job[] = [{ name: 'care.endings', everySeconds: 3600, errand: endRecords }];
