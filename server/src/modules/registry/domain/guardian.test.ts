import { expect, test } from 'vitest';
import { ageOn, guards, isParent } from './guardian.ts';

test('a year of life is full on the birthday itself, and for those of the 29th of February on the 1st of March', () => {
  expect([ageOn('2012-11-24', '2026-11-23'), ageOn('2012-11-24', '2026-11-24')]).toEqual([13, 14]);
  expect([ageOn('2008-02-29', '2026-02-28'), ageOn('2008-02-29', '2026-03-01')]).toEqual([17, 18]);
});

test('a parent is the head or the spouse for a child of the house, and a parent of the head for the head and siblings', () => {
  expect([isParent('head', 'child'), isParent('spouse', 'child')]).toEqual([true, true]);
  expect([isParent('parent', 'sibling'), isParent('parent', 'head')]).toEqual([true, true]);
  for (const one of ['child', 'sibling', 'grandparent', 'other', null] as const)
    expect(isParent(one, 'child')).toBe(false);
  for (const child of ['grandchild', 'spouse', 'other', null] as const)
    expect(isParent('head', child)).toBe(false);
});

test('nobody guards who is a minor themselves, whose child is of age, or of whom a birth date is unknown', () => {
  const today = '2026-11-23';
  const parent = { relation: 'head', birthDate: '1985-01-02' } as const;
  const child = { relation: 'child', birthDate: '2015-03-04' } as const;
  expect(guards(parent, child, today)).toBe(true);
  expect(guards({ ...parent, birthDate: '2009-01-02' }, child, today)).toBe(false);
  expect(guards(parent, { ...child, birthDate: '2008-11-23' }, today)).toBe(false);
  expect(guards(parent, { ...child, birthDate: null }, today)).toBe(false);
  expect(guards({ ...parent, birthDate: null }, child, today)).toBe(false);
});
