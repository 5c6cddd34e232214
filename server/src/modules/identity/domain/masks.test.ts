import { expect, test } from 'vitest';
import { maskEmail, maskName, maskPhone } from '@fengqiao/contract/masks.ts';

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
