import type { Job } from '#platform/room.ts';
import { workOffRegistryImports } from './actions/import/work-off.ts';
import { tellOverdueCorrections } from './actions/keep-correction.ts';
import { endOpenings } from './actions/openings.ts';
import { forgetOldTries } from './actions/real-name.ts';

export const registryJobs: readonly Job[] = [
  { name: 'registry.imports', everySeconds: 2, errand: workOffRegistryImports },
  { name: 'registry.openings', everySeconds: 60, act: endOpenings },
  { name: 'registry.overdue', everySeconds: 300, act: tellOverdueCorrections },
  { name: 'registry.tries', everySeconds: 3600, act: forgetOldTries },
];
