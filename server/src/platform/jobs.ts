import { describe } from './errors.ts';
import type { Job } from './room.ts';
import type { Platform } from './serve.ts';
import { streetIds } from './street.ts';
import { withWork } from './work.ts';

/** When each job of each street is due next, in ms of the process clock. */
export type JobTimes = Map<string, number>;

/**
 * Gives every job that is due one batch in every street; returns how many things were done. A job that had something to
 * do is due again at once, after all others had their turn.
 */
export async function runJobs(platform: Platform, times: JobTimes, signal?: AbortSignal): Promise<number> {
  const jobs = platform.rooms.flatMap((room) => room.jobs ?? []);
  if (!jobs.some((job) => isDue(times, job.name))) return 0;
  const streets = await streetIds(platform.db);
  let done = 0;
  for (const job of jobs) {
    if (!isDue(times, job.name)) continue;
    let did = 0;
    for (const street of streets) {
      if (signal?.aborted) return done;
      did += await runOne(platform, job, street);
    }
    if (did === 0) times.set(job.name, Date.now() + job.everySeconds * 1000);
    done += did;
  }
  return done;
}

const isDue = (times: JobTimes, name: string) => (times.get(name) ?? 0) <= Date.now();

/** A job that fails is logged and counted, and has its turn again after its usual time; the others go on. */
async function runOne(platform: Platform, job: Job, street: string): Promise<number> {
  const began = performance.now();
  try {
    const done = await withWork(platform, { service: 'system', street }, platform.clock(), 'write', (work) => job.act(work));
    platform.meters.job(job.name, 'done', performance.now() - began);
    return done;
  } catch (error) {
    platform.meters.job(job.name, 'failed', performance.now() - began);
    platform.log.error({ job: job.name, street, ...describe(error) }, 'job failed');
    return 0;
  }
}
