import type { Mapping } from '@fengqiao/contract/cases/imports.ts';
import { fromJson } from '#platform/json.ts';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import { convert, locator } from '#modules/grids';
import type { TableRow } from '#platform/table/row.ts';
import { readRow, type Reading } from '../../domain/import/row.ts';
import { listInForce } from '../../store/list.ts';
import { findRun, lockRun, lookAtSizes, saveRunState, type Counts } from '../../store/import-run.ts';
import { importBatch, type Batch } from './batch.ts';
import { openTable, type TableFile } from '#platform/table/reader.ts';

const BATCH = 250;

export type Progress = (doneRows: number, counts: Counts) => void;
type Options = {
  readonly run: string;
  readonly file: TableFile;
  readonly most?: number;
  readonly progress?: Progress;
};

/**
 * Goes on with an import from where it stands, a batch for each transaction, until the table ends or `most` rows are
 * done; returns how many rows it did. Rows that an earlier run has done are read again only for their ids. Stops
 * without harm when another process goes on with the same import.
 */
export async function goOnImporting(
  platform: Platform,
  street: string,
  { run, file, most = Infinity, progress }: Options,
): Promise<number> {
  const enter = <T>(act: (work: Work) => Promise<T>) =>
    withWork(platform, { service: 'system', street }, platform.clock(), 'write', act);
  const { done_rows: before, mapping, dry } = await enter((work) => findRun(work, run));
  const batch = await enter((work) => batchOf(work, run, fromJson<Mapping>(mapping), dry));
  const { rows } = await openTable(file);
  let done = 0;
  let lookAt = BATCH;
  let waiting: TableRow[] = [];
  const flush = async (): Promise<boolean> => {
    if (waiting.length === 0) return true;
    const counts = await enter(async (work) =>
      (await lockRun(work, run, before + done)) === undefined
        ? null
        : importBatch(work, waiting, { ...batch, reading: { ...batch.reading, now: work.now } }),
    );
    if (counts === null) return false;
    done += waiting.length;
    waiting = [];
    if (done >= lookAt) {
      lookAt = done * 4;
      await enter(lookAtSizes);
    }
    progress?.(before + done, counts);
    return done < most;
  };
  let passed = 0;
  for await (const row of rows) {
    if ((passed += 1) <= before) readRow(row, batch.reading);
    else if (waiting.push(row) >= BATCH && !(await flush())) return done;
  }
  if (await flush()) await enter((work) => saveRunState(work, run, { state: 'done' }));
  return done;
}

async function batchOf(work: Work, run: string, mapping: Mapping, dry: boolean): Promise<Batch> {
  const list = await listInForce(work);
  const from = mapping.crs ?? 'WGS84';
  const reading: Reading = {
    mapping,
    list,
    now: work.now,
    seen: new Map(),
    locate: await locator(work),
    toWgs84: (lng, lat) => (from === 'WGS84' ? [lng, lat] : convert([lng, lat], from, 'WGS84')),
  };
  return { system: mapping.system, run, list, reading, dry };
}
