import type { ImportKind } from '@fengqiao/contract/registry/columns.ts';
import type { RegistryMapping } from '@fengqiao/contract/registry/import-words.ts';
import { fromJson } from '#platform/json.ts';
import type { Platform } from '#platform/serve.ts';
import type { TableFile } from '#platform/table/reader.ts';
import { withWork, type Work } from '#platform/work.ts';
import {
  addCounts,
  commitLater,
  findImport,
  holdImport,
  insertProblems,
  lockImport,
  lookAtSizes,
  saveImport,
  type ImportRow,
} from '../../store/imports.ts';
import { applySpan, type Span } from '../../store/apply.ts';
import { clearStage, countKnown, dropTwice, stagedExtent } from '../../store/stage.ts';
import { removeMade, restoreChanged } from '../../store/undo.ts';
import { destroyPersonKeys } from '#modules/identity';
import { dayOf } from './read.ts';
import { putAway, readOn } from './half-read.ts';
import { readier, type Enter, type Write } from './readier.ts';
import { readingOf } from './reading.ts';

/** So many rows in one transaction: enough to be quick, few enough that a stop costs a second. */
const BATCH = 5000;
/** Some ten thousand people; before a thread had begun, fewer are ready. */
const LARGE = 2 ** 21;

export type Progress = (doneRows: number) => void;
export type Stepping = {
  readonly id: string;
  readonly file: TableFile;
  readonly most?: number;
  /** Rows in one transaction. */
  readonly batch?: number;
  /** From so many bytes on a table is worth threads of its own. */
  readonly threadsFrom?: number;
  readonly progress?: Progress;
};

export const entering =
  (platform: Platform, street: string): Enter =>
  (act) =>
    withWork(platform, { service: 'system', street }, platform.clock(), 'write', act);

/** The same for a step that is taken once more if the machine stops: it does not wait for the disk, the end of the import does. */
const stepping =
  (enter: Enter): Enter =>
  (act) =>
    enter(async (work) => {
      await commitLater(work);
      return act(work);
    });

const idKind = (row: Pick<ImportRow, 'kind'>): ImportKind => fromJson<ImportKind>(row.kind);

/**
 * Goes on checking a table from where it stands, a batch for each transaction, until it ends or `most` rows are done. Staged
 * rows, problems and counts stand or fall together, so that a stop at any moment leaves nothing half done. While the database
 * writes one batch, the next ones are made ready.
 */
export async function goOnChecking(
  platform: Platform,
  street: string,
  { id, file, most = Infinity, batch = BATCH, threadsFrom = LARGE, progress }: Stepping,
): Promise<number> {
  const enter = entering(platform, street);
  const row = await enter((work) => findImport(work, id));
  const reading = await enter((work) => readingOf(work, fromJson<RegistryMapping>(row.mapping)));
  const step = stepping(enter);
  const coming: Promise<Write>[] = [];
  let [begun, done, isAtEnd] = [0, 0, false];
  try {
    const table = await readOn(platform, { id, file, from: row.done_rows, most: batch });
    const { width, begin } = readier({ platform, enter, row, reading, table, threadsFrom });
    for (;;) {
      while (!isAtEnd && coming.length < width && begun * batch < most) {
        const next = await table.pieces.next();
        if (next.done) isAtEnd = true;
        else coming.push(begin(next.value, (begun += 1)));
      }
      const write = await coming.shift();
      if (write === undefined) break;
      const rows = await step((work) => writeBatch(work, id, { before: row.done_rows + done, write }));
      if (rows === null) {
        await putAway(platform);
        return done;
      }
      done += rows;
      table.passed += rows;
      progress?.(row.done_rows + done);
    }
  } catch (error) {
    await putAway(platform);
    throw error;
  }
  if (!isAtEnd) return done;
  await putAway(platform);
  await enter((work) => endChecking(work, id));
  return done;
}

/** Stages what is ready and keeps what there is to tell; null when another process has gone on with it meanwhile. */
async function writeBatch(
  work: Work,
  id: string,
  { before, write }: { before: number; write: Write },
): Promise<number | null> {
  const now = await lockImport(work, id);
  if (now.state !== 'checking' || now.done_rows !== before) return null;
  const { counts, problems } = await write(work);
  await insertProblems(work, id, problems);
  await addCounts(work, id, counts);
  return counts.rows;
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

/** So many spans are written at the same time where there are connections for it; each keeps one core of the database busy. */
const LANES = 2;
const CONNECTIONS_LEFT = 3;

/** Goes on writing what was staged, some spans of lines in each step. */
export async function goOnApplying(
  platform: Platform,
  street: string,
  { id, most = Infinity, batch = BATCH, progress }: Omit<Stepping, 'file'>,
): Promise<number> {
  const enter = entering(platform, street);
  const step = stepping(enter);
  const { last } = await enter((work) => stagedExtent(work, id));
  const lanes = platform.settings.pool > LANES + CONNECTIONS_LEFT && batch < most ? LANES : 1;
  for (let done = 0; ;) {
    const taken = await step((work) => applySome(work, id, { last, batch, lanes, enter: step }));
    if (taken === null) return done;
    done += taken.rows;
    progress?.(taken.at);
    if (taken.at >= last) {
      await enter((work) => endApplying(work, id));
      return done;
    }
    if (done >= most) return done;
  }
}

type Lanes = {
  readonly last: number;
  readonly batch: number;
  readonly lanes: number;
  readonly enter: Enter;
};

/**
 * Writes the next spans, each in a transaction of its own, and then how far it came. A stop between the two writes the spans
 * once more, which changes nothing; so it costs no more than it would in one transaction.
 */
async function applySome(
  work: Work,
  id: string,
  { last, batch, lanes, enter }: Lanes,
): Promise<{ at: number; rows: number } | null> {
  const row = await holdImport(work, id);
  if (row.state !== 'applying') return null;
  const kind = idKind(row);
  // Rows of other kinds share what they lie in, and would wait for each other.
  const width = kind === 'people' ? lanes : 1;
  const provenance = { source: row.source, asOf: dayOf(row.as_of), unit: row.unit, import: id };
  const spans = Array.from({ length: width }, (_, lane) => row.applied_rows + lane * batch)
    .filter((before) => before < last)
    .map((before): Span => ({ id, from: before + 1, to: Math.min(before + batch, last) }));
  await Promise.all(
    spans.map((span) =>
      width === 1
        ? applySpan(work, kind, span, provenance)
        : enter((own) => applySpan(own, kind, span, provenance)),
    ),
  );
  const at = spans.at(-1)?.to ?? last;
  await saveImport(work, id, { appliedRows: at });
  return { at, rows: at - row.applied_rows };
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
  const gone = await removeMade(work, idKind(row), { id, madeAt: row.made_at }, BATCH);
  if (gone.length > 0) {
    if (row.kind === 'people') await destroyPersonKeys(work, gone);
    return gone.length;
  }
  await restoreChanged(work, idKind(row), id);
  await saveImport(work, id, { state: 'undone', endedAt: work.now });
  await work.announce('registry.import_undone', id, { kind: row.kind });
  return null;
}
