import { rowNotes, type RowNote } from '@fengqiao/contract/cases/imports.ts';
import type { TableRow } from '#platform/table/row.ts';
import type { Work } from '#platform/work.ts';
import { revise, sourceOf } from '../../domain/import/foreign.ts';
import { readRow, wordsOfProblem, type Foreign, type Reading } from '../../domain/import/row.ts';
import { lockCase, saveCase } from '../../store/case.ts';
import { casesOfSource, saveSource, type Known } from '../../store/import-cases.ts';
import {
  addCounts,
  inSavepoint,
  insertProblems,
  type Counts,
  type NewProblem,
} from '../../store/import-run.ts';
import { endEverything } from '../void-case.ts';
import { fileForeign, type Importing } from './file-foreign.ts';
import { openForeign } from './open-foreign.ts';

export type Batch = Importing & { readonly reading: Reading; readonly dry: boolean };

type Done = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly notes: readonly NewProblem[];
};

/** Imports some rows in the transaction at hand: cases, problems and counts stand or fall together. A dry run keeps only the last two. */
export async function importBatch(work: Work, rows: readonly TableRow[], batch: Batch): Promise<Counts> {
  const read = rows.map((row) => readRow(row, batch.reading));
  const wrong = read.flatMap((one) => (Array.isArray(one) ? [one] : []));
  const problems = wrong.flat().map(({ line, id, code, value }): NewProblem => ({
    line,
    externalId: id,
    code,
    rejects: true,
    ...wordsOfProblem(code),
    value: value || null,
  }));
  const foreign = read.flatMap((one) => (Array.isArray(one) ? [] : [one]));
  const done = await inSavepoint(
    work,
    () => takeIn(work, foreign, batch),
    () => !batch.dry,
  );
  const notes = [
    ...done.notes,
    ...foreign.flatMap((one) => one.notes.map((code) => noteOf(one, { code, ...rowNotes[code] }))),
  ];
  await insertProblems(work, batch.run, [...problems, ...notes]);
  const { created, updated, unchanged } = done;
  const counts: Counts = {
    rows: rows.length,
    created,
    updated,
    unchanged,
    rejected: wrong.length,
    notes: notes.length,
  };
  await addCounts(work, batch.run, counts);
  return counts;
}

const noteOf = (
  { line, id }: Foreign,
  { code, zh, en }: { code: RowNote; zh: string; en: string },
): NewProblem => ({ line, externalId: id, code, rejects: false, zh, en, value: null });

/** New rows become cases, changed ones change theirs, all others are left alone: the same file may come again. */
async function takeIn(work: Work, foreign: readonly Foreign[], batch: Batch): Promise<Done> {
  const known = await casesOfSource(
    work,
    batch.system,
    foreign.map((one) => one.id),
  );
  const fresh = foreign.filter((one) => !known.has(one.id));
  const met = foreign.flatMap((one) =>
    [known.get(one.id)].flatMap((found) => (found === undefined ? [] : [{ one, found }])),
  );
  const changed = met.filter(
    ({ one, found }) => sourceOf(one, batch.system, batch.run).digest !== found.source.digest,
  );
  await fileForeign(
    work,
    fresh.filter((one) => one.status !== 'open'),
    batch,
  );
  const notes: NewProblem[] = [];
  for (const one of fresh.filter(({ status }) => status === 'open'))
    notes.push(...(await openForeign(work, one, batch)).map((note) => noteOf(one, note)));
  for (const { one, found } of changed) notes.push(...(await follow(work, one, found, batch)));
  return { created: fresh.length, updated: changed.length, unchanged: met.length - changed.length, notes };
}

/** Lets a case follow its changed row as far as our own loop allows. */
async function follow(
  work: Work,
  foreign: Foreign,
  { caseId }: Known,
  { system, run, list }: Batch,
): Promise<NewProblem[]> {
  const theCase = await lockCase(work, caseId);
  const { theCase: now, kind, fields, notes } = revise(theCase, foreign, list, work.now);
  if (kind !== 'import_update') await endEverything(work, theCase, 'voided');
  const source = sourceOf(foreign, system, run);
  await saveCase(work, theCase, now, {
    kind,
    public: kind !== 'import_update',
    facts: { system, id: foreign.id, status: foreign.statusSaid, closedAt: source.closedAt, fields },
    event: 'case.imported',
  });
  await saveSource(work, caseId, source);
  const own = notes.filter((code) => !foreign.notes.includes(code));
  return own.map((code) => noteOf(foreign, { code, ...rowNotes[code] }));
}
