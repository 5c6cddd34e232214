import { randomBytes } from 'node:crypto';
import { gradedFields, type GradedField } from '@fengqiao/contract/grades.ts';
import { plantCanary, recordAccess } from '#modules/audit';
import { allUnits, lendSession, takeBackSession } from '#modules/identity';
import { isPassing } from '#platform/errors.ts';
import { Refusal, refuse } from '#platform/refusal.ts';
import type { Platform } from '#platform/serve.ts';
import type { ListRow } from '#platform/table/list-page.ts';
import { withWork, type Work } from '#platform/work.ts';
import { approvalFor, covers, mostRows } from '../domain/approval.ts';
import { invent, isPlantedAfter, plantedAs } from '../domain/canary.ts';
import { textOf, type Names } from '../domain/cells.ts';
import { printsOf } from '../domain/prints.ts';
import { lockExport, nextInQueue, saveProgress, type ExportRow } from '../store/export.ts';
import { dropPages, insertPage } from '../store/page.ts';
import { insertPrints, type NewPrint } from '../store/print.ts';
import { finish } from './finish.ts';
import { localTime } from './local-time.ts';
import type { Open } from './sources/all.ts';

/** Rows of one transaction: each page is recorded, counted and kept as one, so that a stop loses and doubles nothing. */
const PAGE = 100;
/** Pages in a row, before other errands have their turn. */
const PAGES_AT_ONCE = 20;
const LENT_SECONDS = 300;

/** Goes on with the oldest export, after a restart as well; returns whether there was one. */
export async function makeExports(platform: Platform, street: string, open: Open): Promise<number> {
  const asEngine = <T>(act: (work: Work) => Promise<T>) =>
    withWork(platform, { service: 'system', street }, platform.clock(), 'write', act);
  const row = await asEngine(nextInQueue);
  if (row === null) return 0;
  try {
    if (row.complete) await asEngine((work) => finish(work, row.id));
    else await readOn(platform, row, { asEngine, open });
  } catch (error) {
    if (isPassing(error)) throw error;
    await asEngine((work) => fail(work, row.id, error instanceof Refusal ? error.code : 'stopped'));
    if (!(error instanceof Refusal)) throw error;
  }
  return 1;
}

async function fail(work: Work, id: string, failedBy: NonNullable<ExportRow['failedBy']>): Promise<void> {
  await dropPages(work, id);
  await saveProgress(work, id, { state: 'failed', failedBy });
  await work.announce('export.failed', id, { why: failedBy });
}

type Around = {
  readonly asEngine: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
  readonly open: Open;
};

/** Reads with exactly the reach and in the name of whoever asked, as their post is today. */
async function readOn(platform: Platform, row: ExportRow, { asEngine, open }: Around): Promise<void> {
  const lent = await asEngine((work) =>
    lendSession(
      work,
      { account: row.requestedBy, role: row.role, unit: row.unit },
      { device: `导出 ${row.no}`, seconds: LENT_SECONDS },
    ),
  );
  if (lent === null) refuse('exports.post_ended');
  try {
    for (let n = 0; n < PAGES_AT_ONCE; n += 1) {
      const more = await withWork(platform, lent.entry, platform.clock(), 'write', (work) =>
        readPage(work, row.id, open),
      );
      if (!more) return;
    }
  } finally {
    await asEngine((work) => takeBackSession(work, lent.session));
  }
}

/** One page: read, held against the approval, written down for everybody in it, planted, printed and kept; tells whether more follow. */
async function readPage(work: Work, id: string, open: Open): Promise<boolean> {
  const row = await lockExport(work, id);
  if (row.complete || (row.state !== 'approved' && row.state !== 'making')) return false;
  const why = { reason: row.reason, approvedBy: row.approvedBy ?? undefined };
  const asked = { fields: row.fields.map(({ name }) => name), after: row.cursor, limit: PAGE };
  const { rows, next, recorded } = await open(row.what).page(work, asked, why);
  const count = row.rows + rows.length;
  if (count > mostRows(row.grade) || !covers(row.approval, approvalFor(row.grade, count)))
    refuse('exports.grew', { rows: count });
  const subjects = [...new Set(rows.flatMap((one) => [...one.subjects]))];
  if (recorded === undefined) await record(work, row, subjects);
  await keep(work, row, { rows, isLast: next === null });
  await saveProgress(work, id, {
    state: 'making',
    cursor: next,
    pages: row.pages + 1,
    rows: count,
    people: row.people + subjects.length,
    complete: next === null,
  });
  return next !== null;
}

async function record(work: Work, row: ExportRow, subjects: readonly string[]): Promise<void> {
  const fields = [...new Set(row.fields.flatMap(({ shows }) => (isPersonal(shows) ? [shows] : [])))];
  if (subjects.length === 0 || fields.length === 0) return;
  await recordAccess(work, {
    action: 'export.page',
    object: `export:${row.id}`,
    subjects,
    fields,
    purpose: row.purpose,
    reason: row.reason,
    flags: ['export'],
    ...(row.approvedBy === null ? {} : { approvedBy: row.approvedBy }),
  });
}

const isPersonal = (shows: string | undefined): shows is GradedField =>
  shows !== undefined && Object.hasOwn(gradedFields, shows);

type Line = {
  readonly cells: readonly string[];
  readonly subjects: readonly string[];
  readonly beside: readonly string[] | null;
};

/** Keeps the rows of a page sealed, with planted ones among them, and the prints by which each is found again. */
async function keep(
  work: Work,
  row: ExportRow,
  { rows, isLast }: { readonly rows: readonly ListRow[]; readonly isLast: boolean },
): Promise<void> {
  const names = await namesOf(work);
  const cellsOf = (values: ListRow['values']) =>
    row.fields.map(({ name }) => textOf(row.source, name, values[name] ?? null, names));
  const lines: Line[] = [];
  for (const [i, { values, subjects }] of rows.entries()) {
    const cells = cellsOf(values);
    lines.push({ cells, subjects, beside: null });
    if (!isPlantedAfter(row.rows + i + 1, isLast && i === rows.length - 1)) continue;
    const chosen = Object.fromEntries(row.fields.map(({ name }) => [name, values[name] ?? null]));
    lines.push({ cells: cellsOf(plantedAs(chosen, invent(randomBytes(12)))), subjects: [], beside: cells });
    await plantCanary(work, work.newId(), `导出 ${row.no}`);
  }
  await insertPage(work, row.id, { n: row.pages, rows: lines.map(({ cells }) => cells) });
  await insertPrints(
    work,
    row.id,
    lines.flatMap((line, i) => printsFor(work, line, row.pages * PAGE * 2 + i)),
  );
}

/** A planted row counts as such only by what it does not share with the row beside it. */
function printsFor({ vault }: Work, { cells, subjects, beside }: Line, line: number): NewPrint[] {
  const own = beside === null ? cells : cells.filter((cell, i) => cell !== beside[i]);
  const prints = [
    ...printsOf(cells).filter(({ kind }) => kind === 'line'),
    ...printsOf(own).filter(({ kind }) => kind === 'value'),
  ];
  const whose = subjects.length === 0 ? [null] : subjects;
  return prints.flatMap(({ kind, text }) =>
    whose.map((subject) => ({
      line,
      kind,
      subject,
      canary: beside !== null && own.length > 0,
      index: vault.index(`${kind}|${text}`, 'export'),
    })),
  );
}

async function namesOf(work: Work): Promise<Names> {
  const units = new Map((await allUnits(work)).map(({ id, name }) => [id, name.zh]));
  return { unit: (id) => units.get(id) ?? id, moment: (at) => localTime(work, new Date(at)) };
}
