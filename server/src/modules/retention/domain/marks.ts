import type { Hit, HitKind } from '@fengqiao/contract/retention.ts';
import { detect } from './detect.ts';

/** What stands instead of a masked character, one for each, so that the places of everything else stay. */
const MASK = '■';

/** Words that were found, wherever they stand. */
export type Found = { readonly kind: HitKind; readonly words: string };

export const foundIn = (text: string, { kind, from, to }: Hit): Found => ({
  kind,
  words: text.slice(from, to),
});
export const keyOf = ({ kind, words }: Found): string => `${kind}|${words}`;

const isSame = (one: Hit, other: Hit): boolean =>
  one.kind === other.kind && one.from === other.from && one.to === other.to;
export const has = (hits: readonly Hit[], one: Hit): boolean => hits.some((hit) => isSame(hit, one));
export const without = (hits: readonly Hit[], others: readonly Hit[]): Hit[] =>
  hits.filter((hit) => !has(others, hit));

/**
 * Masks the same words in any text: where they are found again, numbers also as they stand, and the beginning of one at the
 * end of a text that was cut, as titles are. A name that is part of other words, such as a road, is left.
 */
export function masker(found: readonly Found[]): (text: string) => string {
  const keys = new Set(found.map(keyOf));
  const numbers = found.filter(({ kind }) => kind !== 'name').map(({ words }) => words);
  return (text) => {
    const again = detect(text).filter((hit) => keys.has(keyOf(foundIn(text, hit))));
    const masked = again.reduce(
      (so, { from, to }) => so.slice(0, from) + MASK.repeat(to - from) + so.slice(to),
      text,
    );
    return numbers.reduce(
      (so, words) => maskCut(so.replaceAll(words, MASK.repeat(words.length)), words),
      masked,
    );
  };
}

/** Fewer characters than this tell nothing of a number. */
const TELLING = 5;

function maskCut(text: string, words: string): string {
  const end = /…?\s*$/.exec(text)?.[0] ?? '';
  const body = text.slice(0, text.length - end.length);
  for (let length = words.length - 1; length >= TELLING; length -= 1)
    if (body.endsWith(words.slice(0, length))) return body.slice(0, -length) + MASK.repeat(length) + end;
  return text;
}
