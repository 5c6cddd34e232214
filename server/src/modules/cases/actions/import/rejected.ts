import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { findRun, rejections } from '../../store/import-run.ts';
import { inspectTable, type TableFile } from '#platform/table/reader.ts';
import { keptTable } from '#platform/table/sealed-file.ts';
import { rowsWithReasons } from '#platform/table/write.ts';

type Reasons = ReadonlyMap<number, { readonly zh: string; readonly en: string }>;

/** What the rejected rows of an uploaded table were rejected for, and the table itself. */
export async function rejectedOf(
  work: Work,
  id: string,
): Promise<{ file: TableFile; reasons: Reasons; name: string }> {
  const run = await findRun(work, id);
  if (run.file === null) refuse('platform.not_found');
  return {
    file: await inspectTable(keptTable(work.settings, run.sha256)),
    reasons: await rejections(work, id),
    name: run.file_name,
  };
}

/** The rejected rows as CSV with all their columns, and where and why they were rejected in three more that an import passes over. */
export const rejectedCsv = (file: TableFile, reasons: Reasons): AsyncGenerator<string> =>
  rowsWithReasons(file, reasons, ['行号 row', '未导入原因', 'why rejected']);
