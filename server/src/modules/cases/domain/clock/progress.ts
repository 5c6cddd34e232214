import type { Calendar } from '#platform/calendar/calendar.ts';
import { pausedSince, totalUnits, type Clock } from './clock.ts';
import { counted, countOf } from './due.ts';

/** How far a clock is, in its own unit. `share` is of the whole term, 1 when it is used up. */
export type Progress = {
  readonly total: number;
  readonly elapsed: number;
  readonly remaining: number;
  readonly overrun: number;
  readonly share: number;
  readonly paused: boolean;
};

/** Elapsed, remaining and overrun time at `now`, or at the stop where that was earlier. */
export function progress(clock: Clock, calendar: Calendar, now: Date): Progress {
  const count = countOf(clock, calendar);
  const { perUnit } = count.pace;
  const until = Math.min(now.getTime(), clock.stoppedAt?.getTime() ?? Infinity);
  const elapsed = Math.min(counted(count, count.begins, until), count.total);
  const overrun = counted(count, clock.dueAt.getTime(), until);
  return {
    total: totalUnits(clock),
    elapsed: elapsed / perUnit,
    remaining: (count.total - elapsed) / perUnit,
    overrun: overrun / perUnit,
    share: count.total === 0 ? 1 : (elapsed + overrun) / count.total,
    paused: pausedSince(clock) !== null,
  };
}
