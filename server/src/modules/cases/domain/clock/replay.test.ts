import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileCalendar } from '#platform/calendar/calendar.ts';
import { vendoredYears } from '#platform/calendar/year.ts';
import { extendClock, pauseClock, resumeClock, startClock } from './change.ts';
import type { Clock } from './clock.ts';
import { replay, takenUp } from './replay.ts';

const calendar = compileCalendar(vendoredYears);
const start = new Date('2026-03-02T02:00:00Z');
const after = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const clock = (unit: Clock['unit'], value: number) =>
  startClock(calendar, { kind: 'overall', unit, value, startedAt: start });
const by = { reason: '挂账', approver: 'b' };

test('a clock set aside for a day and taken up again is due a day later, and says why', () => {
  const again = takenUp(clock('urgent_hour', 10), calendar, {
    from: after(2),
    to: after(26),
    reason: '并单后撤销',
    approver: 'a',
  });
  expect(again.dueAt).toEqual(after(34));
  expect(again.segments.map((segment) => segment.kind)).toEqual(['running', 'paused', 'running']);
});

test('a clock taken up at once, or paused for a reason of its own, stays as it was', () => {
  const running = clock('work_day', 3);
  const paused = pauseClock(running, { at: after(1), ...by });
  expect(takenUp(running, calendar, { from: after(2), to: after(2), reason: 'x', approver: 'a' })).toEqual(
    running,
  );
  expect(takenUp(paused, calendar, { from: after(2), to: after(9), reason: 'x', approver: 'a' })).toEqual(
    paused,
  );
});

test('what happens to one clock after an instant happens to another that takes its place', () => {
  const other = clock('urgent_hour', 48);
  let held = pauseClock(clock('urgent_hour', 10), { at: after(3), ...by });
  held = resumeClock(held, calendar, after(5));
  held = extendClock(held, calendar, { value: 4, at: after(6), ...by });
  const done = replay(other, calendar, { of: held, since: after(2) });
  expect(done.dueAt).toEqual(after(48 + 2 + 4));
  expect(replay(other, calendar, { of: held, since: after(7) })).toEqual(other);
});

test('an extension in another unit is not carried over: nobody granted it in this one', () => {
  const extended = extendClock(clock('work_day', 3), calendar, { value: 2, at: after(1), ...by });
  expect(replay(clock('urgent_hour', 10), calendar, { of: extended, since: start })).toEqual(
    clock('urgent_hour', 10),
  );
});

test('replaying a clock on its own beginning gives the clock again', () => {
  const spans = fc.array(
    fc.record({ gap: fc.integer({ min: 1, max: 40 }), length: fc.integer({ min: 1, max: 40 }) }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(
      spans,
      fc.constantFrom<Clock['unit']>('urgent_hour', 'work_hour', 'work_day', 'calendar_day'),
      (pauses, unit) => {
        let at = 0;
        let done = clock(unit, 20);
        for (const { gap, length } of pauses) {
          done = resumeClock(
            pauseClock(done, { at: after(at + gap), ...by }),
            calendar,
            after(at + gap + length),
          );
          at += gap + length;
        }
        expect(replay(clock(unit, 20), calendar, { of: done, since: start })).toEqual(done);
      },
    ),
  );
});
