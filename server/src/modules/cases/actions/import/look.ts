import { WORDS_MOST, type TableColumn, type TableLook } from '@fengqiao/contract/cases/imports.ts';
import { filesById, isOwn } from '#platform/files/store.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { inspectTable, openTable } from '#platform/table/reader.ts';
import { keptTable } from '#platform/table/sealed-file.ts';
import { cellText } from '#platform/table/write.ts';

const SAMPLES = 3;
const LONGEST = 120;
/** The length a word of a mapping may have; a column of longer ones is text. */
const LONGEST_WORD = 200;

type Seen = { readonly name: string; readonly samples: string[]; words: Map<string, number> | null };

/** What stands in a table its reader has uploaded: enough to say which column means what, and which word. */
export async function lookAtTable(work: Work, id: string): Promise<TableLook> {
  const [file] = await filesById(work, [id]);
  if (file === undefined || !isOwn(work, file)) return refuse('platform.not_found');
  const { header, rows } = await openTable(await inspectTable(keptTable(work.settings, file.sha256)));
  const columns = header.map((name): Seen => ({ name, samples: [], words: new Map() }));
  let count = 0;
  try {
    for await (const { cells } of rows) {
      count += 1;
      for (const column of columns) note(column, cellText(cells.get(column.name) ?? null).trim());
    }
  } catch {
    refuse('platform.table_unreadable', { line: count + 1 });
  }
  return { rows: count, columns: columns.map(viewOf) };
}

function note(column: Seen, cell: string): void {
  if (cell === '') return;
  const { samples, words } = column;
  const sample = cell.slice(0, LONGEST);
  if (samples.length < SAMPLES && !samples.includes(sample)) samples.push(sample);
  if (words === null) return;
  words.set(cell, (words.get(cell) ?? 0) + 1);
  if (words.size > WORDS_MOST || cell.length > LONGEST_WORD) column.words = null;
}

const viewOf = ({ name, samples, words }: Seen): TableColumn => ({
  name,
  samples,
  words:
    words === null
      ? null
      : [...words].toSorted((a, b) => b[1] - a[1]).map(([word, rows]) => ({ word, rows })),
});
