import { describe, expect, test } from 'vitest';
import { compileCalendar } from '#platform/calendar/calendar.ts';
import { vendoredYears } from '#platform/calendar/year.ts';
import { extendClock, pauseClock, resumeClock, startClock, stopClock, type NewClock } from './change.ts';
import { pausedSince, reviveClock } from './clock.ts';
import { explain } from './explain.ts';
import { lateness, markLate } from './lateness.ts';
import { progress } from './progress.ts';
import { recompute } from './recompute.ts';
import { retypeClock } from './retype.ts';

const calendar = compileCalendar(vendoredYears);
const at = (text: string) => new Date(`${text}+08:00`);
const by = { reason: 'await_material', approver: '联动中心' };

function start(unit: NewClock['unit'], value: number, from: string) {
  return startClock(calendar, { kind: 'overall', unit, value, startedAt: at(from) });
}

describe('a pause', () => {
  test('moves an hour clock by what remained', () => {
    const paused = pauseClock(start('work_hour', 4, '2026-11-23T14:00'), {
      at: at('2026-11-23T15:00'),
      ...by,
    });
    const resumed = resumeClock(paused, calendar, at('2026-11-24T09:30'));
    expect([paused.dueAt, pausedSince(paused)]).toEqual([at('2026-11-24T09:00'), at('2026-11-23T15:00')]);
    expect([resumed.dueAt, pausedSince(resumed)]).toEqual([at('2026-11-24T12:30'), null]);
  });

  test('of two whole work days moves a day clock by two work days', () => {
    const paused = pauseClock(start('work_day', 5, '2026-09-29T16:00'), {
      at: at('2026-10-09T09:00'),
      ...by,
    });
    expect(resumeClock(paused, calendar, at('2026-10-12T09:00')).dueAt).toEqual(at('2026-10-14T17:00'));
  });

  test('outside business hours or over a holiday moves no work-day clock', () => {
    const paused = pauseClock(start('work_day', 5, '2026-09-29T16:00'), {
      at: at('2026-09-30T17:00'),
      ...by,
    });
    expect(resumeClock(paused, calendar, at('2026-10-08T08:00')).dueAt).toEqual(at('2026-10-12T17:00'));
  });

  test('that begins while a last day rolls over a holiday still protects', () => {
    const paused = pauseClock(start('calendar_day', 15, '2026-09-18T09:00'), {
      at: at('2026-10-05T09:00'),
      ...by,
    });
    const resumed = resumeClock(paused, calendar, at('2026-10-20T09:00'));
    expect([resumed.dueAt, lateness(resumed, at('2026-10-20T10:00')).late]).toEqual([
      at('2026-10-21T00:00'),
      false,
    ]);
  });

  test('is a programming error twice, before the last change, or after the stop', () => {
    const clock = start('work_day', 5, '2026-09-29T16:00');
    const paused = pauseClock(clock, { at: at('2026-09-30T10:00'), ...by });
    const stopped = stopClock(clock, calendar, at('2026-09-30T10:00'));
    expect(() => pauseClock(paused, { at: at('2026-09-30T11:00'), ...by })).toThrow('paused already');
    expect(() => resumeClock(clock, calendar, at('2026-09-30T11:00'))).toThrow('not paused');
    expect(() => resumeClock(paused, calendar, at('2026-09-30T09:00'))).toThrow(RangeError);
    expect(() => pauseClock(stopped, { at: at('2026-09-30T11:00'), ...by })).toThrow('stopped');
    expect(() => extendClock(stopped, calendar, { value: 1, at: at('2026-09-30T11:00'), ...by })).toThrow(
      'stopped',
    );
    expect(() =>
      startClock(calendar, {
        kind: 'overall',
        unit: 'work_day',
        value: 0,
        startedAt: at('2026-09-30T11:00'),
      }),
    ).toThrow(RangeError);
  });
});

