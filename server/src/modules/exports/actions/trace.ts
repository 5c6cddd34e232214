import type { Traced, TraceMark } from '@fengqiao/contract/exports.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { traceMarks } from '@fengqiao/contract/exports.ts';
import { refuse } from '#platform/refusal.ts';
import { inspectTable, openTable } from '#platform/table/reader.ts';
import { sheetRows } from '#platform/table/spreadsheet.ts';
import { cellText } from '#platform/table/write.ts';
import type { Work } from '#platform/work.ts';
import { numbersIn } from '../domain/mark.ts';
import { printsOf, printsOfText, type Print } from '../domain/prints.ts';
import { exportsById, exportsByNumber } from '../store/export.ts';
import { printsAmong, type FoundPrint } from '../store/print.ts';
import { viewOf } from './view.ts';

const SHOWN = 20;
const LINES_MOST = 20_000;

export type Found = { read: number; items: Traced[] };

/** Tells from which exports a pasted text may come; nothing of the text is kept. */
export const traceText = (work: Work, text: string): Promise<Found> =>
  trace(work, { numbers: numbersIn(text), lines: printsOfText(text) });

/** The same for a whole file. */
export async function traceFile(work: Work, bytes: Buffer): Promise<Found> {
  const rows: string[][] = [];
  for await (const cells of cellsIn(bytes)) {
    rows.push(cells);
    if (rows.length >= LINES_MOST) break;
  }
  return trace(work, {
    numbers: [...new Set(rows.flatMap((cells) => numbersIn(cells.join(' '))))],
    lines: rows.map(printsOf),
  });
}

async function* cellsIn(bytes: Buffer): AsyncGenerator<string[]> {
  const file = await inspectTable(async function* () {
    yield bytes;
  });
  if (file.kind === 'xlsx') {
    for await (const { values } of sheetRows(bytes)) yield values.map(cellText);
    return;
  }
  // The mark is a line of one cell, which no header is.
  yield [bytes.subarray(0, 2_000).toString('utf8').split('\n', 1)[0] ?? ''];
  const { header, rows } = await openTable(file).catch(() => refuse('platform.table_unreadable'));
  yield [...header];
  for await (const { cells } of rows) yield [...cells.values()].map(cellText);
}

type Leaked = { readonly numbers: readonly string[]; readonly lines: readonly (readonly Print[])[] };
type Evidence = { readonly marks: Set<TraceMark>; readonly lines: Set<number> };

async function trace(work: Work, { numbers, lines }: Leaked): Promise<Found> {
  const at = new Map<string, { index: Buffer; lines: number[] }>();
  for (const [n, prints] of lines.entries())
    for (const { kind, text } of prints) {
      const index = work.vault.index(`${kind}|${text}`, 'export');
      const key = index.toString('hex');
      const known = at.get(key) ?? { index, lines: [] };
      at.set(key, { index, lines: [...known.lines, n] });
    }
  const byNumber = await exportsByNumber(work, numbers);
  const found = await printsAmong(
    work,
    [...at.values()].map(({ index }) => index),
  );
  const evidence = new Map<string, Evidence>();
  const of = (id: string): Evidence => {
    const known = evidence.get(id) ?? { marks: new Set(), lines: new Set() };
    evidence.set(id, known);
    return known;
  };
  for (const id of byNumber) of(id).marks.add('number');
  for (const print of found) {
    const { marks, lines: seen } = of(print.export);
    marks.add(markFor(print));
    for (const n of at.get(print.index.toString('hex'))?.lines ?? []) seen.add(n);
  }
  return { read: lines.length, items: await weigh(work, evidence) };
}

const markFor = ({ canary, kind }: FoundPrint): TraceMark => (canary ? 'canary' : kind);

/** The surest first: a number or a planted row is in one export only; so is a line that no other one holds. */
async function weigh(work: Work, evidence: ReadonlyMap<string, Evidence>): Promise<Traced[]> {
  const withLine = [...evidence.values()].filter(({ marks }) => marks.has('line')).length;
  const rows = await exportsById(work, [...evidence.keys()]);
  const traced = rows.flatMap((row): Traced[] => {
    const one = evidence.get(row.id);
    if (one === undefined) return [];
    const { marks, lines } = one;
    const sure = marks.has('number') || marks.has('canary') || (marks.has('line') && withLine === 1);
    return [
      {
        export: viewOf(work, row),
        marks: keysOf(traceMarks).filter((mark) => marks.has(mark)),
        lines: lines.size,
        sure,
      },
    ];
  });
  return traced.toSorted((a, b) => Number(b.sure) - Number(a.sure) || b.lines - a.lines).slice(0, SHOWN);
}
