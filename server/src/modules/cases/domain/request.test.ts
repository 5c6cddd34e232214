import { expect, test } from 'vitest';
import { caseWith } from './case.fixture.ts';
import { capAt, hasAhead, mustBeForDistrict, mustBePlan, planDays } from './hold.ts';
import { mustBeExtendable } from './request.ts';

const now = new Date('2026-11-23T02:00:00Z');
const plan = (...days: string[]) => days.map((dueOn) => ({ title: '节点', dueOn }));

test('an extension is measured in what its clock counts: a day of work is eight hours, a calendar day twenty-four', () => {
  const asks =
    (grade: 'A' | 'B', unit: Parameters<typeof mustBeExtendable>[1]['unit'], value: number) => () =>
      mustBeExtendable(caseWith({ state: 'handling', grade }), { granted: 0, unit, value });
  for (const [grade, unit, most] of [
    ['A', 'urgent_hour', 24],
    ['A', 'calendar_day', 1],
    ['A', 'work_day', 1],
    ['B', 'work_day', 5],
    ['B', 'work_hour', 40],
  ] as const) {
    expect(asks(grade, unit, most)).not.toThrow();
    expect(asks(grade, unit, most + 1)).toThrow('cases.extension_too_long');
  }
});

test('the first milestone lies ahead; a plan may end on the very day of the cap and not a day later', () => {
  expect(() => mustBePlan(plan('2026-11-23'), now)).toThrow('cases.hold_needs_plan');
  expect(() => mustBePlan(plan('2027-01-22', '2027-03-23', '2027-05-22'), now)).not.toThrow();
  expect(() => mustBePlan(plan('2027-01-22', '2027-03-23', '2027-05-23'), now)).toThrow(
    'cases.hold_needs_plan',
  );
  expect(() => mustBePlan(plan('2026-12-24'), now, new Date('2026-12-23T00:00:00Z'))).toThrow(
    'cases.hold_needs_plan',
  );
  expect(() => mustBePlan(plan('2026-02-30x'), now)).toThrow('cases.hold_needs_plan');
  expect(Math.round(planDays(plan('2027-02-21'), now))).toBe(90);
});

test('a milestone of today still lies ahead, one of yesterday or one reached does not', () => {
  const one = (dueOn: string, doneAt: string | null = null) => [{ dueOn, doneAt }];
  expect([
    hasAhead(one('2026-11-23'), now),
    hasAhead(one('2026-11-22'), now),
    hasAhead(one('2026-12-01', 'x'), now),
    hasAhead([], now),
  ]).toEqual([true, false, false, false]);
});

test('until the cap the street decides on a hold, from then on the district', () => {
  const cap = capAt(now);
  expect(() => mustBeForDistrict('supervisor', cap, new Date(cap.getTime() - 1))).not.toThrow();
  expect(() => mustBeForDistrict('supervisor', cap, cap)).toThrow('cases.only_district_releases');
  expect(() => mustBeForDistrict('district', cap, cap)).not.toThrow();
});
