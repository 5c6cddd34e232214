import { pausedSince, type Clock } from './clock.ts';

/** Whether a clock is late, and since when. */
export type Lateness = { readonly late: boolean; readonly since: Date | null };

/**
 * Is the clock late at `now`? A paused or stopped clock cannot become late; one that was late stays late,
 * whatever was granted afterwards.
 */
export function lateness(clock: Clock, now: Date): Lateness {
  if (clock.lateSince !== null) return { late: true, since: clock.lateSince };
  const ranUntil = clock.stoppedAt ?? pausedSince(clock) ?? now;
  const late = ranUntil > clock.dueAt && now > clock.dueAt;
  return { late, since: late ? clock.dueAt : null };
}

/** Writes lateness into the clock so that nothing later can undo it; every change of a clock begins here. */
export function markLate(clock: Clock, now: Date): Clock {
  return { ...clock, lateSince: lateness(clock, now).since };
}
