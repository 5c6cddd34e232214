import { countWorkdays, isWorked, nthWorkday, type Reading } from './calendar.ts';
import type { Pace } from './pace.ts';

/**
 * The counting under every term, in whole ms so that parts add up exactly. A pace counts the same span of each
 * day that counts; instants are epoch ms.
 */

/** What a pace counts between two instants, from ≤ to. */
export function countedMs(reading: Reading, pace: Pace, from: number, to: number): number {
  if (pace.unit === 'urgent_hour') return to - from;
  const { zone } = reading.calendar;
  const first = zone.dayOf(from);
  const last = zone.dayOf(to);
  const days = pace.workdaysOnly ? countWorkdays(reading, first, last) : last - first;
  return (
    days * (pace.closes - pace.opens) +
    countedOfDay(reading, pace, to, last) -
    countedOfDay(reading, pace, from, first)
  );
}

/** The earliest instant, not before `from`, at which the pace has counted so much. */
export function instantAfter(reading: Reading, pace: Pace, from: number, ms: number): number {
  if (pace.unit === 'urgent_hour' || ms === 0) return from + ms;
  const { zone } = reading.calendar;
  const perDay = pace.closes - pace.opens;
  const first = zone.dayOf(from);
  const target = countedOfDay(reading, pace, from, first) + ms;
  const whole = Math.ceil(target / perDay) - 1;
  const rest = target - whole * perDay;
  const day = pace.workdaysOnly ? nthWorkday(reading, first, whole + 1) : first + whole;
  const closes = zone.at(day, pace.closes);
  // Where clocks are put forward inside the window, the day still closes on time.
  return rest === perDay ? closes : Math.min(zone.at(day, pace.opens) + rest, closes);
}

/** When counting begins: hours run at once; for days the day of the start is not counted (民法典 201). */
export function countStart(reading: Reading, pace: Pace, start: number): number {
  if (!pace.wholeDays) return start;
  const { zone } = reading.calendar;
  return zone.at(zone.dayOf(start) + 1, 0);
}

/**
 * When a count that is full at this instant falls due. Hours: then. Days: the last day ends with business
 * (calendar days: at 24:00), and a last day off rolls on to the next workday (民法典 203).
 */
export function settle(reading: Reading, pace: Pace, full: number): number {
  if (!pace.wholeDays) return full;
  const { zone } = reading.calendar;
  // The very end of a day still belongs to it.
  const day = zone.dayOf(full - 1);
  const closes = zone.at(day, pace.closes);
  if (closes >= full && isWorked(reading, day)) return closes;
  return zone.at(nthWorkday(reading, day + 1, 1), pace.closes);
}

function countedOfDay(reading: Reading, pace: Pace, instant: number, day: number): number {
  const { zone } = reading.calendar;
  const opens = zone.at(day, pace.opens);
  if (instant <= opens) return 0;
  if (pace.workdaysOnly && !isWorked(reading, day)) return 0;
  return instant >= zone.at(day, pace.closes)
    ? pace.closes - pace.opens
    : Math.min(instant - opens, pace.closes - pace.opens);
}
