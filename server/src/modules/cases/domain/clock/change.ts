import type { Calendar } from '#platform/calendar/calendar.ts';
import { checkValue } from '#platform/calendar/deadline.ts';
import { officeWindow, urbanWindow, type ServiceWindow, type TimeUnit } from '#platform/calendar/pace.ts';
import { pausedSince, type Clock, type Extended, type Paused, type Running, type Segment } from './clock.ts';
import { withDue } from './due.ts';
import { markLate } from './lateness.ts';

export type NewClock = Pick<Clock, 'kind' | 'unit' | 'value' | 'startedAt'> & {
  readonly window?: ServiceWindow;
};

/** Starts a clock. Whole days ≥ 1 or hours ≥ 0 in `value`; throws RangeError for anything else. */
export function startClock(calendar: Calendar, { kind, unit, value, startedAt, window }: NewClock): Clock {
  checkValue(unit, value);
  const segments: Segment[] = [{ kind: 'running', from: startedAt.toISOString(), to: null }];
  const open = { stoppedAt: null, lateSince: null, provisional: false };
  const served = windowOf(unit, window);
  return withDue(
    { kind, unit, value, window: served, startedAt, segments, dueAt: startedAt, ...open },
    calendar,
  );
}

/** Pauses a running clock for an approved reason (挂账、待补正…). A clock already late stays late. */
export function pauseClock(
  clock: Clock,
  { at, reason, approver }: { at: Date; reason: string; approver: string },
): Clock {
  if (pausedSince(clock) !== null) throw new Error('the clock is paused already');
  const paused: Paused = { kind: 'paused', from: at.toISOString(), to: null, reason, approver };
  return { ...markLate(clock, at), segments: [...closeSpan(clock, at), paused] };
}

/** Lets a paused clock run on; its due date moves by what remained when it was paused. */
export function resumeClock(clock: Clock, calendar: Calendar, at: Date): Clock {
  if (pausedSince(clock) === null) throw new Error('the clock is not paused');
  const running: Running = { kind: 'running', from: at.toISOString(), to: null };
  return withDue({ ...markLate(clock, at), segments: [...closeSpan(clock, at), running] }, calendar);
}

export type Extension = { value: number; reason: string; approver: string; at: Date };

/** Grants more time (延期), in the clock's unit. A clock already late stays late, whatever the new due date. */
export function extendClock(
  clock: Clock,
  calendar: Calendar,
  { value, reason, approver, at }: Extension,
): Clock {
  checkValue(clock.unit, value);
  if (clock.stoppedAt !== null) throw new Error('the clock has stopped');
  const extended: Extended = { kind: 'extended', at: at.toISOString(), value, reason, approver };
  return withDue({ ...markLate(clock, at), segments: [...clock.segments, extended] }, calendar);
}

/** Stops a clock for good, running or paused. Exactly at the due instant is in time. */
export function stopClock(clock: Clock, calendar: Calendar, at: Date): Clock {
  return withDue({ ...markLate(clock, at), segments: closeSpan(clock, at), stoppedAt: at }, calendar);
}

function windowOf(unit: TimeUnit, window?: ServiceWindow): ServiceWindow | null {
  if (unit === 'work_hour') return window ?? urbanWindow;
  return unit === 'work_day' ? (window ?? officeWindow) : null;
}

/** Ends the open span; a running span that would be empty leaves no trace. */
function closeSpan(clock: Clock, at: Date): Segment[] {
  if (clock.stoppedAt !== null) throw new Error('the clock has stopped');
  const to = at.toISOString();
  const closed: Segment[] = [];
  for (const segment of clock.segments) {
    if (segment.kind === 'extended' || segment.to !== null) {
      closed.push(segment);
      continue;
    }
    if (at < new Date(segment.from)) throw new RangeError('a clock cannot be changed before its last change');
    if (segment.kind === 'paused' || segment.from !== to) closed.push({ ...segment, to });
  }
  return closed;
}
