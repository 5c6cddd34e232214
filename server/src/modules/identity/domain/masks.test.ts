import { expect, test } from 'vitest';
import { gradedFields } from '@fengqiao/contract/grades.ts';
import { maskEmail, maskName, maskNumber, maskOf, maskPhone } from '@fengqiao/contract/masks.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';

test('a masked name shows the family name alone and never its own length beyond three', () => {
  expect([
    maskName('张三'),
    maskName('张三丰'),
    maskName('欧阳娜娜'),
    maskName('王'),
    maskName('𠮷田'),
  ]).toEqual(['张*', '张**', '欧**', '王*', '𠮷*']);
});

test('a masked phone keeps what its owner recognises and nobody else can ring', () => {
  expect([
    maskPhone('13812345678'),
    maskPhone('+86 138-1234-5678'),
    maskPhone('12345'),
    maskPhone(''),
  ]).toEqual(['138****5678', '138****5678', '***45', '***']);
});

test('a masked address of e-mail keeps its first letter and its house', () => {
  expect([maskEmail('wang.wu@example.cn'), maskEmail('nothing')]).toEqual(['w***@example.cn', '***']);
});

test('a masked ID number keeps no digit of the birth date, and no birth date stands beside it', () => {
  expect([maskNumber('330102199003071234'), maskNumber('12345'), maskNumber('E12345678')]).toEqual([
    '330*************34',
    '***',
    'E12****78',
  ]);
  expect(maskOf('birthDate', '1990-03-07')).toBe('***');
});

test('every sensitive fact is hidden whole until it is revealed, but for the two ends of a number', () => {
  const shown = keysOf(gradedFields).filter(
    (field) => gradedFields[field].grade >= 3 && maskOf(field, 'fact') !== '***',
  );
  expect(shown).toEqual([]);
  expect([maskOf('name', '张三'), maskOf('phone', null), maskOf('email', '')]).toEqual(['张*', null, null]);
});
