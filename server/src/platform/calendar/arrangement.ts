import Papa from 'papaparse';
import { refuse } from '#platform/refusal.ts';
import { dayNumber, isWeekend } from './calendar.ts';
import type { CalendarDay, CalendarYear } from './calendar-year.ts';

/** Statutory days with a fixed date (全国年节及纪念日放假办法 art. 2); a file without them is cut short. */
const FIXED = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
const STATUTORY_DAYS = 13;
const MOST_ROWS = 120;

type Row = CalendarDay & { readonly kind: 'off' | 'work'; readonly row: number };

/**
 * Reads a year's arrangement from an operator's file: JSON in our own format (see years.json), or CSV with
 * date,name,off|work, a header line being optional. A CSV is official and carries the given source.
 * Refuses calendar.year_unreadable | day_not_of_year | day_twice | make_up_on_weekday | year_incomplete with the row.
 */
export function parseArrangement(text: string, source: string): CalendarYear {
  const plain = text.replace(/^\uFEFF/, '').trim();
  if (plain.startsWith('{')) return yearFrom(parseJson(plain), 1);
  const rows = csvRows(plain);
  const year = Math.max(...rows.map((row) => Number(row.date.slice(0, 4))));
  return assemble({ year, status: 'official', source }, rows);
}

/** Reads one year from parsed JSON; a refusal about the whole names `row`, one about a day names its place in the list. */
export function yearFrom(json: unknown, row: number): CalendarYear {
  if (!isRecord(json)) return refuse('calendar.year_unreadable', { row });
  const { year, status, source, offDays, workDays } = json;
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1970 || year > 2200) {
    return refuse('calendar.year_unreadable', { row, field: 'year' });
  }
  if (status !== 'official' && status !== 'provisional')
    refuse('calendar.year_unreadable', { row, field: 'status' });
  if (typeof source !== 'string' || source === '')
    refuse('calendar.year_unreadable', { row, field: 'source' });
  const off = jsonRows(offDays, 'off', 'offDays');
  const work = jsonRows(workDays, 'work', 'workDays');
  return assemble({ year, status, source }, [...off, ...work]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse('calendar.year_unreadable', { row: 1, reason: String(error) });
  }
}

function jsonRows(list: unknown, kind: Row['kind'], field: string): Row[] {
  if (!Array.isArray(list) || list.length > MOST_ROWS) refuse('calendar.year_unreadable', { row: 1, field });
  return list.map((day: unknown, i) => {
    const row = i + 1;
    if (!isRecord(day) || typeof day.date !== 'string' || typeof day.name !== 'string' || !isDate(day.date)) {
      return refuse('calendar.year_unreadable', { row, field });
    }
    return { date: day.date, name: day.name, kind, row };
  });
}

function csvRows(text: string): Row[] {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  if (data.length === 0 || data.length > MOST_ROWS) refuse('calendar.year_unreadable', { row: 1 });
  const header = /^(date|日期)$/i.test(data[0]?.[0]?.trim() ?? '') ? 1 : 0;
  const rows = data.slice(header).map((cells, i) => csvRow(cells, i + 1 + header));
  if (rows.length === 0) refuse('calendar.year_unreadable', { row: 1 });
  return rows;
}

function csvRow(cells: string[], row: number): Row {
  const [date = '', name = '', kind = ''] = cells.map((cell) => cell.trim());
  if (!isDate(date) || name === '' || (kind !== 'off' && kind !== 'work')) {
    return refuse('calendar.year_unreadable', { row, text: cells.join(',').slice(0, 200) });
  }
  return { date, name, kind, row };
}

function assemble(
  head: Pick<CalendarYear, 'year' | 'status' | 'source'>,
  rows: readonly Row[],
): CalendarYear {
  const seen = new Set<string>();
  for (const { date, kind, row } of rows) {
    if (!date.startsWith(`${head.year}-`) && !date.startsWith(`${head.year - 1}-12-`)) {
      refuse('calendar.day_not_of_year', { row, date, year: head.year });
    }
    if (seen.has(date)) refuse('calendar.day_twice', { row, date });
    if (kind === 'work' && !isWeekend(dayNumber(date))) refuse('calendar.make_up_on_weekday', { row, date });
    seen.add(date);
  }
  const offDays = daysOf(rows, 'off');
  const off = new Set(offDays.map((day) => day.date));
  const missing = FIXED.map((day) => `${head.year}-${day}`).filter((date) => !off.has(date));
  if (missing.length > 0 || offDays.length < STATUTORY_DAYS)
    refuse('calendar.year_incomplete', { row: rows.length, missing });
  return { ...head, offDays, workDays: daysOf(rows, 'work') };
}

function daysOf(rows: readonly Row[], kind: Row['kind']): CalendarDay[] {
  return rows
    .filter((row) => row.kind === kind)
    .map(({ date, name }) => ({ date, name }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
