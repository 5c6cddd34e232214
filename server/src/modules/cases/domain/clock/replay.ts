import type { Calendar } from '#platform/calendar/calendar.ts';
import { extendClock, pauseClock, resumeClock } from './change.ts';
import { pausedSince, type Clock } from './clock.ts';

/**
 * A clock that stood still from an instant, because its case was set aside, and runs again: what remained, remains.
 * One that was paused already stays paused for its own reason.
 */
export function takenUp(
  clock: Clock,
  calendar: Calendar,
  { from, to, reason, approver }: { from: Date; to: Date; reason: string; approver: string },
): Clock {
  if (pausedSince(clock) !== null || to <= from) return clock;
  return resumeClock(pauseClock(clock, { at: from, reason, approver }), calendar, to);
}

type Happened = { readonly at: Date; readonly act: (clock: Clock) => Clock };

/** What happened to one clock since an instant, done to another: pauses and their ends, and extensions in the same unit. */
export function replay(clock: Clock, calendar: Calendar, { of, since }: { of: Clock; since: Date }): Clock {
  return happenings(of, calendar)
    .filter(({ at }) => at >= since)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .reduce((done, { act }) => act(done), clock);
}

function happenings(of: Clock, calendar: Calendar): Happened[] {
  return of.segments.flatMap((segment): Happened[] => {
    if (segment.kind === 'running') return [];
    const { reason, approver } = segment;
    if (segment.kind === 'extended') {
      const at = new Date(segment.at);
      return [
        {
          at,
          act: (clock) =>
            clock.unit === of.unit
              ? extendClock(clock, calendar, { value: segment.value, reason, approver, at })
              : clock,
        },
      ];
    }
    const from = new Date(segment.from);
    const paused: Happened = {
      at: from,
      act: (clock) =>
        pausedSince(clock) === null ? pauseClock(clock, { at: from, reason, approver }) : clock,
    };
    if (segment.to === null) return [paused];
    const to = new Date(segment.to);
    return [
      paused,
      { at: to, act: (clock) => (pausedSince(clock) === null ? clock : resumeClock(clock, calendar, to)) },
    ];
  });
}
