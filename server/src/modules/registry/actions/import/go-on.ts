import type { ImportKind } from '@fengqiao/contract/registry/columns.ts';
import type { RegistryMapping } from '@fengqiao/contract/registry/import-words.ts';
import { fromJson } from '#platform/json.ts';
import type { Platform } from '#platform/serve.ts';
import type { TableFile } from '#platform/table/reader.ts';
import type { TableRow } from '#platform/table/row.ts';
import { withWork, type Work } from '#platform/work.ts';
import type { Reading } from '../../domain/import/reading.ts';
import {
  addCounts,
  findImport,
  insertProblems,
  lockImport,
  lookAtSizes,
  saveImport,
  type ImportRow,
} from '../../store/imports.ts';
import { applySpan } from '../../store/apply.ts';
import { clearStage, countKnown, dropTwice, stagedExtent } from '../../store/stage.ts';
import { removeMade, restoreChanged } from '../../store/undo.ts';
import { destroyPersonKeys } from '#modules/identity';
import { checkAddresses, checkHomes, checkOrganizations } from './check-others.ts';
import { checkPeople } from './check-people.ts';
import { dayOf } from './read.ts';
import { putAway, readOn, takeRows } from './half-read.ts';
import { readingOf } from './reading.ts';
import type { Told } from './told.ts';

/** So many rows in one transaction: enough to be quick, few enough that a stop costs a second. */
const BATCH = 5000;

export type Progress = (doneRows: number) => void;
export type Stepping = {
  readonly id: string;
  readonly file: TableFile;
  readonly most?: number;
  /** Rows in one transaction. */
  readonly batch?: number;
  readonly progress?: Progress;
};
type Enter = <T>(act: (work: Work) => Promise<T>) => Promise<T>;

export const entering =
  (platform: Platform, street: string): Enter =>
  (act) =>
    withWork(platform, { service: 'system', street }, platform.clock(), 'write', act);

const idKind = (row: Pick<ImportRow, 'kind'>): ImportKind => fromJson<ImportKind>(row.kind);

/**
 * Goes on checking a table from where it stands, a batch for each transaction, until it ends or `most` rows are done. Staged
 * rows, problems and counts stand or fall together, so that a stop at any moment leaves nothing half done.
 */
export async function goOnChecking(
  platform: Platform,
  street: string,
  { id, file, most = Infinity, batch = BATCH, progress }: Stepping,
): Promise<number> {
  const enter = entering(platform, street);
  const row = await enter((work) => findImport(work, id));
  const reading = await enter((work) => readingOf(work, fromJson<RegistryMapping>(row.mapping)));
  const write = (rows: readonly TableRow[], before: number) =>
    enter((work) => checkBatch(work, rows, { row, reading, before }));
  let done = 0;
  try {
    const table = await readOn(platform, { id, file, from: row.done_rows });
    let some = await takeRows(table, batch);
    while (some.length > 0) {
      const writing = write(some, row.done_rows + done);
      const isEnough = done + some.length >= most;
      // While the database writes one batch, the next is read.
      const [mine, next] = await Promise.all([writing, isEnough ? [] : takeRows(table, batch)]);
      if (!mine) {
        await putAway(platform);
        return done;
      }
      done += some.length;
      progress?.(row.done_rows + done);
      if (isEnough) return done;
      some = next;
    }
  } catch (error) {
    await putAway(platform);
    throw error;
  }
  await putAway(platform);
  await enter((work) => endChecking(work, id));
  return done;
}

const checks = {
  people: checkPeople,
  homes: checkHomes,
  organizations: checkOrganizations,
  addresses: checkAddresses,
};

async function checkBatch(
  work: Work,
  rows: readonly TableRow[],
  { row, reading, before }: { row: ImportRow; reading: Reading; before: number },
): Promise<boolean> {
  const now = await lockImport(work, row.id);
  // Another process has gone on with it meanwhile.
  if (now.state !== 'checking' || now.done_rows !== before) return false;
  const { counts, problems }: Told = await checks[idKind(row)](work, rows, {
    id: row.id,
    asOf: dayOf(row.as_of),
    reading,
  });
  await insertProblems(work, row.id, problems);
  await addCounts(work, row.id, counts);
  return true;
}

/** What stands in the table twice is left out but for the first; then somebody looks at what it would do. */
async function endChecking(work: Work, id: string): Promise<void> {
  const row = await lockImport(work, id);
  if (row.state !== 'checking') return;
  const twice = await dropTwice(work, id);
  const count = (act: string) => twice.filter((one) => one.act === act).length;
  await insertProblems(
    work,
    id,
    twice.map(({ line }) => ({ line, code: 'id_twice', rejects: true })),
  );
  await addCounts(work, id, {
    rows: 0,
    created: -count('new'),
    updated: -count('change'),
    unchanged: -count('same'),
    rejected: twice.length,
    notes: 0,
  });
  await saveImport(work, id, { state: 'checked', known: await countKnown(work, idKind(row)) });
}

/** Goes on writing what was staged, a span of lines for each transaction. */
export async function goOnApplying(
  platform: Platform,
  street: string,
  { id, most = Infinity, batch = BATCH, progress }: Omit<Stepping, 'file'>,
): Promise<number> {
  const enter = entering(platform, street);
  const { last } = await enter((work) => stagedExtent(work, id));
  let done = 0;
  for (;;) {
    const at = await enter((work) => applyOne(work, id, { last, batch }));
    if (at === null) return done;
    done += batch;
    progress?.(at);
    if (at >= last) {
      await enter((work) => endApplying(work, id));
      return done;
    }
    if (done >= most) return done;
  }
}

async function applyOne(
  work: Work,
  id: string,
  { last, batch }: { last: number; batch: number },
): Promise<number | null> {
  const row = await lockImport(work, id);
  if (row.state !== 'applying') return null;
  const to = Math.min(row.applied_rows + batch, last);
  const provenance = { source: row.source, asOf: dayOf(row.as_of), unit: row.unit, import: id };
  await applySpan(work, idKind(row), { id, from: row.applied_rows + 1, to }, provenance);
  await saveImport(work, id, { appliedRows: to });
  return to;
}

async function endApplying(work: Work, id: string): Promise<void> {
  const row = await lockImport(work, id);
  if (row.state !== 'applying') return;
  await clearStage(work, id);
  await saveImport(work, id, { state: 'applied', endedAt: work.now });
  await lookAtSizes(work);
  await work.announce('registry.imported', id, {
    kind: row.kind,
    created: row.created,
    updated: row.updated,
  });
}

/** Goes on taking an import back: what it made goes, with the keys of people, then what it changed is as before. */
export async function goOnUndoing(
  platform: Platform,
  street: string,
  { id, most = Infinity }: Omit<Stepping, 'file'>,
): Promise<number> {
  const enter = entering(platform, street);
  for (let done = 0; done < most;) {
    const gone = await enter((work) => undoOne(work, id));
    if (gone === null) return done + 1;
    done += gone;
  }
  return most;
}

async function undoOne(work: Work, id: string): Promise<number | null> {
  const row = await lockImport(work, id);
  if (row.state !== 'undoing') return null;
  const gone = await removeMade(work, idKind(row), id, BATCH);
  if (gone.length > 0) {
    if (row.kind === 'people') await destroyPersonKeys(work, gone);
    return gone.length;
  }
  await restoreChanged(work, idKind(row), id);
  await saveImport(work, id, { state: 'undone', endedAt: work.now });
  await work.announce('registry.import_undone', id, { kind: row.kind });
  return null;
}
