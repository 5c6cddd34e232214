import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEW, toldCount, toldField, toldShare } from './few.ts';

test('a number of people is told when nobody is meant, or so many that nobody is', () => {
  expect([0, 1, 9, 10, 210_000].map(toldCount)).toEqual([0, null, null, 10, 210_000]);
});

test('from no share that is told can fewer than ten people be counted, neither those it holds for nor the others', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.nat(400), (part, more) => {
      const whole = part + more;
      const share = whole === 0 ? 1 : part / whole;
      const told = toldShare(share, whole);
      const small = [part, more].some((count) => count > 0 && count < FEW);
      expect(told).toBe(small ? null : share);
    }),
  );
});

test('of a field that few have, it is not told either how many of those are right', () => {
  const phone = { name: 'phone', filled: 0.04, valid: 1, distinct: 0.5 };
  expect(toldField(phone, 100)).toEqual({ name: 'phone', filled: null, valid: null, distinct: null });
  expect(toldField(phone, 10_000)).toEqual({ ...phone });
});
