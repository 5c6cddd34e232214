import { expect, test } from 'vitest';
import { isZone, readTime } from './times.ts';

const read = (text: string | Date, zone = 'Asia/Shanghai', order: 'ymd' | 'mdy' | 'dmy' = 'ymd') =>
  readTime(text, zone, order)?.toISOString() ?? null;

test.each([
  ['2026-03-04 05:06:07', '2026-03-03T21:06:07.000Z'],
  ['2026/3/4 5:06', '2026-03-03T21:06:00.000Z'],
  ['2026年3月4日 5时6分', '2026-03-03T21:06:00.000Z'],
  ['2026年3月4日 下午', null],
  ['2026-03-04', '2026-03-03T16:00:00.000Z'],
  ['2026-03-04T05:06:07Z', '2026-03-04T05:06:07.000Z'],
  ['2026-03-04T05:06:07.250-08:00', '2026-03-04T13:06:07.000Z'],
  ['2026-03-04 05:06:07 +0800', '2026-03-03T21:06:07.000Z'],
  ['2026-03-04 5:06 PM', '2026-03-04T09:06:00.000Z'],
  ['2026-02-30 10:00', null],
  ['2026-13-01', null],
  ['2026-03-04 25:00', null],
  ['03/04/2026', null],
  ['昨天', null],
  ['', null],
])('a time written %s is read as %s', (text, at) => expect(read(text)).toBe(at));

test('the order of day and month is as the mapping says, and summer time is that of the zone', () => {
  expect(read('3/4/2026 1:00 am', 'America/Los_Angeles', 'mdy')).toBe('2026-03-04T09:00:00.000Z');
  expect(read('3.4.2026', 'Europe/Zurich', 'dmy')).toBe('2026-04-02T22:00:00.000Z');
  expect(read('2018-07-01 00:00:00', 'America/Los_Angeles')).toBe('2018-07-01T07:00:00.000Z');
});

test('a date cell of a spreadsheet is wall time of the zone', () => {
  expect(read(new Date('2026-03-04T08:00:00Z'))).toBe('2026-03-04T00:00:00.000Z');
  expect(read(new Date(Number.NaN))).toBeNull();
});

test('a zone is known or not', () =>
  expect([isZone('Asia/Shanghai'), isZone('Mars/Olympus')]).toEqual([true, false]));
