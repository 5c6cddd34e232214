import { describe } from './errors.ts';
import type { Job } from './room.ts';
import type { Platform } from './serve.ts';
import { streetIds } from './street.ts';
import { withWork } from './work.ts';

/** When each job is due next, in ms of the process clock. */
export type JobTimes = Map<string, number>;

type Rounds = {
  /** Acts take a moment of the database; errands may wait on other machines, so they have a loop of their own. */
  readonly kind?: 'act' | 'errand';
  readonly signal?: AbortSignal;
  /** Told of a job that failed; the others go on. */
  readonly failed?: (job: string, street: string, error: unknown) => void;
};

/**
 * Gives every job that is due one batch in every street; returns how many things were done. A job that had something to
 * do is due again at once, after all others had their turn.
 */
export async function runJobs(platform: Platform, times: JobTimes, rounds: Rounds = {}): Promise<number> {
  const due = platform.rooms
    .flatMap((room) => room.jobs ?? [])
    .filter((job) => (rounds.kind === undefined || rounds.kind in job) && isDue(times, job.name));
  if (due.length === 0) return 0;
  const streets = await streetIds(platform.db);
  let done = 0;
  for (const job of due) {
    let did = 0;
    for (const street of streets) {
      if (rounds.signal?.aborted) return done;
      did += await runOne(platform, job, street, rounds.failed);
    }
    if (did === 0) times.set(job.name, Date.now() + job.everySeconds * 1000);
    done += did;
  }
  return done;
}

const isDue = (times: JobTimes, name: string) => (times.get(name) ?? 0) <= Date.now();

/** A job that fails is counted, and has its turn again after its usual time. */
async function runOne(
  platform: Platform,
  job: Job,
  street: string,
  failed: Rounds['failed'],
): Promise<number> {
  const began = performance.now();
  try {
    const done = await doBatch(platform, job, street);
    platform.meters.job(job.name, 'done', performance.now() - began);
    return done;
  } catch (error) {
    platform.meters.job(job.name, 'failed', performance.now() - began);
    if (!(await platform.space.covers(error)))
      platform.log.error({ job: job.name, street, ...describe(error) }, 'job failed');
    failed?.(job.name, street, error);
    return 0;
  }
}

const doBatch = (platform: Platform, job: Job, street: string): Promise<number> =>
  'errand' in job
    ? job.errand(platform, street)
    : withWork(platform, { service: 'system', street }, platform.clock(), 'write', (work) => job.act(work));
