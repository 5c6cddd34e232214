import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { fromJson } from '../json.ts';
import { refuse } from '../refusal.ts';
import type { Cell, TableRow } from './row.ts';
import { fileAt, type TableSource } from './sealed-file.ts';
import { sheetRows } from './spreadsheet.ts';

/** What a file is, by its content. */
export type TableFile = {
  readonly bytes: TableSource;
  readonly sha256: string;
  readonly kind: 'xlsx' | 'csv';
  readonly encoding: 'utf8' | 'utf16' | 'gb18030';
};
export type Table = { readonly header: readonly string[]; readonly rows: AsyncIterable<TableRow> };

type Line = { readonly line: number; readonly values: readonly Cell[]; readonly broken: boolean };

const LOOKED_AT = 4096;
const ZIP = 'PK\u0003\u0004';
/** A record this long has a quote that never ends. */
const LONGEST_RECORD = 1_000_000;

/** Looks at the whole file once: its hash, whether it is a spreadsheet, and whether its text is UTF-8, UTF-16 or the Chinese GBK. */
export async function inspectTable(from: TableSource | string): Promise<TableFile> {
  const bytes = typeof from === 'string' ? fileAt(from) : from;
  const hash = createHash('sha256');
  const strict = new TextDecoder('utf-8', { fatal: true });
  let utf8 = true;
  let start: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes()) {
    if (start.length === 0) start = chunk.subarray(0, LOOKED_AT);
    hash.update(chunk);
    utf8 &&= decodes(strict, chunk);
  }
  utf8 &&= decodes(strict);
  const kind = start.subarray(0, 4).toString('latin1') === ZIP ? 'xlsx' : 'csv';
  return {
    bytes,
    sha256: hash.digest('hex'),
    kind,
    encoding: markedAs(start) ?? (utf8 ? 'utf8' : 'gb18030'),
  };
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
  const lines = (file.kind === 'xlsx' ? xlsxLines(file) : csvLines(file))[Symbol.asyncIterator]();
  const header = await firstLine(lines);
  const names = header.values.map((cell) => textOf(cell).trim());
  return { header: names.filter((name) => name !== ''), rows: rowsUnder(names, lines, file.kind) };
}

/** The names of the columns; a title over the table fills but one cell, and a table of one column holds no cases. */
async function firstLine(lines: AsyncIterator<Line>): Promise<Line> {
  for (;;) {
    const next = await lines.next().catch(() => refuse('platform.table_unreadable'));
    if (next.done) return refuse('platform.table_unreadable');
    if (next.value.values.filter(isFilled).length > 1) return next.value;
  }
}

const textOf = (cell: Cell) =>
  cell instanceof Date ? cell.toISOString() : cell === null ? '' : String(cell);
const isFilled = (cell: Cell) => textOf(cell).trim() !== '';
const isBlank = ({ values }: Line) => !values.some(isFilled);

async function* rowsUnder(
  names: readonly string[],
  lines: AsyncIterator<Line>,
  kind: TableFile['kind'],
): AsyncGenerator<TableRow> {
  const columns = new Map(names.flatMap((name, i) => (name === '' ? [] : [[name, i] as const])));
  for (;;) {
    const next = await lines.next();
    if (next.done) return;
    const { line, values, broken } = next.value;
    if (isBlank(next.value)) continue;
    const short = kind === 'csv' && values.length < names.length;
    const long = values.length > names.length && values.slice(names.length).some(isFilled);
    yield { line, cells: cellsOf(columns, values), broken: broken || short || long };
  }
}

/** The cells of a row by the names of the columns, which all rows share: a table of its own for each would be most of what is thrown away. */
const cellsOf = (columns: ReadonlyMap<string, number>, values: readonly Cell[]): TableRow['cells'] => ({
  get: (name) => {
    const at = columns.get(name);
    return at === undefined ? undefined : (values[at] ?? null);
  },
  values: () => columns.values().map((at) => values[at] ?? null),
});

async function* xlsxLines({ bytes }: TableFile): AsyncGenerator<Line> {
  for await (const row of sheetRows(Buffer.concat(await Array.fromAsync(bytes()))))
    yield { ...row, broken: false };
}

type Parsed = {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly row?: number }[];
  readonly meta: { readonly cursor: number };
};

/** Records of a CSV file in pieces, so that its size does not matter; `line` counts records, as a spreadsheet would. */
async function* csvLines({ bytes, encoding }: TableFile): AsyncGenerator<Line> {
  const pieces = fromJson<AsyncIterable<string>>(
    Readable.from(bytes()).pipe(iconv.decodeStream(encoding === 'utf16' ? 'utf-16' : encoding)),
  );
  let rest = '';
  let line = 0;
  let config: { delimiter: string; newline: string } | null = null;
  const take = function* (last: boolean): Generator<Line> {
    config ??= dialectOf(rest);
    const { data, errors, meta } = fromJson<Parsed>(
      new Papa.Parser(fromJson<Papa.ParseConfig>(config)).parse(rest, 0, !last),
    );
    const wrong = new Set(errors.map((error) => error.row));
    rest = last ? '' : rest.slice(meta.cursor);
    for (const [i, values] of data.entries()) yield { line: (line += 1), values, broken: wrong.has(i) };
  };
  for await (const piece of pieces) {
    rest += piece;
    if (rest.length >= LONGEST_RECORD * 2)
      refuse('platform.table_unreadable', { line: line + 1, zh: '引号没有结束', en: 'a quote never ends' });
    yield* take(false);
  }
  if (rest !== '') yield* take(true);
}

/** Comma, semicolon or tab, and how lines end, by the first lines. */
function dialectOf(text: string): { delimiter: string; newline: string } {
  const { delimiter, linebreak } = Papa.parse(text.slice(0, 65_536), { preview: 20 }).meta;
  return { delimiter: delimiter || ',', newline: linebreak || '\n' };
}
