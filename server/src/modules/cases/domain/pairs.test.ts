import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeness, pairQuery, pairsOf, plain, wordsOf } from './pairs.ts';

const text = fc.string({
  unit: fc.constantFrom(...Array.from('路灯不亮人行道店外经营ABab12%_\\\'" 　&|!():*😀')),
});

test('Chinese is found by any two neighbouring characters, not by words', () => {
  expect(pairsOf('人行道路灯')).toEqual(['人行', '行道', '道路', '路灯']);
  expect(pairQuery('路灯')).toBe("'路灯'");
  expect([pairQuery('灯'), pairQuery(''), pairQuery(' 　')]).toEqual([null, null, null]);
});

test('blanks and capitals make no difference, characters outside the basic plane are whole', () => {
  expect(plain(' Ab　C\n')).toBe('abc');
  expect(pairsOf('A B')).toEqual(['ab']);
  expect(pairsOf('好😀呀')).toEqual(['好😀', '😀呀']);
});

test('several words are each looked for, wherever they stand; single characters cling to their neighbours', () => {
  expect(wordsOf(' Homeless　Hollywood homeless\n')).toEqual(['homeless', 'hollywood']);
  expect(pairQuery('路灯 不亮 ab')).toBe("'路灯' & '不亮' & 'ab'");
  expect([wordsOf('路 灯'), wordsOf('N Avenue 51'), wordsOf('枫桥 路'), wordsOf('路 灯 不 亮')]).toEqual([
    ['路灯'],
    ['navenue', '51'],
    ['枫桥路'],
    ['路灯不亮'],
  ]);
  expect([wordsOf('灯'), wordsOf('😀'), wordsOf(' ')]).toEqual([['灯'], ['😀'], []]);
});

test('quotes and backslashes stay what they are inside a query', () => {
  expect(pairQuery("a'b\\")).toBe("'a''' & '''b' & 'b\\\\'");
});

test('whatever is looked for, a text that contains it has all its pairs', () => {
  fc.assert(
    fc.property(text, text, text, (before, sought, behind) => {
      const pairs = new Set(pairsOf(before + sought + behind));
      expect(pairsOf(sought).every((pair) => pairs.has(pair))).toBe(true);
    }),
  );
});

test('a query quotes each pair, so that nothing typed can become an operator', () => {
  fc.assert(
    fc.property(text, (sought) => {
      const bare = (pairQuery(sought) ?? '').replaceAll(/'(?:[^'\\]|''|\\\\)*'/gu, '');
      expect(bare).toMatch(/^( & )*$/);
    }),
  );
});

test('likeness is 1 for the same, 0 for nothing in common, and the same both ways', () => {
  expect([likeness('路灯不亮', '路灯 不亮'), likeness('路灯', '垃圾'), likeness('', '路灯')]).toEqual([
    1, 0, 0,
  ]);
  fc.assert(
    fc.property(text, text, (a, b) => {
      const found = likeness(a, b);
      expect(found).toBe(likeness(b, a));
      expect(found >= 0 && found <= 1).toBe(true);
    }),
  );
});
