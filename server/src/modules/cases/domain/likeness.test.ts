import { expect, test } from 'vitest';
import { usedBefore } from './likeness.ts';

const alike = (evidence: string, bits: number, caseId = 'other') => ({ evidence, caseId, bits });

test('the likest of the older pictures is told, and the oldest of those that are as like', () => {
  expect(usedBefore([alike('far', 8), alike('first', 2), alike('second', 2)], 'mine')).toBe('first');
  expect(usedBefore([alike('too far', 10)], 'mine')).toBe(null);
});

test('before and after from one standpoint are not taken for one picture, the same picture twice in a case is', () => {
  expect(usedBefore([alike('before', 6, 'mine')], 'mine')).toBe(null);
  expect(usedBefore([alike('before', 0, 'mine')], 'mine')).toBe('before');
});
