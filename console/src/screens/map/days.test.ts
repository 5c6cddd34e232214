import { expect, test } from 'vitest';
import { agoOf, dayAt, spanOf } from './days.ts';

const now = new Date('2026-11-23T17:30:00Z');

test('days are those of the street, not of the reader’s computer', () => {
  expect(dayAt(0, now)).toBe('2026-11-24');
  expect(spanOf(7, 0, now)).toEqual({
    since: '2026-11-17T00:00:00+08:00',
    until: '2026-11-25T00:00:00+08:00',
  });
});

test('a day of the address is found again on the slider', () => {
  const { since } = spanOf(30, 0, now);
  expect(agoOf(since, now, 0)).toBe(30);
  expect(agoOf('2026-11-20', now, 0)).toBe(4);
  expect(agoOf(undefined, now, 365)).toBe(365);
  expect(agoOf('no day', now, 0)).toBe(0);
});