describe('lateness', () => {
  const due = at('2026-10-12T17:00');
  const after = at('2026-10-13T10:00');
  const late = start('work_day', 5, '2026-09-29T16:00');

  test('begins after the due instant, not at it', () => {
    expect(lateness(late, due)).toEqual({ late: false, since: null });
    expect(lateness(late, new Date(due.getTime() + 1))).toEqual({ late: true, since: due });
    expect(stopClock(late, calendar, due).lateSince).toBeNull();
    expect(stopClock(late, calendar, after).lateSince).toEqual(due);
  });

  test('is cleared by no extension, pause, change of type or new arrangement', () => {
    const changes = [
      extendClock(late, calendar, { value: 20, at: after, ...by }),
      resumeClock(pauseClock(late, { at: after, ...by }), calendar, at('2026-11-13T10:00')),
      retypeClock(late, calendar, { unit: 'work_day', value: 30, at: after, approver: '分管领导' }).current,
      recompute({ ...late, provisional: true }, calendar, after).clock,
      markLate(late, after),
    ];
    for (const changed of changes)
      expect([changed.lateSince, lateness(changed, at('2026-12-01T10:00'))]).toEqual([
        due,
        { late: true, since: due },
      ]);
  });

  test('does not begin while the clock is paused or after it stopped in time', () => {
    const paused = pauseClock(late, { at: at('2026-10-12T10:00'), ...by });
    expect(lateness(paused, at('2026-12-01T10:00')).late).toBe(false);
    expect(lateness(resumeClock(paused, calendar, at('2026-12-01T10:00')), at('2026-12-01T10:00')).late).toBe(
      false,
    );
    expect(stopClock(paused, calendar, at('2026-12-01T10:00')).lateSince).toBeNull();
    expect(lateness(stopClock(late, calendar, at('2026-10-12T10:00')), at('2026-12-01T10:00')).late).toBe(
      false,
    );
  });
});

describe('a change of type', () => {
  const clock = start('work_day', 5, '2026-11-23T09:00');
  const day2 = at('2026-11-25T10:00');

  test('never lengthens a clock without approval', () => {
    const longer = { unit: 'work_day', value: 15, at: day2 } as const;
    expect(() => retypeClock(clock, calendar, { ...longer, approver: null })).toThrow(
      expect.objectContaining({ code: 'calendar.longer_needs_approval' }),
    );
    expect(retypeClock(clock, calendar, { ...longer, approver: '分管领导' }).current.dueAt).toEqual(
      at('2026-12-14T17:00'),
    );
  });

  test('keeps the start and the pauses, and leaves both clocks visible', () => {
    const paused = pauseClock(extendClock(clock, calendar, { value: 5, at: day2, ...by }), {
      at: at('2026-11-26T09:00'),
      ...by,
    });
    const { previous, current, longer } = retypeClock(paused, calendar, {
      unit: 'work_day',
      value: 3,
      at: at('2026-11-27T09:00'),
      approver: null,
    });
    expect([previous.stoppedAt, longer, current.startedAt]).toEqual([
      at('2026-11-27T09:00'),
      false,
      clock.startedAt,
    ]);
    expect(pausedSince(current)).toEqual(at('2026-11-26T09:00'));
    expect(resumeClock(current, calendar, at('2026-11-27T09:00')).dueAt).toEqual(at('2026-11-27T17:00'));
  });
});

describe('an imported arrangement', () => {
  const [, , provisional] = vendoredYears;
  const offDays = [...provisional!.offDays, { date: '2027-01-04', name: '元旦' }];
  const imported = compileCalendar([...vendoredYears, { ...provisional!, status: 'official', offDays }]);
  const now = at('2026-12-15T09:00');

  test('moves an unfinished provisional clock and shows both due dates', () => {
    const clock = start('work_day', 15, '2026-12-14T09:00');
    expect([clock.provisional, clock.dueAt]).toEqual([true, at('2027-01-05T17:00')]);
    const { clock: moved, ...dates } = recompute(clock, imported, now);
    expect(dates).toEqual({ before: at('2027-01-05T17:00'), after: at('2027-01-06T17:00'), changed: true });
    expect([moved.dueAt, moved.provisional]).toEqual([at('2027-01-06T17:00'), false]);
  });

  test('leaves finished and official clocks alone', () => {
    const finished = stopClock(start('work_day', 15, '2026-12-14T09:00'), calendar, now);
    const official = start('work_day', 5, '2026-12-14T09:00');
    for (const clock of [finished, official]) {
      expect(recompute(clock, imported, now)).toEqual({
        clock,
        before: clock.dueAt,
        after: clock.dueAt,
        changed: false,
      });
    }
  });
});

