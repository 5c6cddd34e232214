import { read, type Calendar, type Reading } from './calendar.ts';
import { countedMs, countStart, instantAfter, settle } from './count.ts';
import { paceOf, type ServiceWindow, type TimeUnit } from './pace.ts';

/** A term: so many units from a start. Days are whole and at least one; hours may be fractions. */
export type Term = {
  readonly unit: TimeUnit;
  readonly value: number;
  readonly start: Date;
  readonly window?: ServiceWindow;
};

/** `provisional`: a year without an official arrangement had to be asked, so importing one may move the date. */
export type Deadline = { readonly dueAt: Date; readonly provisional: boolean };

/**
 * When a term ends. The day of the start is not counted, a last day off rolls on to the next workday, work days
 * end at the close of business of the window, hours run at once (民法典 201–203). Throws RangeError for a value
 * that is no term.
 */
export function deadline(calendar: Calendar, term: Term): Deadline {
  const reading = read(calendar);
  return { dueAt: dueAt(reading, term), provisional: reading.provisional };
}

/** The same where only published arrangements will do: throws YearNotCovered for any other year it touches. */
export function strictDeadline(calendar: Calendar, term: Term): Date {
  return dueAt(read(calendar, true), term);
}

/** What the unit counts from one instant to another, in that unit; negative when `to` is the earlier. */
export function unitsBetween(
  calendar: Calendar,
  term: Omit<Term, 'value' | 'start'>,
  from: Date,
  to: Date,
): number {
  if (to < from) return -unitsBetween(calendar, term, to, from);
  const pace = paceOf(term.unit, term.window);
  return countedMs(read(calendar), pace, from.getTime(), to.getTime()) / pace.perUnit;
}

/** Throws RangeError unless the value is a term in the unit: whole days from one, hours from zero. */
export function checkValue(unit: TimeUnit, value: number): void {
  const days = unit === 'work_day' || unit === 'calendar_day';
  if (days ? Number.isInteger(value) && value >= 1 : Number.isFinite(value) && value >= 0) return;
  throw new RangeError(`${value} is no term in ${unit}`);
}

function dueAt(reading: Reading, term: Term): Date {
  checkValue(term.unit, term.value);
  const pace = paceOf(term.unit, term.window);
  const from = countStart(reading, pace, term.start.getTime());
  return new Date(
    settle(reading, pace, instantAfter(reading, pace, from, Math.round(term.value * pace.perUnit))),
  );
}
