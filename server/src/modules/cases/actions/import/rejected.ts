import { placeOf } from '#platform/files/disk.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import Papa from 'papaparse';
import type { Cell } from '../../domain/import/row.ts';
import { findRun, rejections } from '../../store/import-run.ts';
import { inspectTable, openTable, type TableFile } from './table-file.ts';

type Reasons = ReadonlyMap<number, { readonly zh: string; readonly en: string }>;

/** What the rejected rows of an uploaded table were rejected for, and the table itself. */
export async function rejectedOf(
  work: Work,
  id: string,
): Promise<{ file: TableFile; reasons: Reasons; name: string }> {
  const run = await findRun(work, id);
  if (run.file === null) refuse('platform.not_found');
  return {
    file: await inspectTable(placeOf(work.settings.dataDir, run.sha256)),
    reasons: await rejections(work, id),
    name: run.file_name,
  };
}

/**
 * The rejected rows as CSV with all their columns, and where and why they were rejected in three more that an import
 * passes over. UTF-8 with a byte order mark, as spreadsheets expect.
 */
export async function* rejectedCsv(file: TableFile, reasons: Reasons): AsyncGenerator<string> {
  const { header, rows } = await openTable(file);
  yield `\uFEFF${lineOf([...header, '行号 row', '未导入原因', 'why rejected'])}`;
  for await (const row of rows) {
    const why = reasons.get(row.line);
    if (why !== undefined)
      yield lineOf([
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

const lineOf = (cells: readonly string[]) => `${Papa.unparse([[...cells]], { newline: '\r\n' })}\r\n`;
