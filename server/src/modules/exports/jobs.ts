import type { Job } from '#platform/room.ts';
import { makeExports } from './actions/make.ts';
import type { Open } from './actions/sources/all.ts';
import { wipeDue } from './actions/wipe.ts';

export const exportsJobs = (open: Open): readonly Job[] => [
  {
    name: 'exports.make',
    everySeconds: 2,
    errand: (platform, street) => makeExports(platform, street, open),
  },
  { name: 'exports.wipe', everySeconds: 300, act: wipeDue },
];
