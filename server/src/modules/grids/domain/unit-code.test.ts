import { expect, test } from 'vitest';
import { checkCode, checkUnder, gridCode, isCode, numberGrids } from './unit-code.ts';

test('a grid code is the community’s twelve digits and three of its own', () => {
  expect(gridCode('320505003001', 7)).toBe('320505003001007');
  expect(isCode('320505003001007', 'grid')).toBe(true);
});

test('codes of the wrong length or with letters are refused', () => {
  expect(() => checkCode('32050500300', 'community')).toThrow('grids.code_malformed');
  expect(() => checkCode('32050500300A', 'community')).toThrow('grids.code_malformed');
  expect(() => checkCode('320505', 'district')).not.toThrow();
});

test('a street number beyond the standard, or a part of zeros, is no code', () => {
  expect(isCode('320505999', 'street')).toBe(false);
  expect(isCode('320505000', 'street')).toBe(false);
  expect(isCode('320505003000', 'community')).toBe(false);
});

test('a grid of one community cannot be filed under another', () => {
  expect(() => checkUnder('320505003001007', '320505003002')).toThrow('grids.code_not_under_parent');
  expect(() => checkUnder('320505003001007', '320505003001')).not.toThrow();
  expect(() => checkUnder('320505003001', '320505003001')).toThrow('grids.code_not_under_parent');
});

test('grids are numbered from west to east, then from north to south', () => {
  const middles = [
    [1, 1],
    [0, 1],
    [0, 0],
    [1, 0],
  ] as const;
  expect(numberGrids('320505003001', middles).map((code) => code.slice(12))).toEqual([
    '002',
    '001',
    '003',
    '004',
  ]);
});

test('a community with more than 999 grids is told to divide', () => {
  const middles = Array.from({ length: 1000 }, (_, i) => [i, 0] as const);
  expect(() => numberGrids('320505003001', middles)).toThrow('grids.too_many_grids');
});
