import { readXlsx, streamXlsxRows } from 'hucre';
import { refuse } from '../refusal.ts';
import type { Cell } from './row.ts';

export type SheetRow = { readonly line: number; readonly values: readonly Cell[] };

/** A spreadsheet is packed; one that would unpack to more than this was made to harm, and none such is unpacked. */
const UNPACKED_MOST = 400 * 1024 * 1024;

/**
 * Rows of the first sheet of an XLSX file. A formula counts as the value it last had. Where cells are merged downwards, as
 * tables for people are, each row has the value that stands beside it. Refuses what is no spreadsheet, or unpacks to too much.
 */
export async function* sheetRows(bytes: Buffer): AsyncGenerator<SheetRow> {
  if (unpackedSize(bytes) > UNPACKED_MOST) refuse('platform.table_unreadable');
  const merged = await mergedDown(bytes);
  const above = new Map<Merge, Cell>();
  for await (const { index, values } of streamXlsxRows(bytes)) {
    const filled: Cell[] = [...values];
    for (const merge of merged) {
      const { startRow, endRow, startCol } = merge;
      if (index === startRow) above.set(merge, filled[startCol] ?? null);
      else if (index > startRow && index <= endRow) filled[startCol] = above.get(merge) ?? null;
    }
    yield { line: index + 1, values: Array.from(filled, (cell) => cell ?? null) };
  }
}

type Merge = { readonly startRow: number; readonly endRow: number; readonly startCol: number };

/** Merges stand behind the cells in the file, so they are looked up first. */
async function mergedDown(bytes: Uint8Array): Promise<readonly Merge[]> {
  const { sheets } = await readXlsx(bytes, { sheets: [0], range: 'A1:A1' });
  return (sheets[0]?.merges ?? []).filter(({ startRow, endRow }) => endRow > startRow);
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const COMMENT_MOST = 65_535;

/** How large the parts of a ZIP say they are, by its directory; the reader holds each to what it says. One that says nothing, or has no directory, counts as endless. */
function unpackedSize(bytes: Buffer): number {
  let end = bytes.length - END_BYTES;
  const first = Math.max(0, end - COMMENT_MOST);
  while (end >= first && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < first) return Infinity;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return Infinity;
    const [packed, unpacked] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    if (packed > 0 && unpacked === 0) return Infinity;
    sum += unpacked;
    at +=
      ENTRY_BYTES + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return sum;
}
