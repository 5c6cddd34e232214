import { expect, test } from 'vitest';
import { inForce, nextAfter } from './in-force.ts';

const version = (number: number, from: string, revoked = false) => ({ number, from, revoked });
const all = [
  version(1, '2026-01-01'),
  version(2, '2026-06-01'),
  version(3, '2026-06-01'),
  version(4, '2027-01-01'),
  version(5, '2026-11-01', true),
];

test('the version that began last holds, of one day the newest, and one taken back never', () => {
  expect(inForce(all, '2026-03-01')?.number).toBe(1);
  expect(inForce(all, '2026-06-01')?.number).toBe(3);
  expect(inForce(all, '2026-12-01')?.number).toBe(3);
  expect(inForce(all, '2027-01-01')?.number).toBe(4);
  expect(inForce(all, '2025-12-31')).toBe(undefined);
});

test('what was made later for an earlier day does not push out what began after it', () => {
  expect(inForce([version(1, '2026-06-01'), version(2, '2026-05-01')], '2026-07-01')?.number).toBe(1);
});

test('the next is the nearest that has not begun', () => {
  expect(nextAfter(all, '2026-07-01')?.number).toBe(4);
  expect(nextAfter(all, '2027-01-01')).toBe(undefined);
});
