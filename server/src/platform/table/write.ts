import Papa from 'papaparse';
import { openTable, type TableFile } from './reader.ts';
import type { Cell } from './row.ts';

type Reasons = ReadonlyMap<number, { readonly zh: string; readonly en: string }>;
type Words = readonly [line: string, zh: string, en: string];

/**
 * The rows of a table that have a reason, as CSV with all their columns, and where and why in three more. UTF-8 with a
 * byte order mark, as spreadsheets expect.
 */
export async function* rowsWithReasons(
  file: TableFile,
  reasons: Reasons,
  words: Words,
): AsyncGenerator<string> {
  const { header, rows } = await openTable(file);
  yield `\uFEFF${csvLine([...header, ...words])}`;
  for await (const row of rows) {
    const why = reasons.get(row.line);
    if (why !== undefined)
      yield csvLine([
        ...header.map((name) => cellText(row.cells.get(name) ?? null)),
        String(row.line),
        why.zh,
        why.en,
      ]);
  }
}

/** A cell as a person would write it. */
export const cellText = (cell: Cell): string =>
  cell instanceof Date
    ? cell
        .toISOString()
        .replace('T', ' ')
        .replace(/\.000Z$/, '')
    : cell === null
      ? ''
      : String(cell);

export const csvLine = (cells: readonly string[]): string =>
  `${Papa.unparse([[...cells]], { newline: '\r\n' })}\r\n`;
