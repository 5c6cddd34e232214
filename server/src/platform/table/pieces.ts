import { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { fromJson } from '../json.ts';
import { refuse } from '../refusal.ts';
import type { Cell } from './row.ts';
import type { TableSource } from './sealed-file.ts';

export type Line = { readonly line: number; readonly values: readonly Cell[]; readonly broken: boolean };

/** Comma, semicolon or tab, and how lines end. */
type Dialect = { readonly delimiter: string; readonly newline: string };
/** Records of a CSV file as they stand in it; `line` is the number of the first. All are whole but for what the file ends with. */
type Text = {
  readonly text: string;
  readonly line: number;
  readonly dialect: Dialect;
  readonly isLast: boolean;
};
/** Some of a table, to be taken apart by whoever has the time. */
export type Piece = Text | { readonly lines: readonly Line[] };

type Parsed = {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly row?: number }[];
  readonly meta: { readonly cursor: number };
};

/** The lines of a piece. */
export function linesOf(piece: Piece): readonly Line[] {
  if ('lines' in piece) return piece.lines;
  const { data, errors } = parse(piece.text, piece.dialect, { open: !piece.isLast });
  const wrong = new Set(errors.map(({ row }) => row));
  return data.map((values, i) => ({ line: piece.line + i, values, broken: wrong.has(i) }));
}

/** A record this long has a quote that never ends. */
const LONGEST_RECORD = 1_000_000;

type Csv = { readonly bytes: TableSource; readonly encoding: 'utf8' | 'utf16' | 'gb18030' };

/**
 * A CSV file in pieces of `most` records, so that its size does not matter. The first record is a piece of its own, since it
 * mostly names the columns; `line` counts records, as a spreadsheet would.
 */
export async function* csvPieces({ bytes, encoding }: Csv, most: number): AsyncGenerator<Text> {
  const chunks = fromJson<AsyncIterable<string>>(
    Readable.from(bytes()).pipe(iconv.decodeStream(encoding === 'utf16' ? 'utf-16' : encoding)),
  );
  const held = new Held();
  let line = 1;
  let dialect: Dialect | null = null;
  let wanted = 1;
  for await (const chunk of chunks) {
    held.add(chunk);
    if (held.breaks < wanted && held.grown < LONGEST_RECORD) continue;
    let rest = held.take();
    dialect ??= dialectOf(rest);
    for (;;) {
      const least = line === 1 ? 1 : most;
      const { records, end } = whole(rest, dialect, least);
      demandEnd(rest.length - end, line + records);
      wanted = least - records;
      if (records < least) break;
      yield { text: rest.slice(0, end), line, dialect, isLast: false };
      rest = rest.slice(end);
      line += records;
    }
    wanted += held.keep(rest);
  }
  const rest = held.take();
  if (rest === '') return;
  dialect ??= dialectOf(rest);
  const { records, end } = whole(rest, dialect, most);
  demandEnd(rest.length - end, line + records);
  yield { text: rest, line, dialect, isLast: true };
}

/** Text on its way in. It is put together only when enough lines of it are there, not at each of its pieces. */
class Held {
  #parts: string[] = [];
  /** How many lines end in it, within quotes as well. */
  breaks = 0;
  /** Signs that came since it was last looked at. */
  grown = 0;

  add(part: string): void {
    this.#parts.push(part);
    this.grown += part.length;
    this.breaks += breaksIn(part);
  }

  take(): string {
    const text = this.#parts.join('');
    this.#parts = [];
    return text;
  }

  /** Puts back what no piece was made of; tells how many lines end in it. */
  keep(rest: string): number {
    this.#parts = [rest];
    this.grown = 0;
    this.breaks = breaksIn(rest);
    return this.breaks;
  }
}

/** Lines end with one of the two, or with both. */
function breaksIn(text: string): number {
  const sign = text.includes('\n') ? '\n' : '\r';
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

function demandEnd(rest: number, line: number): void {
  if (rest >= LONGEST_RECORD * 2)
    refuse('platform.table_unreadable', { line, zh: '引号没有结束', en: 'a quote never ends' });
}

/** How many of the first `most` records are whole, and where they end. */
function whole(text: string, dialect: Dialect, most: number): { records: number; end: number } {
  if (text.includes('"')) {
    const { data, meta } = parse(text, dialect, { open: true, preview: most });
    return { records: data.length, end: meta.cursor };
  }
  const { newline } = dialect;
  let [records, end] = [0, 0];
  for (; records < most; records += 1) {
    const at = text.indexOf(newline, end);
    if (at < 0) break;
    end = at + newline.length;
  }
  return { records, end };
}

/** `open`: what stands after the last end of a record is not one yet. */
const parse = (
  text: string,
  dialect: Dialect,
  { open, preview = 0 }: { open: boolean; preview?: number },
): Parsed =>
  fromJson<Parsed>(new Papa.Parser(fromJson<Papa.ParseConfig>({ ...dialect, preview })).parse(text, 0, open));

/** Comma, semicolon or tab, and how lines end, by the first lines. */
function dialectOf(text: string): Dialect {
  const { delimiter, linebreak } = Papa.parse(text.slice(0, 65_536), { preview: 20 }).meta;
  return { delimiter: delimiter || ',', newline: linebreak || '\n' };
}
