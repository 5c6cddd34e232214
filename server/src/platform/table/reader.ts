import { createHash } from 'node:crypto';
import { refuse } from '../refusal.ts';
import { csvPieces, linesOf, type Line, type Piece } from './pieces.ts';
import { rowsUnder, textOf, type Header, type TableRow } from './row.ts';
import { fileAt, type TableSource } from './sealed-file.ts';
import { sheetRows } from './spreadsheet.ts';

/** What a file is, by its content. */
export type TableFile = {
  readonly bytes: TableSource;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** Of text, by its line breaks: about how many records it has, and a little more where one breaks within quotes. */
  readonly lines: number | null;
  readonly kind: 'xlsx' | 'csv';
  readonly encoding: 'utf8' | 'utf16' | 'gb18030';
};
export type Table = { readonly header: readonly string[]; readonly rows: AsyncIterable<TableRow> };
/** A table whose rows stand together in pieces that were not taken apart yet, so that it can be done elsewhere. */
export type PiecedTable = { readonly header: Header; readonly pieces: AsyncGenerator<Piece> };

const LOOKED_AT = 4096;
const BREAK = 0x0a;
const ZIP = 'PK\u0003\u0004';

/** Looks at the whole file once: its hash, whether it is a spreadsheet, and whether its text is UTF-8, UTF-16 or the Chinese GBK. */
export async function inspectTable(from: TableSource | string): Promise<TableFile> {
  const bytes = typeof from === 'string' ? fileAt(from) : from;
  const hash = createHash('sha256');
  const strict = new TextDecoder('utf-8', { fatal: true });
  let utf8 = true;
  let [size, lines] = [0, 0];
  let start: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes()) {
    if (start.length === 0) start = chunk.subarray(0, LOOKED_AT);
    hash.update(chunk);
    size += chunk.length;
    lines += breaksIn(chunk);
    utf8 &&= decodes(strict, chunk);
  }
  utf8 &&= decodes(strict);
  const kind = start.subarray(0, 4).toString('latin1') === ZIP ? 'xlsx' : 'csv';
  return {
    bytes,
    sha256: hash.digest('hex'),
    size,
    lines: kind === 'csv' ? lines : null,
    kind,
    encoding: markedAs(start) ?? (utf8 ? 'utf8' : 'gb18030'),
  };
}

function breaksIn(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(BREAK); at >= 0; at = chunk.indexOf(BREAK, at + 1)) count += 1;
  return count;
}

/** Zero bytes stand in every comma and line break of UTF-16, and seldom by mistake in anything else. */
const ZEROS_LEAST = 1 / 20;

/** The encoding a file tells by its byte order mark, or by its zero bytes. */
function markedAs(start: Buffer): TableFile['encoding'] | null {
  const mark = start.subarray(0, 3).toString('hex');
  if (mark === 'efbbbf') return 'utf8';
  const zeros = start.filter((byte) => byte === 0).length;
  return /^(fffe|feff)/.test(mark) || zeros > start.length * ZEROS_LEAST ? 'utf16' : null;
}

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** Opens a table: the names of its columns and its rows, read as they are asked for. Refuses what has no header. */
export async function openTable(file: TableFile): Promise<Table> {
  const { header, pieces } = await openPieces(file, RECORDS);
  return { header: header.names.filter((name) => name !== ''), rows: rowsIn(header, pieces) };
}
const RECORDS = 500;

async function* rowsIn(header: Header, pieces: AsyncGenerator<Piece>): AsyncGenerator<TableRow> {
  for await (const piece of pieces) yield* rowsUnder(header, linesOf(piece));
}

/** Opens a table for whoever takes `most` of its rows at a time. Refuses what has no header. */
export async function openPieces(file: TableFile, most: number): Promise<PiecedTable> {
  const all = file.kind === 'xlsx' ? sheetPieces(file, most) : csvPieces(file, most);
  const start = await firstLine(all);
  return { header: { names: start.names, kind: file.kind }, pieces: after(start.rest, all) };
}

type Start = { readonly names: readonly string[]; readonly rest: readonly Line[] };

/** The names of the columns; a title over the table fills but one cell, and a table of one column holds no cases. */
async function firstLine(pieces: AsyncGenerator<Piece>): Promise<Start> {
  for (;;) {
    const next = await pieces.next().catch(() => refuse('platform.table_unreadable'));
    if (next.done) return refuse('platform.table_unreadable');
    const lines = linesOf(next.value);
    const at = lines.findIndex(
      ({ values }) => values.filter((cell) => textOf(cell).trim() !== '').length > 1,
    );
    if (at >= 0)
      return {
        names: lines[at]?.values.map((cell) => textOf(cell).trim()) ?? [],
        rest: lines.slice(at + 1),
      };
  }
}

async function* after(rest: readonly Line[], pieces: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  if (rest.length > 0) yield { lines: rest };
  yield* pieces;
}

async function* sheetPieces({ bytes }: TableFile, most: number): AsyncGenerator<Piece> {
  let lines: Line[] = [];
  for await (const row of sheetRows(Buffer.concat(await Array.fromAsync(bytes())))) {
    lines.push({ ...row, broken: false });
    // The first line stands alone, so that the rows after a header come in full pieces.
    if (lines.length < most && row.line > 1) continue;
    yield { lines };
    lines = [];
  }
  if (lines.length > 0) yield { lines };
}
