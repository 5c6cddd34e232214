import type { DraftContent } from '@fengqiao/contract/catalogue/resources.ts';
import { bases, themes } from '@fengqiao/contract/catalogue/words.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';

/**
 * Where a resource stands in the code 信息资源代码 (2017 guide): class 类 (1 base library, 2 theme, 3 department), item 项 of
 * two digits, group 目 of three, sub-groups 细目 as long as they are, and a running number. What has no number of its own in a
 * standard — departments, groups, sub-groups — is numbered by the street as it comes up.
 */
export type Place = {
  readonly class: 1 | 2 | 3;
  /** The number of the item, or what is numbered. */
  readonly item: number | string;
  readonly group: string;
  readonly sub: string | null;
};

export function placeOf(
  { base, theme, category }: Pick<DraftContent, 'base' | 'theme' | 'category'>,
  provider: string,
): Place {
  const [first = '', group = first, ...rest] = category;
  const sub = rest.length === 0 ? null : rest.join('/');
  if (theme !== undefined) return { class: 2, item: keysOf(themes).indexOf(theme) + 1, group, sub };
  return base === 'business'
    ? { class: 3, item: provider, group, sub }
    : { class: 1, item: keysOf(bases).indexOf(base) + 1, group, sub };
}

export const padded = (number: number, width: number): string => String(number).padStart(width, '0');
