const SPACE = /\s+/gu;

/** Text as it is searched: lower case, without blanks. */
export const plain = (text: string): string => text.toLowerCase().replace(SPACE, '');

/** The distinct neighbouring character pairs of a text. Chinese is searched by substring, not by word: 路灯 must find 人行道路灯不亮. */
export function pairsOf(text: string): string[] {
  const letters = [...plain(text)];
  const found = new Set<string>();
  for (let i = 0; i + 1 < letters.length; i++) found.add(`${letters[i]}${letters[i + 1]}`);
  return [...found];
}

type Searched = {
  readonly title: string;
  readonly text: string;
  readonly address: string;
  readonly no: string;
};

/** Everything of a case that a search looks at. */
export const textOf = ({ title, text, address, no }: Searched): string => `${title} ${text} ${address} ${no}`;

/** What of a case is searched, as it is stored: the words, and their pairs as PostgreSQL writes a tsvector. */
export const searched = (found: Searched) => ({
  words: plain(textOf(found)),
  pairs: pairsOf(textOf(found)).map(quoted).join(' '),
});

const quoted = (pair: string): string => `'${pair.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/**
 * The words of what is looked for, each as it must stand in a text, wherever. A single character says too little alone and
 * clings to the word behind it, or before it at the end: 路 灯 is 路灯, and "N Avenue 51" asks for navenue and 51.
 */
export function wordsOf(text: string): string[] {
  const words = text
    .toLowerCase()
    .replaceAll(/(?<!\S)(\S)\s+/gu, '$1')
    .replaceAll(/\s+(\S)\s*$/gu, '$1');
  return [...new Set(words.split(SPACE).filter((word) => word !== ''))];
}

/** A tsquery that a text can only match when it has every pair of every word looked for; null for less than two characters. */
export function pairQuery(text: string): string | null {
  const pairs = [...new Set(wordsOf(text).flatMap(pairsOf))].map(quoted);
  return pairs.length === 0 ? null : pairs.join(' & ');
}

/** How alike two texts are by their pairs, 0 to 1 (Dice's coefficient). */
export function likeness(a: string, b: string): number {
  const [left, right] = [new Set(pairsOf(a)), new Set(pairsOf(b))];
  if (left.size === 0 || right.size === 0) return 0;
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return (2 * shared) / (left.size + right.size);
}
