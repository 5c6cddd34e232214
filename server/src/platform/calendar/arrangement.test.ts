import { expect, test } from 'vitest';
import { Refusal } from '#platform/refusal.ts';
import { parseArrangement } from './arrangement.ts';
import { compileCalendar, isWorkday } from './calendar.ts';
import { deadline } from './deadline.ts';
import { vendoredYears } from './year.ts';

/** 2027 as it might be published; the days moved around New Year are made up. */
const rows = [
  '2027-01-01,元旦,off',
  '2027-01-02,元旦,off',
  '2027-01-03,元旦,off',
  '2027-01-04,元旦,off',
  '2027-01-09,元旦,work',
  ...['05', '06', '07', '08', '09', '10'].map((day) => `2027-02-${day},春节,off`),
  '2027-02-20,春节,work',
  '2027-04-05,清明节,off',
  '2027-05-01,劳动节,off',
  '2027-05-02,劳动节,off',
  '2027-10-01,国庆节,off',
  '2027-10-02,国庆节,off',
  '2027-10-03,国庆节,off',
];
const csv = rows.join('\n');

function refusalOf(text: string): unknown[] {
  try {
    parseArrangement(text, '测试');
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.details.row];
    throw error;
  }
  return [];
}

test('an operator imports the published year as CSV and the day table follows it', () => {
  const year = parseArrangement(`\uFEFF日期,名称,类型\r\n${rows.join('\r\n')}\r\n`, '国办发明电〔2026〕7号');
  expect([year.year, year.status, year.source, year.workDays.length]).toEqual([
    2027,
    'official',
    '国办发明电〔2026〕7号',
    2,
  ]);
  const calendar = compileCalendar([...vendoredYears, year]);
  expect([isWorkday(calendar, '2027-01-04', 'strict'), isWorkday(calendar, '2027-01-09', 'strict')]).toEqual([
    false,
    true,
  ]);
  const start = new Date('2026-12-30T09:00:00+08:00');
  expect(deadline(calendar, { unit: 'work_day', value: 3, start })).toEqual({
    dueAt: new Date('2027-01-06T17:00:00+08:00'),
    provisional: false,
  });
});

test('our own JSON comes back as it was written', () => {
  for (const year of vendoredYears) expect(parseArrangement(JSON.stringify(year), '')).toEqual(year);
});

test('an unreadable arrangement is refused with its row', () => {
  expect(refusalOf('')).toEqual(['calendar.year_unreadable', 1]);
  expect(refusalOf('date,name,kind')).toEqual(['calendar.year_unreadable', 1]);
  expect(refusalOf(`${csv}\n2027-02-30,春节,off`)).toEqual(['calendar.year_unreadable', rows.length + 1]);
  expect(refusalOf(`date,name,kind\n${csv}\n2027-12-25,,off`)).toEqual([
    'calendar.year_unreadable',
    rows.length + 2,
  ]);
  expect(refusalOf(`2027-01-01,元旦,休\n${csv}`)).toEqual(['calendar.year_unreadable', 1]);
  expect(refusalOf('{"year": 2027')).toEqual(['calendar.year_unreadable', 1]);
  expect(refusalOf('{"year": "2027"}')).toEqual(['calendar.year_unreadable', 1]);
  const [first] = vendoredYears;
  expect(refusalOf(JSON.stringify({ ...first, status: 'maybe' }))).toEqual(['calendar.year_unreadable', 1]);
  expect(refusalOf(JSON.stringify({ ...first, source: '' }))).toEqual(['calendar.year_unreadable', 1]);
  expect(refusalOf(JSON.stringify({ ...first, workDays: ['2025-01-26'] }))).toEqual([
    'calendar.year_unreadable',
    1,
  ]);
  expect(refusalOf(JSON.stringify({ ...first, offDays: null }))).toEqual(['calendar.year_unreadable', 1]);
});

test('a day of another year is refused, but December of the year before may be moved', () => {
  expect(refusalOf(`2026-12-31,元旦,off\n${csv}`)).toEqual([]);
  expect(refusalOf(`2026-11-30,元旦,off\n${csv}`)).toEqual(['calendar.day_not_of_year', 1]);
});

test('a date given twice is refused', () => {
  expect(refusalOf(`${csv}\n2027-01-09,元旦,off`)).toEqual(['calendar.day_twice', rows.length + 1]);
});

test('a make-up day that is a weekday anyway is refused', () => {
  expect(refusalOf(`${csv}\n2027-03-01,春节,work`)).toEqual(['calendar.make_up_on_weekday', rows.length + 1]);
});

test('a year cut short is refused', () => {
  expect(refusalOf(rows.slice(0, -1).join('\n'))).toEqual(['calendar.year_incomplete', rows.length - 1]);
  expect(refusalOf(rows.filter((row) => !row.includes('春节')).join('\n'))).toEqual([
    'calendar.year_incomplete',
    rows.length - 8 + 1,
  ]);
});
