import type { Job } from '#platform/room.ts';
import { sealOpenArchives } from './actions/archive.ts';
import { recomputeClocks } from './actions/recompute-clocks.ts';
import { sweepClocks, sweepHolds } from './actions/sweep.ts';
import { sendAsks } from './actions/tell-people.ts';

/** Timers are rows of the domain, swept regularly: they survive any restart. */
export const clockJobs: Job[] = [
  { name: 'cases.sweep_clocks', everySeconds: 5, act: sweepClocks },
  { name: 'cases.sweep_holds', everySeconds: 3600, act: sweepHolds },
  { name: 'cases.recompute_clocks', everySeconds: 3600, act: recomputeClocks },
  { name: 'cases.send_asks', everySeconds: 60, act: sendAsks },
  { name: 'cases.seal_archives', everySeconds: 3600, act: sealOpenArchives },
];
