import { isPassing } from '#platform/errors.ts';
import { Refusal, refuse, wordsOf } from '#platform/refusal.ts';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import { nextRun, saveRunState } from '../../store/import-run.ts';
import { goOnImporting } from './go-on.ts';
import { inspectTable } from '#platform/table/reader.ts';
import { keptTable } from '#platform/table/sealed-file.ts';

/** So many rows at a time, so that other errands have their turn. */
const ROWS_AT_ONCE = 5000;

/** Goes on with the oldest import of an uploaded table, after a restart as well; returns how much it did. */
export async function workOffImports(platform: Platform, street: string): Promise<number> {
  const enter = <T>(act: (work: Work) => Promise<T>) =>
    withWork(platform, { service: 'system', street }, platform.clock(), 'write', act);
  const run = await enter(nextRun);
  if (run === undefined) return 0;
  try {
    const file = await inspectTable(keptTable(platform.settings, run.sha256)).catch(() =>
      refuse('platform.table_unreadable'),
    );
    return 1 + (await goOnImporting(platform, street, { run: run.id, file, most: ROWS_AT_ONCE }));
  } catch (error) {
    if (isPassing(error)) throw error;
    await enter((work) => saveRunState(work, run.id, { state: 'failed', ...whyStopped(error) }));
    if (error instanceof Refusal) return 1;
    throw error;
  }
}

/** What stopped an import, in both languages. */
function whyStopped(error: unknown): { zh: string; en: string } {
  if (error instanceof Refusal) return wordsOf(error);
  return {
    zh: '导入意外中断，已导入的行不受影响；请重试，仍失败请联系运维人员。',
    en: 'The import stopped unexpectedly; rows already taken in stay. Try again, and ask the operator if it fails again.',
  };
}
