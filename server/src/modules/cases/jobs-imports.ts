import type { Job } from '#platform/room.ts';
import { workOffImports } from './actions/import/work-off.ts';

export const importJobs: Job[] = [{ name: 'cases.imports', everySeconds: 2, errand: workOffImports }];
