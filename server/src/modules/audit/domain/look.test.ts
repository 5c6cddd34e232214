import { expect, test } from 'vitest';
import { bitsOf, demandAllowed, flagsOf, isOrphan, spend, type Look, type Rules } from './look.ts';

const now = new Date('2026-11-23T02:00:00Z');
const rules: Rules = { version: 1, maxGrade: 2, windowDays: 30, needsCase: true, needsFourEyes: false };
const look: Look = {
  action: 'contact.reveal',
  object: 'contact:1',
  subjects: ['a'],
  fields: ['phone'],
  purpose: 'handle',
};
const days = (n: number) => new Date(now.getTime() - n * 86_400_000);

test('a purpose opens facts up to its grade and nothing above', () => {
  expect(() => demandAllowed(look, rules, 'wang', 0)).not.toThrow();
  expect(() => demandAllowed({ ...look, fields: ['phone', 'address'] }, rules, 'wang', 0)).toThrow(
    'audit.grade_beyond_purpose',
  );
});

test('a purpose of four eyes opens only what somebody else approved', () => {
  const strict = { ...rules, needsFourEyes: true };
  expect(() => demandAllowed(look, strict, 'wang', 0)).toThrow('audit.purpose_needs_approval');
  expect(() => demandAllowed({ ...look, approvedBy: 'wang' }, strict, 'wang', 0)).toThrow(
    'audit.purpose_needs_approval',
  );
  expect(() => demandAllowed({ ...look, approvedBy: 'li' }, strict, 'wang', 0)).not.toThrow();
});

test('while sealing is more than four hours late sensitive facts stay closed, others open', () => {
  const late = 4 * 3_600_000 + 1;
  const home: Look = { ...look, fields: ['address'] };
  expect(() => demandAllowed(home, { ...rules, maxGrade: 3 }, 'wang', late)).toThrow('audit.seal_late');
  expect(() => demandAllowed(home, { ...rules, maxGrade: 3 }, 'wang', late - 1)).not.toThrow();
  expect(() => demandAllowed(look, rules, 'wang', late)).not.toThrow();
});

test('a look stands alone without a case, and long after its case ended', () => {
  expect(isOrphan(look, rules, now)).toBe(true);
  expect(isOrphan(look, { ...rules, needsCase: false }, now)).toBe(false);
  const ended = (n: number) => ({ ...look, around: { case: 'c', endedAt: days(n) } });
  expect([isOrphan(ended(30), rules, now), isOrphan(ended(31), rules, now)]).toEqual([false, true]);
  expect(isOrphan({ ...look, around: { case: 'c', endedAt: null } }, rules, now)).toBe(false);
});

test('more people than usual in a day need a reason, and more than the most stay masked', () => {
  const limit = { soft: 10, hard: 20 };
  expect(spend({ people: 10, fresh: 1 }, limit, undefined)).toBe('within');
  expect(() => spend({ people: 11, fresh: 1 }, limit, ' ')).toThrow('audit.reason_needed');
  expect(spend({ people: 11, fresh: 1 }, limit, '集中回访')).toBe('crossing');
  expect(spend({ people: 12, fresh: 1 }, limit, '集中回访')).toBe('over');
  expect(() => spend({ people: 21, fresh: 1 }, limit, '集中回访')).toThrow('audit.budget_spent');
  expect(spend({ people: 21, fresh: 0 }, limit, undefined)).toBe('within');
});

test('marks of a look go into bits and come back', () => {
  expect(flagsOf(bitsOf(['canary', 'break_glass', 'over']))).toEqual(['break_glass', 'canary', 'over']);
});
