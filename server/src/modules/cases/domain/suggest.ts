import type { Both } from '@fengqiao/contract/route.ts';
import { firstRow, type ListRow, type ResponsibilityList } from './list.ts';
import { plain } from './pairs.ts';

export type SuggestedType = {
  readonly type: string;
  readonly name: Both;
  readonly confidence: number;
  readonly whyZh: string;
  readonly whyEn: string;
};

/** The method and its generation; it is stored wherever a suggestion was looked at before a person decided. */
export const METHOD = 'keywords-1';

type Word = { readonly text: string; readonly type: string; readonly weight: number };
const compiled = new WeakMap<ResponsibilityList, readonly Word[]>();

/** The words of a list by which types are known: rare and long ones tell more than common and short ones. */
function wordsOf(list: ResponsibilityList): readonly Word[] {
  const known = compiled.get(list);
  if (known) return known;
  const told = [...list.byType.values()].flatMap((rows) => {
    const row = rows[0];
    return row === undefined
      ? []
      : [...new Set([...row.keywords, ...namesOf(row)].map(plain))]
          .filter((text) => [...text].length > 1)
          .map((text) => ({ text, type: row.type }));
  });
  const spread = new Map<string, number>();
  for (const { text } of told) spread.set(text, (spread.get(text) ?? 0) + 1);
  const words = told.map((one) => ({
    ...one,
    weight: Math.sqrt([...one.text].length) / (spread.get(one.text) ?? 1),
  }));
  compiled.set(list, words);
  return words;
}

/** The parts of a type's name, such as 犬只伤人、不文明养犬. */
const namesOf = ({ zh }: ListRow): string[] => zh.split(/[、，/（）()]/u).filter((part) => part.length > 1);

const MOST = 3;
const HALF_SURE = 1.5;

/**
 * Types that fit a text, best first, with what in the text says so. Confidence 0 to 1 grows with what was found and falls
 * where another type was found as well. It only proposes: a person decides.
 */
export function suggestTypes(
  list: ResponsibilityList,
  text: string,
  allowed: (row: ListRow) => boolean = () => true,
): SuggestedType[] {
  const said = plain(text);
  const found = new Map<string, { score: number; words: string[] }>();
  for (const { text: word, type, weight } of wordsOf(list)) {
    if (!said.includes(word)) continue;
    const one = found.get(type) ?? { score: 0, words: [] };
    found.set(type, { score: one.score + weight, words: [...one.words, word] });
  }
  const ranked = [...found].flatMap(([type, hit]) => {
    const row = firstRow(list, type);
    return row !== undefined && allowed(row) ? [{ row, ...hit }] : [];
  });
  ranked.sort((a, b) => b.score - a.score || (a.row.type < b.row.type ? -1 : 1));
  const all = ranked.reduce((sum, one) => sum + one.score, 0);
  return ranked.slice(0, MOST).map(({ row, score, words }) => ({
    type: row.type,
    name: { zh: row.zh, en: row.en },
    confidence: Math.round((score / (score + HALF_SURE)) * (score / all) * 100) / 100,
    whyZh: `文中出现${words.map((word) => `“${word}”`).join('')}`,
    whyEn: `The text says ${words.map((word) => `“${word}”`).join(', ')}`,
  }));
}
