import type { Sex } from '@fengqiao/contract/registry/words.ts';

/** Draws a whole number from 0 up to, not including, `below`. */
export type Draw = (below: number) => number;

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁';
const GIVEN = {
  '1': ['建国', '志强', '文斌', '海涛', '俊杰', '国栋', '永康', '晓东', '明远', '家豪'],
  '2': ['秀兰', '丽华', '玉梅', '晓燕', '雅琴', '慧敏', '思雨', '文静', '春燕', '佳怡'],
} as const;
/** Nobody is called by a number that begins so. */
const PHONES = '1990000';
const [OLDEST, YEARS] = [1948, 55];

export type Invented = {
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: string;
  readonly phone: string;
};

/** Somebody who does not exist, and looks like the people of any street: grown up, with a phone, without a number of a paper. */
export function invent(draw: Draw): Invented {
  const sex = draw(2) === 0 ? '1' : '2';
  const names = GIVEN[sex];
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    name: `${SURNAMES.charAt(draw(SURNAMES.length))}${names[draw(names.length)] ?? ''}`,
    sex,
    birthDate: `${OLDEST + draw(YEARS)}-${two(1 + draw(12))}-${two(1 + draw(28))}`,
    phone: `${PHONES}${String(draw(10_000)).padStart(4, '0')}`,
  };
}
