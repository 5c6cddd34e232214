import type { RegistryMapping } from '@fengqiao/contract/registry/import-words.ts';
import { fromJson } from '#platform/json.ts';
import type { Platform } from '#platform/serve.ts';
import type { Work } from '#platform/work.ts';
import {
  addCounts,
  beginAnew,
  findImport,
  insertProblems,
  lockImport,
  saveImport,
  type ImportRow,
} from '../../store/imports.ts';
import { countKnown, dropTwice } from '../../store/stage.ts';
import { putAway, readOn } from './half-read.ts';
import { readier, type Write } from './readier.ts';
import { readingOf } from './reading.ts';
import { isStageLost } from './stage-lost.ts';
import { BATCH, entering, idKind, stepping, type Stepping } from './steps.ts';

/** Some ten thousand people; before a thread had begun, fewer are ready. */
const LARGE = 2 ** 21;

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
  const row = await enter((work) => stillStaged(work, id));
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

/** An import as far as it came; what was staged of it and is lost is read once more from its beginning. */
async function stillStaged(work: Work, id: string): Promise<ImportRow> {
  const row = await lockImport(work, id);
  if (row.state !== 'checking' || !(await isStageLost(work, row))) return row;
  await beginAnew(work, id);
  return findImport(work, id);
}

/** Stages what is ready and keeps what there is to tell; null when another process has gone on with it meanwhile, or what was staged is lost. */
async function writeBatch(
  work: Work,
  id: string,
  { before, write }: { before: number; write: Write },
): Promise<number | null> {
  const now = await lockImport(work, id);
  if (now.state !== 'checking' || now.done_rows !== before || (await isStageLost(work, now))) return null;
  const { counts, problems } = await write(work);
  await insertProblems(work, id, problems);
  await addCounts(work, id, counts);
  return counts.rows;
}

/** What stands in the table twice is left out but for the first; then somebody looks at what it would do. */
async function endChecking(work: Work, id: string): Promise<void> {
  const row = await lockImport(work, id);
  if (row.state !== 'checking') return;
  if (await isStageLost(work, row)) return beginAnew(work, id);
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
