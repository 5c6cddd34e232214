import { exportSources } from '@fengqiao/contract/exports.ts';
import { refuse } from '#platform/refusal.ts';
import { keptTable, type TableSource } from '#platform/table/sealed-file.ts';
import type { Work } from '#platform/work.ts';
import { take } from '../domain/export.ts';
import { lockExport, saveExport } from '../store/export.ts';
import { insertTaken } from '../store/page.ts';
import { demandProved } from './proved.ts';
import { byOf } from './view.ts';

export type Taken = { readonly source: TableSource; readonly name: string; readonly media: string };

const media = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Counts and writes down that the file was taken, and opens it. */
export async function takeFile(work: Work, id: string): Promise<Taken> {
  const row = await lockExport(work, id);
  const taken = take(row, byOf(work), work.now);
  if (row.grade >= 3) demandProved(work);
  await saveExport(work, taken);
  await insertTaken(work, id);
  await work.announce('export.taken', id, { times: taken.downloads });
  return {
    source: keptTable(work.settings, row.sha256 ?? refuse('exports.not_ready')),
    name: `${row.no}-${exportSources[row.source].zh}.${row.format}`,
    media: media[row.format],
  };
}
