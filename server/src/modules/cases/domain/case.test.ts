import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStates, states, type State } from '@fengqiao/contract/cases/words.ts';
import { Refusal } from '#platform/refusal.ts';
import { caseWith } from './case.fixture.ts';
import { after, expectVersion, isOpen, life, mayHappen, touched, type Case, type Happening } from './case.ts';

const happenings = Object.keys(life).filter((name): name is Happening => name in life);
const all = Object.keys(states).filter((name): name is State => name in states);
const now = new Date('2026-11-24T02:00:00Z');

/** The case after a happening, or the code of the refusal. */
function tried(theCase: Case, happening: Happening): Case | string {
  try {
    return after(theCase, happening, now);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** Every state that can be reached from one, by any number of steps. */
function reachable(from: State): Set<State> {
  const seen = new Set<State>([from]);
  for (const state of seen)
    for (const happening of happenings) if (mayHappen(state, happening)) seen.add(life[happening].to);
  return seen;
}

test('whatever is tried in whatever order, a case moves only along the table and is refused by name otherwise', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...all),
      fc.array(fc.constantFrom(...happenings), { maxLength: 40 }),
      (state, tries) => {
        let theCase = caseWith({ state });
        for (const happening of tries) {
          const result = tried(theCase, happening);
          const from: readonly State[] = life[happening].from;
          if (!from.includes(theCase.state)) {
            expect(result).toBe('cases.not_in_this_state');
            continue;
          }
          expect(result).toEqual({
            ...theCase,
            state: life[happening].to,
            version: theCase.version + 1,
            updatedAt: now,
          });
          if (typeof result !== 'string') theCase = result;
        }
      },
    ),
  );
});

test('every state is reached from a report, and nothing leads out of what was merged or voided', () => {
  expect([...reachable('received')].sort()).toEqual([...all].sort());
  for (const state of ['merged', 'voided'] as const) expect([...reachable(state)]).toEqual([state]);
});

test('nothing is closed but what was handled, nothing handled but what was in somebody’s hands', () => {
  const into = (to: State) =>
    happenings
      .filter((one) => life[one].to === to)
      .flatMap((one) => life[one].from.filter((from) => from !== to));
  expect([...new Set(into('closed'))]).toEqual(['handled']);
  expect([...new Set(into('handled'))].sort()).toEqual(['handling', 'registered']);
  expect([...new Set(into('handling'))].sort()).toEqual([
    'archived',
    'closed',
    'dispatched',
    'handled',
    'held',
  ]);
  expect([...new Set(into('held'))]).toEqual(['handling']);
});

test('what is held or waits for its check is open; what is closed, declined, merged, voided or filed away is not', () => {
  expect(all.filter(isOpen).sort()).toEqual([...openStates].sort());
});

test('a change beside the line of work keeps the state, and counts as a version that an older reader has not seen', () => {
  const before = caseWith({ state: 'handling', version: 7 });
  const changed = touched(before, now, { reports: 2 });
  expect(changed).toEqual({ ...before, reports: 2, version: 8, updatedAt: now });
  expect(() => expectVersion(changed, 7)).toThrow('platform.stale');
  expect(() => expectVersion(changed, 8)).not.toThrow();
  expect(() => expectVersion(changed, undefined)).not.toThrow();
});
