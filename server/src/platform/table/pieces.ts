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
  let rest = '';
  let line = 1;
  let dialect: Dialect | null = null;
  for await (const chunk of chunks) {
    rest += chunk;
    dialect ??= dialectOf(rest);
    for (;;) {
      const wanted = line === 1 ? 1 : most;
      const { records, end } = whole(rest, dialect, wanted);
      if (rest.length - end >= LONGEST_RECORD * 2)
        refuse('platform.table_unreadable', {
          line: line + records,
          zh: '引号没有结束',
          en: 'a quote never ends',
        });
      if (records < wanted) break;
      yield { text: rest.slice(0, end), line, dialect, isLast: false };
      rest = rest.slice(end);
      line += records;
    }
  }
  if (rest !== '') yield { text: rest, line, dialect: dialect ?? dialectOf(rest), isLast: true };
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
