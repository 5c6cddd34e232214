import type { ImportKind } from '@fengqiao/contract/registry/columns.ts';
import { WORDS_MOST } from '@fengqiao/contract/registry/imports.ts';
import { homeVocabulary, organizationVocabulary } from './others.ts';
import { personVocabulary } from './people.ts';

const vocabularies: Readonly<Record<ImportKind, Readonly<Record<string, Readonly<Record<string, string>>>>>> =
  {
    people: personVocabulary,
    homes: homeVocabulary,
    organizations: organizationVocabulary,
    addresses: {},
  };

/** Field → word → ours, as far as words are understood by themselves. */
export const knownWords = (kind: ImportKind) => vocabularies[kind];

const LONGEST = 20;
/** A number of a paper or a phone is no code of a department. */
const NUMBER = /\d{7}/;

/** Counts the words of columns as rows go by; a column with many, long or numbered ones is left out for good. */
export class ColumnWords {
  readonly #counts: Map<string, Map<string, number> | null>;

  constructor(header: readonly string[]) {
    this.#counts = new Map(header.map((name) => [name, new Map()]));
  }

  /** Takes in a row, of which it is told what stands under each name. */
  count(cellOf: (name: string) => string): void {
    for (const [name, counts] of this.#counts) {
      const word = counts === null ? '' : cellOf(name).trim();
      if (counts === null || word === '') continue;
      counts.set(word, (counts.get(word) ?? 0) + 1);
      if (counts.size > WORDS_MOST || word.length > LONGEST || NUMBER.test(word))
        this.#counts.set(name, null);
    }
  }

  /** The commonest first. */
  told(): Record<string, { word: string; rows: number }[]> {
    return Object.fromEntries(
      [...this.#counts].flatMap(([name, counts]) =>
        counts === null || counts.size === 0
          ? []
          : [
              [
                name,
                [...counts]
                  .map(([word, rows]) => ({ word, rows }))
                  .toSorted((one, other) => other.rows - one.rows || one.word.localeCompare(other.word)),
              ],
            ],
      ),
    );
  }
}
