import type { FieldScore } from './quality.ts';

/** So few people, and fewer, are never told by number: a count of three among neighbours is three names. */
export const FEW = 10;

const isFew = (count: number) => count > 0 && count < FEW;

/** A number of people, or null where it is of few. */
export const toldCount = (count: number): number | null => (isFew(count) ? null : count);

/** A share of people, or null where those it holds for, or those it does not, are few. */
export const toldShare = (share: number, of: number): number | null =>
  isFew(Math.round(share * of)) || isFew(Math.round((1 - share) * of)) ? null : share;

export type ToldField = Omit<FieldScore, 'filled'> & { readonly filled: number | null };

/** How a field stands among people: without the shares from which a few could be counted. */
export function toldField({ name, filled, valid, distinct }: FieldScore, rows: number): ToldField {
  const those = filled * rows;
  return {
    name,
    filled: toldShare(filled, rows),
    valid: valid === null ? null : toldShare(valid, those),
    distinct: distinct === null ? null : toldShare(distinct, those),
  };
}
