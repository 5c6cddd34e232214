import { expect, test } from 'vitest';
import { todosOf } from './todos.ts';

const now = new Date('2026-11-26T02:00:00Z');
const report = {
  report: 'r1',
  text: '路灯不亮',
  state: 'closed' as const,
  question: null,
  withdrawn: false,
  updatedAt: '2026-11-20T02:00:00Z',
};
const mandate = { waitsForMe: true, other: { name: '王**', phone: '138****5678' } };

const none = { reports: [], mandates: [], waiting: [] };

test('a question waits for me until I answered it, and not when I took my report back', () => {
  const asked = { ...report, question: 'q1' };
  expect(
    todosOf({ ...none, reports: [asked, { ...asked, report: 'r2', withdrawn: true }, report] }, now),
  ).toEqual([{ kind: 'answer', to: '/progress/r1/solved', about: '路灯不亮' }]);
});

test('what was declined can be put right for two weeks', () => {
  const declined = { ...report, state: 'declined' as const };
  expect(todosOf({ ...none, reports: [declined] }, now)).toEqual([
    { kind: 'correct', to: '/progress/r1', about: '路灯不亮' },
  ]);
  expect(todosOf({ ...none, reports: [{ ...declined, updatedAt: '2026-11-01T02:00:00Z' }] }, now)).toEqual(
    [],
  );
});

test('a mandate that waits for my answer is among them', () => {
  expect(todosOf({ ...none, mandates: [mandate, { ...mandate, waitsForMe: false }] }, now)).toEqual([
    { kind: 'mandate', to: '/helpers', about: '王** 138****5678' },
  ]);
});

test('what waits for a network comes first', () => {
  expect(todosOf({ ...none, waiting: ['路灯不亮'] }, now)).toEqual([
    { kind: 'waiting', to: '/waiting', about: '路灯不亮' },
  ]);
});
