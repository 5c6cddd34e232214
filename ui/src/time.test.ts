import { expect, test } from 'vitest';
import { speak } from './language.ts';
import { ago, dayOf, left, longTime, metres, share, span, stamp, term } from './time.ts';

const HOUR = 3_600_000;
const noon = new Date('2026-11-23T04:00:00Z');
const after = (ms: number) => new Date(noon.getTime() + ms).toISOString();

test('a deadline is told by the clock of the street, wherever the reader sits', () => {
  expect([stamp('2026-11-23T16:30:00Z'), dayOf('2026-11-23T16:30:00Z')]).toEqual([
    '2026-11-24 00:30',
    '2026-11-24',
  ]);
});

test('what is left and what is over are told with their two largest units', () => {
  expect(left(after(3 * HOUR), noon)).toEqual({ late: false, soon: true, words: '还剩 3 小时' });
  expect(left(after(-27 * HOUR), noon)).toEqual({ late: true, soon: false, words: '已超 1 天 3 小时' });
  expect(left(after(-5_000), noon).words).toBe('已超 1 分钟');
});

test('how long ago is told by the largest unit only', () => {
  expect([ago(after(-50 * HOUR), noon), ago(after(-90 * 60_000), noon), ago(after(-1_000), noon)]).toEqual([
    '2 天前',
    '1 小时前',
    '刚刚',
  ]);
});

test('the year stands in a sentence only when it is another one', () => {
  expect(longTime('2026-11-20T01:05:00Z', noon)).toMatch(/^11月20日.*09:05$/);
  expect(longTime('2025-11-20T01:05:00Z', noon)).toMatch(/^2025年/);
});

test('of nothing there is no share', () => {
  expect([share(1, 8), share(0, 0)]).toEqual(['12.5%', '—']);
});

test('every word has its English', () => {
  speak('en');
  expect([span(26 * HOUR), term(4, 'work_hour'), metres(1_240), left(after(2 * HOUR), noon).words]).toEqual([
    '1 d 2 h',
    '4 work h',
    '1.2 km',
    '2 h left',
  ]);
  speak('zh');
});
