import { expect, test } from 'vitest';
import { judgePosition, probabilityInside } from '@fengqiao/contract/nearness.ts';

test('on the border it is a toss-up, whatever the accuracy', () => {
  expect(probabilityInside(0, 5)).toBeCloseTo(0.5, 6);
  expect(probabilityInside(0, 500)).toBeCloseTo(0.5, 6);
});

test('one and two sigma are what the tables say', () => {
  expect(probabilityInside(-10, 20)).toBeCloseTo(0.8413447, 6);
  expect(probabilityInside(10, 20)).toBeCloseTo(0.1586553, 6);
  expect(probabilityInside(20, 20)).toBeCloseTo(0.0227501, 6);
});

test('a phone that claims perfect accuracy does not break the sum', () => {
  expect(probabilityInside(-1, 0)).toBeCloseTo(1, 6);
  expect(probabilityInside(1, 0)).toBeCloseTo(0, 6);
});

test('a worker just outside is asked for a second photo and never blocked', () => {
  expect(judgePosition(probabilityInside(-1, 30))).toBe('accepted');
  expect(judgePosition(probabilityInside(10, 30))).toBe('second_photo');
  expect(judgePosition(probabilityInside(500, 30))).toBe('flagged');
});
