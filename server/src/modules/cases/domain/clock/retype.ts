import { refuse } from '#platform/refusal.ts';
import type { Calendar } from '#platform/calendar/calendar.ts';
import { startClock, stopClock, type NewClock } from './change.ts';
import type { Clock } from './clock.ts';
import { withDue } from './due.ts';
import { markLate } from './lateness.ts';

/** `approver` is who allowed a longer term, null if nobody was asked. */
export type Retyping = Pick<NewClock, 'unit' | 'value' | 'window'> & {
  readonly at: Date;
  readonly approver: string | null;
};

/** Both clocks of a changed type; the previous one is stopped and stays visible. */
export type Retyped = { readonly previous: Clock; readonly current: Clock; readonly longer: boolean };

/**
 * Changes the term of a running clock because the case's type changed. The new term counts from the same start
 * with the same pauses, so nothing is reset; lateness goes over. Extensions belonged to the old term and end
 * with it. Refuses calendar.longer_needs_approval where the deadline would move back without an approver.
 */
export function retypeClock(clock: Clock, calendar: Calendar, { at, approver, ...term }: Retyping): Retyped {
  const marked = markLate(clock, at);
  const fresh = startClock(calendar, { kind: clock.kind, startedAt: clock.startedAt, ...term });
  const segments = clock.segments.filter((segment) => segment.kind !== 'extended');
  const current = withDue({ ...fresh, segments, lateSince: marked.lateSince }, calendar);
  const longer = current.dueAt > clock.dueAt;
  if (longer && approver === null)
    refuse('calendar.longer_needs_approval', { dueAt: clock.dueAt, asked: current.dueAt });
  return { previous: stopClock(marked, calendar, at), current, longer };
}
