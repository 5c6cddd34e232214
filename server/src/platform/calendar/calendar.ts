import type { CalendarYear } from './calendar-year.ts';
import { DAY, zoneOf, type Zone } from './zone.ts';

/** A year whose arrangement is not known, or not official where an official one is demanded. */
export class YearNotCovered extends Error {
  override name = 'YearNotCovered';
  readonly year: number;
  constructor(year: number) {
    super(`YearNotCovered(${year})`);
    this.year = year;
  }
}

/** The days of one year, ready to be counted. `before[i]` is the number of workdays before day i of the year. */
type YearTable = {
  readonly year: number;
  readonly status: CalendarYear['status'] | 'none';
  readonly firstDay: number;
  readonly before: Uint16Array;
  readonly workdays: Uint16Array;
};

/** A compiled day table. Years without an arrangement have plain weekends and are never official. */
export type Calendar = {
  readonly zone: Zone;
  readonly status: ReadonlyMap<number, CalendarYear['status']>;
  /** Days that are not what their weekday says: local day → worked or not. */
  readonly exceptions: ReadonlyMap<number, boolean>;
  /** Filled when a year is first asked for. */
  readonly tables: Map<number, YearTable>;
};

/** One computation on a calendar; it notes whether a year that is not official had to be asked. */
export type Reading = { readonly calendar: Calendar; readonly strict: boolean; provisional: boolean };

/** Compiles a day table; of two tables for one year the later in the list counts. */
export function compileCalendar(years: readonly CalendarYear[], timeZone = 'Asia/Shanghai'): Calendar {
  const byYear = new Map(years.map((year) => [year.year, year]));
  const ordered = [...byYear.values()].toSorted((a, b) => a.year - b.year);
  const exceptions = new Map<number, boolean>();
  for (const year of ordered) {
    for (const day of year.offDays) exceptions.set(dayNumber(day.date), false);
    for (const day of year.workDays) exceptions.set(dayNumber(day.date), true);
  }
  const status = new Map(ordered.map((year) => [year.year, year.status]));
  return { zone: zoneOf(timeZone), status, exceptions, tables: new Map() };
}

/**
 * Is this local date ('YYYY-MM-DD') worked? Throws YearNotCovered where there is no arrangement,
 * and with `strict` also where it is provisional: an unknown day must never pass for a workday.
 */
export function isWorkday(calendar: Calendar, date: string, mode: 'strict' | 'lenient' = 'lenient'): boolean {
  const reading = read(calendar, mode === 'strict');
  const day = dayNumber(date);
  const table = tableAt(reading, day);
  if (table.status === 'none') throw new YearNotCovered(table.year);
  return worked(table, day);
}

/** Begins a computation; a strict one throws YearNotCovered instead of noting a provisional year. */
export function read(calendar: Calendar, strict = false): Reading {
  return { calendar, strict, provisional: false };
}

/** Is this local day worked, as far as is known? */
export function isWorked(reading: Reading, day: number): boolean {
  return worked(tableAt(reading, day), day);
}

/** The n-th workday (n ≥ 1) at or after a local day. */
export function nthWorkday(reading: Reading, from: number, n: number): number {
  let table = tableAt(reading, from);
  let rank = (table.before[from - table.firstDay] ?? 0) + n;
  while (rank > table.workdays.length) {
    rank -= table.workdays.length;
    table = tableOf(reading, table.year + 1);
  }
  return table.firstDay + (table.workdays[rank - 1] ?? 0);
}

/** How many workdays lie in [from, to). */
export function countWorkdays(reading: Reading, from: number, to: number): number {
  if (to <= from) return 0;
  let table = tableAt(reading, from);
  let count = -(table.before[from - table.firstDay] ?? 0);
  while (to - table.firstDay >= table.before.length) {
    count += table.workdays.length;
    table = tableOf(reading, table.year + 1);
  }
  return count + (table.before[to - table.firstDay] ?? 0);
}

/** The number of a local date, days since 1970-01-01. Throws on what is not a date. */
export function dayNumber(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY;
  if (!Number.isInteger(day)) throw new RangeError(`not a date: ${date}`);
  return day;
}

function worked(table: YearTable, day: number): boolean {
  const i = day - table.firstDay;
  return (table.before[i + 1] ?? 0) > (table.before[i] ?? 0);
}

function tableAt(reading: Reading, day: number): YearTable {
  const guess = Math.floor(1970 + (day + 0.5) / 365.2425);
  const firstDay = Date.UTC(guess, 0, 1) / DAY;
  if (day < firstDay) return tableOf(reading, guess - 1);
  return tableOf(reading, day < Date.UTC(guess + 1, 0, 1) / DAY ? guess : guess + 1);
}

function tableOf(reading: Reading, year: number): YearTable {
  const { tables } = reading.calendar;
  let table = tables.get(year);
  if (table === undefined) {
    table = buildTable(reading.calendar, year);
    tables.set(year, table);
  }
  if (table.status !== 'official') {
    if (reading.strict) throw new YearNotCovered(year);
    reading.provisional = true;
  }
  return table;
}

function buildTable(calendar: Calendar, year: number): YearTable {
  // Also false for NaN, so that a broken date cannot loop.
  if (!(year >= 1970 && year <= 2200))
    throw new RangeError(`the calendar runs from 1970 to 2200, not ${year}`);
  const firstDay = Date.UTC(year, 0, 1) / DAY;
  const length = Date.UTC(year + 1, 0, 1) / DAY - firstDay;
  const before = new Uint16Array(length + 1);
  const workdays: number[] = [];
  for (let i = 0; i < length; i++) {
    before[i] = workdays.length;
    if (calendar.exceptions.get(firstDay + i) ?? !isWeekend(firstDay + i)) workdays.push(i);
  }
  before[length] = workdays.length;
  return {
    year,
    status: calendar.status.get(year) ?? 'none',
    firstDay,
    before,
    workdays: Uint16Array.from(workdays),
  };
}

/** Saturday or Sunday; 1970-01-01 was a Thursday. */
export function isWeekend(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}
