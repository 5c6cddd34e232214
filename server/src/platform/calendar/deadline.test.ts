import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCalendar, isWorkday, YearNotCovered } from './calendar.ts';
import { deadline, strictDeadline, unitsBetween, type Term } from './deadline.ts';
import type { ServiceWindow } from './pace.ts';
import { vendoredYears } from './year.ts';

const calendar = compileCalendar(vendoredYears);
const everyDay: ServiceWindow = { from: '08:30', to: '17:30', workdaysOnly: false };
const office: ServiceWindow = { from: '09:00', to: '17:00', workdaysOnly: true };

type Case = Omit<Term, 'start'> & { readonly from: string; readonly due: string; readonly why: string };
const published: readonly Case[] = [
  {
    unit: 'work_day',
    value: 5,
    from: '2026-09-29T16:00:00+08:00',
    due: '2026-10-12T17:00:00+08:00',
    why: 'the make-up Saturday after National Day counts',
  },
  {
    unit: 'work_day',
    value: 5,
    from: '2026-02-13T10:00:00+08:00',
    due: '2026-02-27T17:00:00+08:00',
    why: 'Spring Festival is off, its make-up Saturday counts',
  },
  {
    unit: 'work_day',
    value: 1,
    from: '2026-09-18T09:00:00+08:00',
    due: '2026-09-20T17:00:00+08:00',
    why: 'a make-up Sunday counts, the Saturday before does not',
  },
  {
    unit: 'work_day',
    value: 3,
    from: '2026-04-30T17:30:00+08:00',
    due: '2026-05-08T17:00:00+08:00',
    why: 'the May holidays are off',
  },
  {
    unit: 'work_day',
    value: 2,
    from: '2025-12-31T09:00:00+08:00',
    due: '2026-01-05T17:00:00+08:00',
    why: 'New Year is off, its make-up Sunday counts',
  },
  {
    unit: 'work_day',
    value: 20,
    from: '2026-11-23T09:00:00+08:00',
    due: '2026-12-21T17:00:00+08:00',
    why: 'twenty work days without a holiday',
  },
  {
    unit: 'calendar_day',
    value: 15,
    from: '2026-09-18T09:00:00+08:00',
    due: '2026-10-08T24:00:00+08:00',
    why: 'a last day in a holiday rolls on',
  },
  {
    unit: 'urgent_hour',
    value: 2,
    from: '2026-10-03T23:30:00+08:00',
    due: '2026-10-04T01:30:00+08:00',
    why: 'urgent hours run through night and holiday',
  },
  {
    unit: 'work_hour',
    value: 4,
    from: '2026-11-23T16:00:00+08:00',
    due: '2026-11-24T11:00:00+08:00',
    why: 'hours stop at night',
    window: everyDay,
  },
  {
    unit: 'work_hour',
    value: 2,
    from: '2026-11-20T16:30:00+08:00',
    due: '2026-11-23T10:30:00+08:00',
    why: 'office hours stop over the weekend',
    window: office,
  },
  {
    unit: 'work_hour',
    value: 2,
    from: '2026-11-23T07:00:00+08:00',
    due: '2026-11-23T10:30:00+08:00',
    why: 'hours wait for the window to open',
    window: everyDay,
  },
];

function term({ from, due: _due, why: _why, ...rest }: Case): Term {
  return { ...rest, start: new Date(from) };
}

describe('a deadline', () => {
  test.each(published)('of $value $unit from $from is $due: $why', (published) => {
    const due = new Date(published.due);
    expect(strictDeadline(calendar, term(published))).toEqual(due);
    expect(deadline(calendar, term(published))).toEqual({ dueAt: due, provisional: false });
  });

  const beyond: readonly Case[] = [
    {
      unit: 'calendar_day',
      value: 60,
      from: '2026-11-23T09:00:00+08:00',
      due: '2027-01-22T24:00:00+08:00',
      why: 'a petition',
    },
    {
      unit: 'work_day',
      value: 3,
      from: '2026-12-30T09:00:00+08:00',
      due: '2027-01-05T17:00:00+08:00',
      why: 'New Year',
    },
  ];
  test.each(beyond)(
    'of $value $unit over $why into the unpublished year is refused in strict mode and else flagged',
    (open) => {
      expect(() => strictDeadline(calendar, term(open))).toThrow(new YearNotCovered(2027));
      expect(deadline(calendar, term(open))).toEqual({ dueAt: new Date(open.due), provisional: true });
    },
  );

  test('in a year without any table knows weekends only and says so', () => {
    const friday = { unit: 'work_day', value: 1, start: new Date('2029-06-08T10:00:00+08:00') } as const;
    expect(deadline(calendar, friday)).toEqual({
      dueAt: new Date('2029-06-11T17:00:00+08:00'),
      provisional: true,
    });
    expect(() => strictDeadline(calendar, friday)).toThrow('YearNotCovered(2029)');
  });

  test('of work days ends when the unit itself closes', () => {
    const start = new Date('2026-11-23T09:00:00+08:00');
    expect(deadline(calendar, { unit: 'work_day', value: 1, start, window: everyDay }).dueAt).toEqual(
      new Date('2026-11-24T17:30:00+08:00'),
    );
  });

  test('that is no term is a programming error', () => {
    const start = new Date('2026-11-23T09:00:00+08:00');
    expect(() => deadline(calendar, { unit: 'work_day', value: 1.5, start })).toThrow(RangeError);
    expect(() => deadline(calendar, { unit: 'work_hour', value: -1, start })).toThrow(RangeError);
    expect(() => deadline(calendar, { unit: 'work_day', value: 1, start: new Date(Number.NaN) })).toThrow(
      RangeError,
    );
    expect(() =>
      deadline(calendar, { unit: 'work_hour', value: 1, start, window: { ...office, to: '09:00' } }),
    ).toThrow(RangeError);
  });
});

