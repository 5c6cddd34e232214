import { expect, test } from 'vitest';
import { gradeFor, isChild, listedFacts } from './child.ts';

const facts = { name: '周小宝', phone: '19900000012', birthDate: '2015-03-01' };
const valueOf = (field: keyof typeof facts) => facts[field];

test('somebody is a child until their 14th birthday; without a birth date nobody is', () => {
  expect(isChild(facts, '2029-02-28')).toBe(true);
  expect(isChild(facts, '2029-03-01')).toBe(false);
  expect(isChild({ birthDate: null }, '2029-03-01')).toBe(false);
});

test('no fact of a child is less than sensitive, and special care stays what it is', () => {
  expect([gradeFor('name', false), gradeFor('name', true), gradeFor('care', true)]).toEqual([2, 3, 4]);
});

test('a list approved for names and phones tells a child’s behind masks; one approved for sensitive facts tells them', () => {
  expect(listedFacts(['name', 'phone'], valueOf, true)).toEqual({ name: '周**', phone: '199****0012' });
  expect(listedFacts(['name', 'phone'], valueOf, false)).toEqual({ name: '周小宝', phone: '19900000012' });
  expect(listedFacts(['name', 'birthDate'], valueOf, true)).toEqual({
    name: '周小宝',
    birthDate: '2015-03-01',
  });
});
