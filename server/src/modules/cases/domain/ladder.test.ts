import { describe, expect, test } from 'vitest';
import { compileCalendar } from '#platform/calendar/calendar.ts';
import { vendoredYears } from '#platform/calendar/year.ts';
import {
  extendClock,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
  type NewClock,
} from './clock/change.ts';
import {
  dueSteps,
  ladderBegins,
  ladderOf,
  ladderTimes,
  mustRise,
  nextStepAt,
  standardLadder,
  standardShares,
  stepsOf,
} from './ladder.ts';

const calendar = compileCalendar(vendoredYears);
const at = (text: string) => new Date(`${text}+08:00`);
const by = { reason: 'hold', approver: '联动中心' };

function start(unit: NewClock['unit'], value: number, from: string) {
  return startClock(calendar, { kind: 'sign', unit, value, startedAt: at(from) });
}
function times(clock: ReturnType<typeof start>) {
  return ladderTimes(clock, calendar, standardLadder);
}
function instants(clock: ReturnType<typeof start>) {
  return times(clock).map((step) => step.at);
}

describe('the supervision ladder', () => {
  test('runs in the unit of its clock', () => {
    expect(instants(start('urgent_hour', 2, '2026-10-03T23:30'))).toEqual(
      ['2026-10-04T01:00', '2026-10-04T01:30', '2026-10-04T02:30', '2026-10-04T03:30'].map(at),
    );
    expect(instants(start('work_hour', 4, '2026-11-23T16:00'))).toEqual(
      ['2026-11-24T10:00', '2026-11-24T11:00', '2026-11-24T13:00', '2026-11-24T15:00'].map(at),
    );
    expect(instants(start('work_day', 4, '2026-09-29T16:00'))).toEqual(
      ['2026-10-09T17:00', '2026-10-10T17:00', '2026-10-13T17:00', '2026-10-15T17:00'].map(at),
    );
  });

  test('asks the centre for a supervision order at one and a half', () => {
    expect(standardLadder.map(({ level, order }) => [level, order])).toEqual([
      ['grid', false],
      ['community', false],
      ['centre', true],
      ['district', false],
    ]);
  });

  test('gives each step once, in order, also when the sweeper comes late', () => {
    const clock = start('urgent_hour', 2, '2026-10-03T23:30');
    const ladder = times(clock);
    const levels = (now: string, taken: number) =>
      dueSteps(clock, ladder, at(now), taken).map((step) => step.level);
    expect([
      levels('2026-10-04T00:59', 0),
      levels('2026-10-04T01:00', 0),
      levels('2026-10-04T01:00', 1),
    ]).toEqual([[], ['grid'], []]);
    expect([levels('2026-10-05T00:00', 1), levels('2026-10-05T00:00', 4)]).toEqual([
      ['community', 'centre', 'district'],
      [],
    ]);
    expect([nextStepAt(clock, ladder, 1), nextStepAt(clock, ladder, 4)]).toEqual([
      at('2026-10-04T01:30'),
      null,
    ]);
  });

  test('waits while the clock is paused and goes on from there, also past the due date', () => {
    const clock = start('urgent_hour', 4, '2026-11-23T08:00');
    const paused = pauseClock(clock, { at: at('2026-11-23T11:30'), ...by });
    expect(instants(paused)).toEqual([at('2026-11-23T11:00'), null, null, null]);
    expect(nextStepAt(paused, times(paused), 1)).toBeNull();
    const resumed = resumeClock(paused, calendar, at('2026-11-24T11:30'));
    expect(instants(resumed)).toEqual(
      ['2026-11-23T11:00', '2026-11-24T12:00', '2026-11-24T14:00', '2026-11-24T16:00'].map(at),
    );
    const late = pauseClock(clock, { at: at('2026-11-23T13:00'), ...by });
    expect(instants(late)).toEqual([at('2026-11-23T11:00'), at('2026-11-23T12:00'), null, null]);
    expect(instants(resumeClock(late, calendar, at('2026-11-23T15:00')))[2]).toEqual(at('2026-11-23T16:00'));
  });

  test('follows an extension and ends with the clock', () => {
    const clock = start('urgent_hour', 4, '2026-11-23T08:00');
    const extended = extendClock(clock, calendar, { value: 4, at: at('2026-11-23T09:00'), ...by });
    expect(instants(extended).slice(0, 2)).toEqual([at('2026-11-23T14:00'), at('2026-11-23T16:00')]);
    const stopped = stopClock(clock, calendar, at('2026-11-23T09:00'));
    expect([
      dueSteps(stopped, times(stopped), at('2026-12-01T00:00'), 0),
      nextStepAt(stopped, times(stopped), 0),
    ]).toEqual([[], null]);
  });

  test('does not exist for what is answered on the spot', () => {
    expect(times(start('work_hour', 0, '2026-11-23T08:00'))).toEqual([]);
  });

  test('is each grade’s own from the day it was set, and never touches a clock that runs', () => {
    const shares = { grid: 50, community: 80, centre: 100, district: 120 };
    const sets = [
      { grade: 'S', beginsAt: at('2026-11-24T00:00'), shares },
      { grade: 'S', beginsAt: at('2026-12-01T00:00'), shares: standardShares },
    ] as const;
    const of = (grade: 'S' | 'B' | null, startedAt: string) => ladderOf(sets, grade, at(startedAt));
    expect(of('S', '2026-11-24T08:00')).toEqual(stepsOf(shares));
    expect([of('S', '2026-11-23T23:59'), of('S', '2026-12-01T08:00'), of('B', '2026-11-24T08:00')]).toEqual([
      standardLadder,
      standardLadder,
      standardLadder,
    ]);
    expect(of(null, '2026-11-24T08:00')).toEqual(standardLadder);
    expect(ladderBegins(at('2026-11-23T10:00'))).toEqual(at('2026-11-24T00:00'));
    expect(ladderBegins(at('2026-11-24T00:00'))).toEqual(at('2026-11-25T00:00'));
  });

  test('has all four levels, each after the one below', () => {
    expect(() => mustRise(standardShares)).not.toThrow();
    expect(() => mustRise({ ...standardShares, district: 150 })).toThrow('cases.ladder_not_rising');
    expect(() => mustRise({ ...standardShares, grid: 100 })).toThrow('cases.ladder_not_rising');
  });
});
