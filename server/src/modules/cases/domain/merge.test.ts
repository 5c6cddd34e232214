import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileCalendar } from '#platform/calendar/calendar.ts';
import { vendoredYears } from '#platform/calendar/year.ts';
import { pauseClock, startClock } from './clock/change.ts';
import { pausedSince } from './clock/clock.ts';
import { earliest } from './merge.ts';

const calendar = compileCalendar(vendoredYears);
const start = new Date('2026-03-02T02:00:00Z');
const after = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const hours = (value: number, from = 0) =>
  startClock(calendar, { kind: 'overall', unit: 'urgent_hour', value, startedAt: after(from) });

test('a merge never gives the main case more time, whatever is merged and whenever it began', () => {
  const others = fc.array(
    fc.record({ value: fc.integer({ min: 1, max: 200 }), from: fc.integer({ min: 0, max: 50 }) }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), others, (value, given) => {
      const own = hours(value);
      const terms = given.map((one) => ({ clock: hours(one.value, one.from), since: after(60) }));
      const now = earliest(own, terms, calendar, own).dueAt.getTime();
      expect(now).toBe(Math.min(own.dueAt.getTime(), ...terms.map(({ clock }) => clock.dueAt.getTime())));
    }),
  );
});

test('a main case on hold stays on hold under a term it takes over', () => {
  const held = pauseClock(hours(100), { at: after(2), reason: '汛期', approver: 'a' });
  const taken = earliest(held, [{ clock: hours(20), since: after(5) }], calendar, held);
  expect([taken.value, pausedSince(taken)]).toEqual([20, after(5)]);
});
