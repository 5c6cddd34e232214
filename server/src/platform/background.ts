import { setTimeout as wait } from 'node:timers/promises';
import { runJobs, type JobTimes } from './jobs.ts';
import { hearAll, type Trouble } from './listen.ts';
import { describe } from './errors.ts';
import type { Platform } from './serve.ts';

const PULSE = 300;
const REST_AFTER_ERROR = 2_000;

export type Background = { stop(): Promise<void> };

/** Starts what nobody asks for: hearing what was announced, and the regular jobs. Several processes may do so at once. */
export function startBackground(platform: Platform): Background {
  const stopping = new AbortController();
  const trouble: Trouble = new Map();
  const times: JobTimes = new Map();
  const { signal } = stopping;
  const loops = [
    loop(platform, signal, () => hearAll(platform, trouble, signal)),
    loop(platform, signal, () => runJobs(platform, times, { kind: 'act', signal })),
    loop(platform, signal, () => runJobs(platform, times, { kind: 'errand', signal })),
  ];
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

/** Runs a round again and again; one that did something is followed at once by the next. */
async function loop(platform: Platform, signal: AbortSignal, round: () => Promise<number>): Promise<void> {
  while (!signal.aborted) {
    let rest = PULSE;
    try {
      // What is announced and due waits until there is room to write down that it was done.
      if (!platform.space.isClosed() && (await round()) > 0) rest = 0;
    } catch (error) {
      if (!(await platform.space.covers(error)))
        platform.log.error(describe(error), 'background round failed');
      rest = REST_AFTER_ERROR;
    }
    if (rest > 0) await wait(rest, undefined, { signal }).catch(() => undefined);
  }
}