describe('the day table', () => {
  test('never lets New Year 2027 or an unknown year pass for a known workday', () => {
    expect(isWorkday(calendar, '2027-01-01')).toBe(false);
    expect(() => isWorkday(calendar, '2027-01-04', 'strict')).toThrow(new YearNotCovered(2027));
    expect(() => isWorkday(calendar, '2028-01-03')).toThrow(new YearNotCovered(2028));
    expect([
      isWorkday(calendar, '2026-10-10', 'strict'),
      isWorkday(calendar, '2026-10-09', 'strict'),
    ]).toEqual([true, true]);
    expect([
      isWorkday(calendar, '2026-12-31'),
      isWorkday(calendar, '2025-12-31'),
      isWorkday(calendar, '2026-02-23'),
    ]).toEqual([true, true, false]);
  });

  test('lets a later table of the same year take the place of the earlier', () => {
    const moved = {
      year: 2027,
      status: 'official',
      source: 'x',
      workDays: [],
      offDays: [{ date: '2027-03-01', name: '例' }],
    } as const;
    const imported = compileCalendar([...vendoredYears, moved]);
    expect([isWorkday(imported, '2027-03-01', 'strict'), isWorkday(imported, '2027-01-01')]).toEqual([
      false,
      true,
    ]);
  });

  test('obeys an arrangement that reaches into December of the year before', () => {
    const reaching = {
      year: 2027,
      status: 'official',
      source: 'x',
      workDays: [],
      offDays: [{ date: '2026-12-31', name: '元旦' }],
    } as const;
    expect(isWorkday(compileCalendar([...vendoredYears, reaching]), '2026-12-31', 'strict')).toBe(false);
  });
});

const instant = fc.date({
  min: new Date('2025-01-01T00:00:00Z'),
  max: new Date('2028-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const window = fc.constantFrom(everyDay, office, { from: '00:00', to: '24:00', workdaysOnly: true });
const terms = fc.oneof(
  fc.record({
    unit: fc.constantFrom('work_day', 'calendar_day'),
    value: fc.integer({ min: 1, max: 90 }),
    window,
  }),
  fc.record({
    unit: fc.constantFrom('work_hour', 'urgent_hour'),
    value: fc.integer({ min: 0, max: 400 }).map((n) => n / 4),
    window,
  }),
);
const zones = [
  calendar,
  compileCalendar(vendoredYears, 'Europe/Zurich'),
  compileCalendar(vendoredYears, 'America/Santiago'),
];

describe.each(zones)('in the zone $zone.id', (here) => {
  test('a later start never ends earlier, and nothing is due before it starts', () => {
    fc.assert(
      fc.property(instant, instant, terms, (a, b, term) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        const due = deadline(here, { ...term, start: first }).dueAt;
        expect(due >= first).toBe(true);
        expect(deadline(here, { ...term, start: second }).dueAt >= due).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('what is counted in two parts is what is counted in one', () => {
    fc.assert(
      fc.property(fc.tuple(instant, instant, instant), terms, (three, term) => {
        const [a, b, c] = three.toSorted((x, y) => x.getTime() - y.getTime());
        const whole = unitsBetween(here, term, a!, c!);
        expect(unitsBetween(here, term, a!, b!) + unitsBetween(here, term, b!, c!)).toBeCloseTo(whole, 9);
        expect(unitsBetween(here, term, c!, a!)).toBeCloseTo(-whole, 9);
      }),
      { numRuns: 300 },
    );
  });
});

test('a work-day deadline equals walking the days one by one', () => {
  const covered = fc.date({
    min: new Date('2025-01-01T00:00:00Z'),
    max: new Date('2027-10-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(covered, fc.integer({ min: 1, max: 30 }), (start, value) => {
      let day = new Date(start.getTime() + 8 * 3_600_000);
      for (let left = value; left > 0;) {
        day = new Date(day.getTime() + 86_400_000);
        if (isWorkday(calendar, day.toISOString().slice(0, 10))) left--;
      }
      const due = `${day.toISOString().slice(0, 10)}T17:00:00+08:00`;
      expect(deadline(calendar, { unit: 'work_day', value, start }).dueAt).toEqual(new Date(due));
    }),
  );
});

test('where clocks are put forward a day of 23 hours is still one day', () => {
  const zurich = compileCalendar(vendoredYears, 'Europe/Zurich');
  const start = new Date('2026-03-27T12:00:00+01:00');
  expect(deadline(zurich, { unit: 'calendar_day', value: 3, start }).dueAt).toEqual(
    new Date('2026-03-31T00:00:00+02:00'),
  );
  expect(deadline(zurich, { unit: 'work_day', value: 1, start }).dueAt).toEqual(
    new Date('2026-03-30T17:00:00+02:00'),
  );
});