describe('an explained deadline', () => {
  const first = pauseClock(start('work_day', 5, '2026-09-29T16:00'), { at: at('2026-10-09T09:00'), ...by });
  const clock = extendClock(resumeClock(first, calendar, at('2026-10-10T13:00')), calendar, {
    value: 2,
    at: at('2026-10-11T10:00'),
    ...by,
  });

  test('tells every segment and adds up', () => {
    expect(explain(clock, calendar).map(({ kind, counted, zh }) => [kind, counted, zh])).toEqual([
      ['first_day', 0, '开始当日不计入'],
      ['running', 2, '计时 2 个工作日，其间 7 个休息日不计'],
      ['paused', 0, '暂停，不计时'],
      ['running', 5, '计时 5 个工作日，其间 1 个休息日不计'],
      ['extended', 0, '批准延期 2 个工作日'],
      ['last_day', 0, '计至末日终了，末日为休息日的顺延至下一工作日'],
    ]);
    const paused = explain(clock, calendar)[2];
    expect([paused?.from, paused?.to, paused?.reason, paused?.approver]).toEqual([
      at('2026-10-09T09:00'),
      at('2026-10-10T13:00'),
      by.reason,
      by.approver,
    ]);
  });

  test('says what is left while paused, and what was spare or over at the end', () => {
    const kinds = (lines: ReturnType<typeof explain>) => lines.map(({ kind, counted }) => [kind, counted]);
    const early = stopClock(start('work_hour', 4, '2026-11-23T14:00'), calendar, at('2026-11-23T15:00'));
    const late = stopClock(start('urgent_hour', 2, '2026-11-23T14:00'), calendar, at('2026-11-23T17:00'));
    expect(kinds(explain(first, calendar)).slice(2)).toEqual([
      ['paused', 0],
      ['remaining', 3],
    ]);
    expect(kinds(explain(early, calendar))).toEqual([
      ['running', 1],
      ['unused', 3],
    ]);
    expect(kinds(explain(late, calendar))).toEqual([
      ['running', 2],
      ['late', 0],
    ]);
  });

  test('survives its storage as JSON', () => {
    const stored = reviveClock(
      JSON.parse(JSON.stringify(stopClock(clock, calendar, at('2026-12-20T10:00')))),
    );
    expect(stored).toEqual(stopClock(clock, calendar, at('2026-12-20T10:00')));
    expect(explain(reviveClock(JSON.parse(JSON.stringify(clock))), calendar)).toEqual(
      explain(clock, calendar),
    );
  });
});

test('progress is told in the unit of the clock', () => {
  const clock = start('work_hour', 4, '2026-11-23T14:00');
  const running = { total: 4, elapsed: 1, remaining: 3, overrun: 0, share: 0.25, paused: false };
  expect(progress(clock, calendar, at('2026-11-23T15:00'))).toEqual(running);
  expect(progress(clock, calendar, at('2026-11-24T11:00'))).toEqual({
    ...running,
    elapsed: 4,
    remaining: 0,
    overrun: 2,
    share: 1.5,
  });
  const paused = pauseClock(clock, { at: at('2026-11-23T15:00'), ...by });
  expect(progress(paused, calendar, at('2026-11-30T15:00'))).toEqual({ ...running, paused: true });
  expect(
    progress(stopClock(clock, calendar, at('2026-11-23T15:00')), calendar, at('2026-12-30T15:00')),
  ).toEqual(running);
});
