import { isPassing } from '#platform/errors.ts';
import { Refusal, refuse, wordsOf } from '#platform/refusal.ts';
import type { Platform } from '#platform/serve.ts';
import { inspectTable, type TableFile } from '#platform/table/reader.ts';
import { keptTable } from '#platform/table/sealed-file.ts';
import { nextImport, saveImport, type ImportRow } from '../../store/imports.ts';
import { goOnApplying } from './applying.ts';
import { goOnChecking } from './checking.ts';
import { entering, stopped } from './steps.ts';
import { goOnUndoing } from './undoing.ts';

/** So many rows at a time, so that other errands have their turn. */
const ROWS_AT_ONCE = 20_000;

/** Goes on with the oldest import of an uploaded table, after a restart as well; returns how much it did. */
export async function workOffRegistryImports(platform: Platform, street: string): Promise<number> {
  const enter = entering(platform, street);
  const row = await enter(nextImport);
  if (row === undefined) return 0;
  try {
    return 1 + (await goOn(platform, street, row));
  } catch (error) {
    if (isPassing(error)) throw error;
    const why = error instanceof Refusal ? wordsOf(error) : stopped;
    await enter((work) =>
      saveImport(work, row.id, { state: 'failed', error: { zh: why.zh, en: why.en }, endedAt: work.now }),
    );
    if (error instanceof Refusal) return 1;
    throw error;
  }
}

async function goOn(platform: Platform, street: string, { id, state, sha256 }: ImportRow): Promise<number> {
  const step = { id, most: ROWS_AT_ONCE };
  if (state === 'applying') return goOnApplying(platform, street, step);
  if (state === 'undoing') return goOnUndoing(platform, street, step);
  return goOnChecking(platform, street, { ...step, file: await lookedAt(platform, sha256) });
}

const looked = new WeakMap<Platform, TableFile>();

/** What a table is by its content is looked up once, not at every step. */
async function lookedAt(platform: Platform, sha256: string): Promise<TableFile> {
  const known = looked.get(platform);
  if (known?.sha256 === sha256) return known;
  const file = await inspectTable(keptTable(platform.settings, sha256)).catch(() =>
    refuse('platform.table_unreadable'),
  );
  looked.set(platform, file);
  return file;
}
