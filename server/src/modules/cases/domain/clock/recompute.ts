import type { Calendar } from '#platform/calendar/calendar.ts';
import { withDue } from './due.ts';
import { markLate } from './lateness.ts';
import type { Clock } from './clock.ts';

/** A clock under a new day table, with both due dates to show and to record. */
export type Recomputed = {
  readonly clock: Clock;
  readonly before: Date;
  readonly after: Date;
  readonly changed: boolean;
};

/**
 * Computes a provisional clock again after an arrangement was imported at `at`. Finished clocks and clocks on
 * official years are left as they are; lateness before the import stays.
 */
export function recompute(clock: Clock, calendar: Calendar, at: Date): Recomputed {
  const before = clock.dueAt;
  if (!clock.provisional || clock.stoppedAt !== null) return { clock, before, after: before, changed: false };
  const computed = withDue(markLate(clock, at), calendar);
  return {
    clock: computed,
    before,
    after: computed.dueAt,
    changed: computed.dueAt.getTime() !== before.getTime(),
  };
}
