import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { streamXlsxRows } from 'hucre';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Cell, TableRow } from '../../domain/import/row.ts';

/** What a file is, by its content. */
export type TableFile = {
  readonly path: string;
  readonly sha256: string;
  readonly kind: 'xlsx' | 'csv';
  readonly encoding: 'utf8' | 'gb18030';
};
export type Table = { readonly header: readonly string[]; readonly rows: AsyncIterable<TableRow> };

type Line = { readonly line: number; readonly values: readonly Cell[]; readonly broken: boolean };

const ZIP = 'PK\u0003\u0004';
/** A record this long has a quote that never ends. */
const LONGEST_RECORD = 1_000_000;

/** Looks at the whole file once: its hash, whether it is a spreadsheet, and whether its text is UTF-8 or the Chinese GBK. */
export async function inspectTable(path: string): Promise<TableFile> {
  const hash = createHash('sha256');
  const strict = new TextDecoder('utf-8', { fatal: true });
  let utf8 = true;
  let start = '';
  for await (const chunk of fromJson<AsyncIterable<Buffer>>(createReadStream(path))) {
    if (start === '') start = chunk.subarray(0, 4).toString('latin1');
    hash.update(chunk);
    utf8 &&= decodes(strict, chunk);
  }
  utf8 &&= decodes(strict);
  const kind = start === ZIP ? 'xlsx' : 'csv';
  return { path, sha256: hash.digest('hex'), kind, encoding: utf8 ? 'utf8' : 'gb18030' };
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

async function firstLine(lines: AsyncIterator<Line>): Promise<Line> {
  for (;;) {
    const next = await lines.next().catch(() => refuse('cases.import_unreadable'));
    if (next.done) return refuse('cases.import_unreadable');
    if (!isBlank(next.value)) return next.value;
  }
}

const textOf = (cell: Cell) =>
  cell instanceof Date ? cell.toISOString() : cell === null ? '' : String(cell);
const isBlank = ({ values }: Line) => values.every((cell) => textOf(cell).trim() === '');

async function* rowsUnder(
  names: readonly string[],
  lines: AsyncIterator<Line>,
  kind: TableFile['kind'],
): AsyncGenerator<TableRow> {
  for (;;) {
    const next = await lines.next();
    if (next.done) return;
    const { line, values, broken } = next.value;
    if (isBlank(next.value)) continue;
    const short = kind === 'csv' && values.length < names.length;
    const long = values.slice(names.length).some((cell) => textOf(cell).trim() !== '');
    const cells = new Map(
      names.flatMap((name, i) => (name === '' ? [] : [[name, values[i] ?? null] as const])),
    );
    yield { line, cells, broken: broken || short || long };
  }
}

async function* xlsxLines({ path }: TableFile): AsyncGenerator<Line> {
  const bytes = await readFile(path);
  for await (const { index, values } of streamXlsxRows(bytes)) {
    yield { line: index + 1, values, broken: false };
  }
}

type Parsed = {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly row?: number }[];
  readonly meta: { readonly cursor: number };
};

/** Records of a CSV file in pieces, so that its size does not matter; `line` counts records, as a spreadsheet would. */
async function* csvLines({ path, encoding }: TableFile): AsyncGenerator<Line> {
  const pieces = fromJson<AsyncIterable<string>>(
    createReadStream(path, { highWaterMark: 1 << 18 }).pipe(iconv.decodeStream(encoding)),
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
      refuse('cases.import_unreadable', { line: line + 1, zh: '引号没有结束', en: 'a quote never ends' });
    yield* take(false);
  }
  if (rest !== '') yield* take(true);
}

/** Comma, semicolon or tab, and how lines end, by the first lines. */
function dialectOf(text: string): { delimiter: string; newline: string } {
  const { delimiter, linebreak } = Papa.parse(text.slice(0, 65_536), { preview: 20 }).meta;
  return { delimiter: delimiter || ',', newline: linebreak || '\n' };
}
