import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '#platform/calendar/calendar.ts';
import { vendoredYears } from '#platform/calendar/year.ts';
import { ladderTimes, standardLadder } from '../ladder.ts';
import { extendClock, pauseClock, resumeClock, startClock, stopClock, type NewClock } from './change.ts';
import { totalUnits, type Clock } from './clock.ts';
import { explain } from './explain.ts';
import { lateness } from './lateness.ts';
import { progress } from './progress.ts';

const calendar = compileCalendar(vendoredYears);
const by = { reason: 'hold', approver: '联动中心' };
const HOUR = 3_600_000;

type Interval = readonly [from: number, to: number];

const startedAt = fc.date({
  min: new Date('2025-01-01T00:00:00Z'),
  max: new Date('2027-06-30T00:00:00Z'),
  noInvalidDate: true,
});
const window = fc.constantFrom(
  { from: '08:30', to: '17:30', workdaysOnly: false },
  { from: '09:00', to: '17:00', workdaysOnly: true },
);
const term = fc.oneof(
  fc.record({
    unit: fc.constantFrom('work_day' as const, 'calendar_day' as const),
    value: fc.integer({ min: 1, max: 20 }),
    window,
  }),
  fc.record({
    unit: fc.constantFrom('work_hour' as const, 'urgent_hour' as const),
    value: fc.integer({ min: 1, max: 200 }).map((n) => n / 4),
    window,
  }),
);
const newClock = fc
  .record({ kind: fc.constant('overall' as const), startedAt, term })
  .map(({ term, ...rest }): NewClock => ({ ...rest, ...term }));
// Steps from minutes to weeks; whole hours make many of them fall on the edges of windows and days.
const step = fc.oneof(
  fc.integer({ min: 1, max: 300 }).map((n) => n * HOUR),
  fc.integer({ min: 1, max: 20 * 24 * HOUR }),
);
/** Gaps between changes, to be laid after a clock's start. */
const gaps = fc.array(fc.tuple(step, step), { maxLength: 4 });

function laid(from: Date, gaps: readonly Interval[]): Interval[] {
  let at = from.getTime();
  return gaps.map(([run, pause]) => {
    const begin = at + run;
    at = begin + pause;
    return [begin, at];
  });
}

function withPauses(clock: Clock, pauses: readonly Interval[]): Clock {
  return pauses.reduce(
    (c, [from, to]) => resumeClock(pauseClock(c, { at: new Date(from), ...by }), calendar, new Date(to)),
    clock,
  );
}

describe('whatever happens to a clock', () => {
  test('a pause never shortens the deadline', () => {
    fc.assert(
      fc.property(newClock, gaps, fc.nat(), (made, gaps, pick) => {
        const clock = startClock(calendar, made);
        const pauses = laid(clock.startedAt, gaps);
        const fewer = pauses.filter((_, i) => i !== pick % Math.max(1, pauses.length));
        expect(withPauses(clock, pauses).dueAt >= withPauses(clock, fewer).dueAt).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('two pauses that touch, or a pause of no length, change nothing', () => {
    fc.assert(
      fc.property(newClock, step, step, step, (made, run, one, two) => {
        const clock = startClock(calendar, made);
        const [a, b, c] = [run, run + one, run + one + two].map((ms) => clock.startedAt.getTime() + ms);
        const whole = withPauses(clock, [[a!, c!]]).dueAt;
        expect(
          withPauses(clock, [
            [a!, b!],
            [b!, c!],
          ]).dueAt,
        ).toEqual(whole);
        expect(
          withPauses(clock, [
            [a!, c!],
            [c!, c!],
          ]).dueAt,
        ).toEqual(whole);
        expect(withPauses(clock, [[b!, b!]]).dueAt).toEqual(clock.dueAt);
      }),
      { numRuns: 1000 },
    );
  });

  test('a later start never ends earlier, with the same pauses', () => {
    fc.assert(
      fc.property(newClock, fc.nat(30 * 24 * HOUR), gaps, (made, delay, gaps) => {
        const later = new Date(made.startedAt.getTime() + delay);
        const pauses = laid(later, gaps);
        const first = withPauses(startClock(calendar, made), pauses);
        expect(
          withPauses(startClock(calendar, { ...made, startedAt: later }), pauses).dueAt >= first.dueAt,
        ).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('an extension never shortens, and lateness once it happened stays', () => {
    fc.assert(
      fc.property(newClock, gaps, fc.integer({ min: 1, max: 30 }), (made, gaps, value) => {
        const clock = startClock(calendar, made);
        const due = clock.dueAt;
        const after = new Date(due.getTime() + 1);
        const extended = extendClock(clock, calendar, { value, at: after, ...by });
        const changed = withPauses(extended, laid(after, gaps));
        expect(extended.dueAt >= due).toBe(true);
        expect(lateness(changed, new Date(after.getTime() + 1))).toEqual({ late: true, since: due });
      }),
    );
  });

  test('the lines of its explanation follow each other to the due date and add up to the term', () => {
    fc.assert(
      fc.property(
        newClock,
        gaps,
        fc.integer({ min: 0, max: 5 }),
        step,
        fc.constantFrom('runs', 'stops', 'pauses'),
        (made, gaps, value, last, end) => {
          const begun = startClock(calendar, made);
          const pauses = laid(begun.startedAt, gaps);
          const now = new Date((pauses.at(-1)?.[1] ?? begun.startedAt.getTime()) + last);
          const ran = withPauses(begun, pauses);
          const granted = value > 0 ? extendClock(ran, calendar, { value, at: now, ...by }) : ran;
          const ended = {
            runs: granted,
            stops: stopClock(granted, calendar, now),
            pauses: pauseClock(granted, { at: now, ...by }),
          }[end];
          const lines = explain(ended, calendar);
          const sum = lines.reduce((sum, line) => sum + Math.round(line.counted * 100), 0);
          expect(sum).toBe(Math.round(totalUnits(ended) * 100));
          const spans = lines.filter((line) => line.kind !== 'extended');
          expect(spans[0]?.from).toEqual(ended.startedAt);
          spans.slice(1).forEach((line, i) => expect(line.from).toEqual(spans[i]?.to));
          const waits = end === 'pauses' && now < ended.dueAt;
          expect(spans.findLast((line) => line.kind !== 'late')?.to).toEqual(waits ? null : ended.dueAt);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('its ladder rises, pauses only push it back, and the full share is the due date', () => {
    fc.assert(
      fc.property(newClock, gaps, (made, gaps) => {
        const begun = startClock(calendar, made);
        const clock = withPauses(begun, laid(begun.startedAt, gaps));
        const times = ladderTimes(clock, calendar, standardLadder).map(({ at }) => at!.getTime());
        expect(times.toSorted((a, b) => a - b)).toEqual(times);
        expect(times[1]).toBe(clock.dueAt.getTime());
        ladderTimes(begun, calendar, standardLadder).forEach(({ at }, i) =>
          expect(times[i]! >= at!.getTime()).toBe(true),
        );
        expect(progress(clock, calendar, new Date(times[0]!)).share).toBeCloseTo(0.75, 6);
        expect(progress(clock, calendar, clock.dueAt).remaining).toBe(0);
        expect(progress(clock, calendar, new Date(times[2]!)).share).toBeCloseTo(1.5, 6);
      }),
      { numRuns: 500 },
    );
  });
});
