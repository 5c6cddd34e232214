import { expect, test } from 'vitest';
import { nearPairs, type Placed } from './near-pairs.ts';

const metres = (a: Placed, b: Placed) => Math.hypot((a.lng - b.lng) * 95_000, (a.lat - b.lat) * 111_000);
const at = (id: string, title: string, east = 0, type: string | null = '02001'): Placed => ({
  id,
  title,
  type,
  lng: 120.15 + east / 95_000,
  lat: 31.22,
});
const found = (...cases: Placed[]) => nearPairs(cases, metres).map(({ a, b }) => a.id + b.id);

test('two that lie near and say the same are a pair, told once', () =>
  expect(found(at('a', '橹声路口路灯不亮'), at('b', '橹声路口路灯不亮了', 60))).toEqual(['ab']));

test('what lies too far or says something else is none', () =>
  expect(
    found(
      at('a', '橹声路口路灯不亮'),
      at('b', '橹声路口路灯不亮', 400),
      at('c', '小区门口有人乱倒建筑垃圾', 10),
    ),
  ).toEqual([]));

test('of different types only what reads very much alike is a pair', () => {
  const said = '早餐车占道摆摊挡住人行道';
  expect(found(at('a', said), at('b', '早餐车占道经营油烟大', 20, '02003'))).toEqual([]);
  expect(found(at('a', said), at('b', said, 20, '02003'))).toEqual(['ab']);
});

test('the likeliest come first', () =>
  expect(
    found(
      at('a', '橹声路口路灯不亮'),
      at('b', '橹声路口的路灯坏了不亮', 30),
      at('c', '橹声路口路灯不亮', 30),
    )[0],
  ).toBe('ac'));
