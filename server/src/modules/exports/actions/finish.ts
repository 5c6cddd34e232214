import { createHash } from 'node:crypto';
import { unitOf } from '#modules/identity';
import { notify } from '#modules/notices';
import { keepContent, removeContent } from '#platform/files/disk.ts';
import { holdContent } from '#platform/files/store.ts';
import { csvOf, xlsxOf } from '#platform/table/make.ts';
import { sealContent } from '#platform/table/sealed-file.ts';
import type { Work } from '#platform/work.ts';
import { MARK_COLUMN, markOf } from '../domain/mark.ts';
import { lockExport, saveProgress, type ExportRow } from '../store/export.ts';
import { dropPages, pagesOf } from '../store/page.ts';
import { localTime } from './local-time.ts';

const HOUR = 3_600_000;

/** Makes the file of all its pages, marked, sealed and with a term, and tells whoever asked. */
export async function finish(work: Work, id: string): Promise<void> {
  const row = await lockExport(work, id);
  if (row.state !== 'making' || !row.complete) return;
  const bytes = await fileOf(work, row);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await holdContent(work, sha256);
  // Not beside the backups: a file with a term must not outlive it there.
  await keepContent({ dataDir: work.settings.dataDir, backupDir: null }, sha256, {
    content: sealContent(work.vault.contentSeal(sha256), sha256, bytes),
  });
  try {
    await dropPages(work, id);
    const expiresAt = new Date(work.now.getTime() + work.settings.exportHours * HOUR);
    await saveProgress(work, id, {
      state: 'ready',
      sha256,
      bytes: bytes.length,
      readyAt: work.now,
      expiresAt,
    });
    await work.announce('export.ready', id, { rows: row.rows });
    await notify(work, {
      to: { account: row.requestedBy },
      kind: 'export.ready',
      zh: `导出 ${row.no} 已生成，共 ${row.rows} 行，${localTime(work, expiresAt)} 前可下载`,
      en: `Export ${row.no} is ready with ${row.rows} rows, to be taken before ${localTime(work, expiresAt)}`,
    });
  } catch (error) {
    await removeContent(work.settings.dataDir, sha256);
    throw error;
  }
}

async function fileOf(work: Work, row: ExportRow): Promise<Buffer> {
  const { no, fields, requestedName: name, source, purpose } = row;
  const unit = (await unitOf(work, row.unit))?.name.zh ?? row.unit;
  const at = localTime(work, work.now);
  const mark = markOf({ no, name, unit, at, purpose: source === 'resource' ? 'share' : purpose });
  const table = {
    mark,
    no,
    by: `${unit} ${name}`,
    at: work.now,
    header: [...fields.map(({ zh }) => zh), MARK_COLUMN],
    rows: (await pagesOf(work, row.id)).map((cells) => [...cells, no]),
  };
  return row.format === 'csv' ? csvOf(table) : xlsxOf(table);
}
