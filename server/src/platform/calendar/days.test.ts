import { expect, test } from 'vitest';
import { dayPattern, instantPattern } from '@fengqiao/contract/shapes.ts';

const two = (n: number) => String(n).padStart(2, '0');
const inCalendar = (day: string) => {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};

test('a day is taken when it is in the calendar and refused when it is not, for every day of two thousand years', () => {
  const taken = new RegExp(dayPattern);
  const wrong: string[] = [];
  for (let year = 1000; year < 3000; year += 1)
    for (let month = 0; month <= 13; month += 1)
      for (let date = 28; date <= 32; date += 1) {
        const day = `${year}-${two(month)}-${two(date)}`;
        if (taken.test(day) !== inCalendar(day)) wrong.push(day);
      }
  expect(wrong).toEqual([]);
  const plain = Array.from({ length: 27 }, (_none, n) => `2026-02-${two(n + 1)}`);
  expect(plain.filter((day) => !taken.test(day))).toEqual([]);
  expect(['2026-02-00', '2026-2-1', '0026-02-01', '2026-02-01 '].filter((day) => taken.test(day))).toEqual(
    [],
  );
});

test('a moment is of a day that is in the calendar', () => {
  const taken = new RegExp(instantPattern);
  expect(taken.test('2028-02-29T08:00:00+08:00')).toBe(true);
  for (const day of ['2026-02-29', '2026-02-31', '2026-04-31', '1900-02-29', '2026-13-01'])
    expect(taken.test(`${day}T08:00:00Z`)).toBe(false);
});
