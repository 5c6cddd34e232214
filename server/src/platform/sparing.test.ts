import { expect, test } from 'vitest';
import { makeSparing } from './sparing.ts';

test('of a flood that is told to wait the log takes some lines and the number of the rest; all else has its line', () => {
  const at = { ms: 0 };
  const told: object[] = [];
  const isWritten = makeSparing({ info: (about: object) => void told.push(about) }, () => at.ms);
  const written = (status: number, times: number) =>
    Array.from({ length: times }, () => isWritten(status)).filter(Boolean).length;
  expect([written(429, 1000), written(200, 300), written(503, 3)]).toEqual([50, 300, 3]);
  expect(told).toEqual([]);
  at.ms = 10_000;
  expect(written(200, 1)).toBe(1);
  expect(told).toEqual([{ requests: 950 }]);
  expect([written(429, 60), told.length]).toEqual([50, 1]);
});
