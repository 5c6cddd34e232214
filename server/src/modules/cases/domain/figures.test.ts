import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, judgeGap, judgeStock, lastDays, newcombe, periodBefore, wilson } from './figures.ts';

const share = fc
  .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([of, part]) => ({ over: Math.round(of * part), of }));

describe('an interval', () => {
  test('is that of the textbook: 8 of 10 lies between 49 and 94 in a hundred', () => {
    const found = wilson({ over: 8, of: 10 });
    expect([found?.low, found?.high]).toEqual([expect.closeTo(0.4902, 4), expect.closeTo(0.9433, 4)]);
  });

  test('of a difference is that of Newcombe 1998: 56/70 less 48/80 lies between 5.2 and 33.4 points', () => {
    const found = newcombe({ over: 56, of: 70 }, { over: 48, of: 80 });
    expect([found?.low, found?.high]).toEqual([expect.closeTo(0.0524, 4), expect.closeTo(0.3339, 4)]);
  });

  test('holds its share, stays within 0 and 1, and is narrower the more was counted', () => {
    fc.assert(
      fc.property(share, ({ over, of }) => {
        const found = wilson({ over, of });
        const more = wilson({ over: over * 4, of: of * 4 });
        if (found === null || more === null) return false;
        const holds = found.low <= over / of + 1e-9 && found.high >= over / of - 1e-9;
        return holds && found.low >= 0 && found.high <= 1 && more.high - more.low < found.high - found.low;
      }),
    );
  });

  test('of nothing is none', () => {
    expect([wilson({ over: 0, of: 0 }), newcombe({ over: 1, of: 2 }, { over: 0, of: 0 })]).toEqual([
      null,
      null,
    ]);
  });
});

describe('a verdict', () => {
  const aim = { band: [0.8, 0.95], better: 'up' } as const;
  const of = (low: number, high: number) => ({ interval: { low, high }, least: 100 });

  test('is spoken only where the whole interval lies outside the band, and too good is looked into', () => {
    expect(judge(of(0.5, 0.7), aim)).toBe('short');
    expect(judge(of(0.7, 0.85), aim)).toBe('within');
    expect(judge(of(0.97, 1), aim)).toBe('check');
    expect(judge(of(0.2, 0.3), { band: [0.01, 0.08], better: 'down' })).toBe('short');
    expect(judge(of(0, 0.005), { band: [0.01, 0.08], better: 'down' })).toBe('check');
  });

  test('is not spoken of fewer than ten cases', () => {
    expect(judge({ interval: wilson({ over: 0, of: 9 }), least: 9 }, aim)).toBe('few');
    expect(judgeGap({ interval: newcombe({ over: 9, of: 9 }, { over: 0, of: 90 }), least: 9 }, 0.05)).toBe(
      'few',
    );
  });

  test('of a gap counts to either side, of a stock by whether it grew', () => {
    expect(judgeGap(of(0.06, 0.2), 0.05)).toBe('short');
    expect(judgeGap(of(-0.2, -0.06), 0.05)).toBe('short');
    expect(judgeGap(of(-0.2, 0.2), 0.05)).toBe('within');
    expect([judgeStock(11, 10), judgeStock(10, 10)]).toEqual(['short', 'within']);
  });
});

describe('a period', () => {
  test('is of whole days of the street, today among them, and the one before joins it', () => {
    const found = lastDays(new Date('2026-11-23T20:30:00Z'), 7);
    expect(found).toEqual({
      since: new Date('2026-11-17T16:00:00Z'),
      until: new Date('2026-11-24T16:00:00Z'),
    });
    expect(periodBefore(found)).toEqual({ since: new Date('2026-11-10T16:00:00Z'), until: found.since });
  });
});
