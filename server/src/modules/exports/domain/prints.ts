import { numbersIn } from './mark.ts';

/** What a text is recognized by: a whole line, whatever the order of its cells, and the long numbers in it. */
export type Print = { readonly kind: 'line' | 'value'; readonly text: string };

/** A number this long is of one person, one case or one organization. */
const TELLING_LEAST = 7;
const LINE_LEAST = 8;

/**
 * Signs that table programs and chats change are taken out: widths, quotes, blanks, a mark before what looked like a
 * formula, the capitals of letters.
 */
export const plain = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/["'“”‘’\s]/g, '')
    .toUpperCase();

/** The prints of one row; a cell that only says which export it is belongs to none. */
export function printsOf(cells: readonly string[]): Print[] {
  const told = cells.map(plain).filter((cell) => cell !== '' && numbersIn(cell).length === 0);
  const line = told.toSorted().join('|');
  const values = [...new Set(told.filter(isTelling))];
  return [
    ...(told.length > 1 && line.length >= LINE_LEAST ? [{ kind: 'line', text: line } as const] : []),
    ...values.map((text) => ({ kind: 'value', text }) as const),
  ];
}

/** A phone, a number of a paper, a case or a credit code; a moment or a price is told by too many rows. */
const isTelling = (cell: string): boolean =>
  /^[A-Z]{0,4}[0-9A-Z-]*[0-9X]$/.test(cell) &&
  cell.replace(/\D/g, '').length >= TELLING_LEAST &&
  !/^\d{4}-\d{2}-\d{2}/.test(cell);

const LINES_MOST = 2_000;
const separators = [/\t/, /[,，]/, /[|｜;；]/, /\s{2,}/, / /];

/** What each line of a pasted text may have been, whatever stood between its cells. */
export const printsOfText = (text: string): Print[][] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_MOST)
    .map((line) => [
      ...printsOf([line]),
      ...separators.filter((one) => one.test(line)).flatMap((one) => printsOf(line.split(one))),
    ]);
