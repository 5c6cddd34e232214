import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCK } from '@fengqiao/contract/cases/callback-words.ts';
import { Refusal } from '#platform/refusal.ts';
import { agrees, nextCall, slotOf } from './callback.ts';

describe('a draw', () => {
  test('falls on each of the five places about equally often, and always the same for a seed', () => {
    const counts = Array.from({ length: BLOCK }, () => 0);
    for (let n = 0; n < 5000; n++) {
      const slot = slotOf(`seed-${n}`);
      expect(slotOf(`seed-${n}`)).toBe(slot);
      counts[slot - 1] = (counts[slot - 1] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  test('done over shows a case that was slipped in or left out', () => {
    const closings = (drawn: number) => [1, 2, 3, 4, 5].map((place) => ({ place, drawn: place === drawn }));
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: BLOCK }), (seed, drawn) => {
        expect(agrees(seed, slotOf(seed), closings(drawn))).toBe(drawn === slotOf(seed));
        expect(agrees(seed, (slotOf(seed) % BLOCK) + 1, closings(drawn))).toBe(false);
      }),
    );
  });
});

describe('after a call', () => {
  const morning = new Date('2026-11-23T02:00:00Z');
  const call = (outcome: 'no_answer' | 'answered' | 'refused' | 'later', before: number, now = morning) =>
    nextCall({ outcome, before, now, at: null });

  test('nobody answered: tried on the next day at another time of day, three times in all', () => {
    const second = call('no_answer', 0);
    expect(second).toEqual(new Date('2026-11-24T07:00:00Z'));
    const third = call('no_answer', 1, second ?? morning);
    expect(third).toEqual(new Date('2026-11-25T10:00:00Z'));
    expect(call('no_answer', 2, third ?? morning)).toBeNull();
    expect(call('no_answer', 0, new Date('2026-11-23T11:00:00Z'))).toEqual(new Date('2026-11-24T02:00:00Z'));
  });

  test('answered or refused: nobody is rung up again', () => {
    expect([call('answered', 0), call('refused', 0)]).toEqual([null, null]);
  });

  test('called later at the time agreed on, which lies ahead and within a week', () => {
    const at = (days: number) => new Date(morning.getTime() + days * 86_400_000);
    expect(nextCall({ outcome: 'later', before: 2, now: morning, at: at(3) })).toEqual(at(3));
    for (const wrong of [at(-1), at(8), null])
      expect(() => nextCall({ outcome: 'later', before: 0, now: morning, at: wrong })).toThrow(Refusal);
  });
});
