import { expect, test } from 'vitest';
import { firstRung, nextRung, rungDue, type Reach } from './ladder.ts';

const usual: Reach = { prefers: null, app: true, phone: true, sms: true };

test('a text message goes at once, unless somebody wishes otherwise', () => {
  expect(firstRung(usual)).toBe('sms');
  expect(firstRung({ ...usual, prefers: 'app' })).toBe('app');
  expect(firstRung({ ...usual, prefers: 'call' })).toBe('call');
  expect(firstRung({ ...usual, prefers: 'visit' })).toBe('visit');
});

test('a way that is closed is not taken: without text messages the app comes first, without a phone a visit', () => {
  expect(firstRung({ ...usual, sms: false })).toBe('app');
  expect(nextRung('app', { ...usual, sms: false })).toBe('call');
  expect(firstRung({ ...usual, prefers: 'call', phone: false })).toBe('visit');
  expect(firstRung({ ...usual, app: false, phone: false })).toBe('visit');
});

test('what is not read goes up one rung at a time, and ends with somebody at the door', () => {
  expect(['app', 'sms', 'call'].map((rung) => nextRung(rung as 'app', usual))).toEqual([
    'sms',
    'call',
    'visit',
  ]);
  expect(nextRung('visit', usual)).toBeNull();
});

test('each rung has its time', () => {
  const now = new Date('2026-11-23T02:00:00Z');
  expect(rungDue('sms', now).toISOString()).toBe('2026-11-24T02:00:00.000Z');
  expect(rungDue('visit', now).toISOString()).toBe('2026-11-26T02:00:00.000Z');
});
