import { expect, test } from 'vitest';
import { byDue, dayAfter, toDecide } from './kinds.ts';

const one = {
  kind: 'request',
  id: 'a',
  caseId: 'b',
  no: 'TF-1',
  title: '污水外溢',
  unit: 'urban_ops',
  request: 'void',
  since: '2026-11-23T02:00:00.000Z',
  by: null,
} as const;

test('what has no term is due a day after it was asked, and what falls due first comes first', () => {
  const asked = toDecide(one, () => '城管办');
  const hold = toDecide(
    { ...one, kind: 'held', id: 'h', request: 'funds', by: '2026-11-23T05:00:00.000Z' },
    () => '城管办',
  );
  expect(asked.by).toBe('2026-11-24T02:00:00.000Z');
  expect(dayAfter(one.since)).toBe(asked.by);
  expect(byDue([asked, hold]).map(({ id }) => id)).toEqual(['h', 'a']);
  expect([asked.to, hold.to]).toEqual(['/requests?case=b', '/holds?case=b']);
});
