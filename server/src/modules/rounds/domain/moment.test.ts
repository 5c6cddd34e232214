import { expect, test } from 'vitest';
import { onServer, spanOf } from './moment.ts';

const now = new Date('2026-11-26T06:00:00Z');

test('a phone two hours ahead tells the right moment once its clock is known to be', () => {
  expect(onServer('2026-11-26T07:30:00Z', 7_200_000, now)).toEqual(new Date('2026-11-26T05:30:00Z'));
});

test('nothing happened later than it was handed in, whatever a phone says', () => {
  expect(onServer('2030-01-01T00:00:00Z', undefined, now)).toEqual(now);
});

test('a patrol keeps its length when the clock of the phone is off', () => {
  const walk = { startedAt: '2026-11-26T06:00:00Z', endedAt: '2026-11-26T07:00:00Z', offsetMs: 7_200_000 };
  expect(spanOf(walk, now)).toEqual({
    start: new Date('2026-11-26T04:00:00Z'),
    end: new Date('2026-11-26T05:00:00Z'),
  });
});
