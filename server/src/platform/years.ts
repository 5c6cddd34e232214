import { compileCalendar, type Calendar } from './calendar/calendar.ts';
import type { CalendarYear } from './calendar/calendar-year.ts';
import { vendoredYears } from './calendar/year.ts';
import type { Db, Tx } from './db.ts';
import { fromJson, toJson } from './json.ts';

/** The day table that holds now: the shipped years, and over them what the operator imported. */
export async function loadCalendar(db: Db | Tx): Promise<Calendar> {
  const rows = await db
    .selectFrom('platform.calendar_year')
    .select(['year', 'status', 'days', 'source'])
    .orderBy('year')
    .execute();
  const imported = rows.map((row): CalendarYear => {
    const days = fromJson<Pick<CalendarYear, 'offDays' | 'workDays'>>(row.days);
    return {
      year: row.year,
      status: row.status === 'official' ? 'official' : 'provisional',
      source: row.source,
      ...days,
    };
  });
  return compileCalendar([...vendoredYears, ...imported]);
}

/** Keeps the arrangement of one year; it takes the place of the shipped or earlier one. */
export async function saveYear(
  db: Db | Tx,
  { year, status, source, offDays, workDays }: CalendarYear,
  now: Date,
): Promise<void> {
  const row = { status, days: toJson({ offDays, workDays }), source, imported_at: now };
  await db
    .insertInto('platform.calendar_year')
    .values({ year, ...row })
    .onConflict((conflict) => conflict.column('year').doUpdateSet(row))
    .execute();
}
