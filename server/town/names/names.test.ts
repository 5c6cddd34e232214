import { expect, test } from 'vitest';
import { makeEnterprise } from './enterprises.ts';
import { creditCheckSign, idCheckSign } from './identifiers.ts';
import { makePerson } from './people.ts';
import { Random } from './random.ts';

test('the same seed gives the same people, another seed others', () => {
  expect(makePerson(new Random(1))).toEqual(makePerson(new Random(1)));
  expect(makePerson(new Random(1))).not.toEqual(makePerson(new Random(2)));
});

test('check signs are those of published examples', () => {
  expect(idCheckSign('11010519491231002')).toBe('X');
  expect(idCheckSign('44052418800101001')).toBe('4');
  expect(creditCheckSign('91110000600037341')).toBe('L');
  expect(creditCheckSign('91350100M000100Y4')).toBe('3');
});

test('nobody real can have a number made here: area 000000, phone 1990000', () => {
  const random = new Random('people');
  const taken = new Set<string>();
  for (let i = 0; i < 3000; i++) {
    const person = makePerson(random, { taken });
    expect(person.idNumber).toMatch(/^000000\d{11}[\dX]$/);
    expect(person.idNumber.slice(6, 14)).toBe(person.born.replaceAll('-', ''));
    expect(Number(person.idNumber.charAt(16)) % 2 === 1).toBe(person.sex === 'male');
    expect(person.idNumber.charAt(17)).toBe(idCheckSign(person.idNumber.slice(0, 17)));
    expect(person.phone).toMatch(/^1990000\d{4}$/);
  }
  expect(taken.size).toBe(3000);
});

test('a wish for age, sex and family name is met', () => {
  const person = makePerson(new Random(3), { sex: 'female', bornFrom: 1966, bornTo: 1966, surname: '陆' });
  expect([person.sex, person.born.slice(0, 4), person.zh.charAt(0), person.en.split(' ').at(0)]).toEqual([
    'female',
    '1966',
    '陆',
    'Lu',
  ]);
});

test('an enterprise has a credit code that computes and belongs to no area', () => {
  const random = new Random('shops');
  for (let i = 0; i < 500; i++) {
    const { creditCode } = makeEnterprise(random);
    expect(creditCode).toMatch(/^91000000[0-9A-Z]{10}$/);
    expect(creditCode.charAt(17)).toBe(creditCheckSign(creditCode.slice(0, 17)));
  }
});

test('chance is even, weighted, ordered and normal as promised', () => {
  const random = new Random('chance');
  const many = Array.from({ length: 20_000 }, () => random.normal(10, 2));
  const mean = many.reduce((sum, one) => sum + one, 0) / many.length;
  expect(mean).toBeCloseTo(10, 1);
  expect(Math.sqrt(many.reduce((sum, one) => sum + (one - mean) ** 2, 0) / many.length)).toBeCloseTo(2, 1);
  expect(random.shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
  const picks = Array.from({ length: 10_000 }, () =>
    random.weighted([
      ['a', 3],
      ['b', 1],
    ]),
  );
  expect(picks.filter((one) => one === 'a').length / 10_000).toBeCloseTo(0.75, 1);
  const numbers = new Set(Array.from({ length: 1000 }, () => random.int(1, 6)));
  expect([...numbers].sort()).toEqual([1, 2, 3, 4, 5, 6]);
});
