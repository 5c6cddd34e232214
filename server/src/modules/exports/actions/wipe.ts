import { removeContent } from '#platform/files/disk.ts';
import { holdContent } from '#platform/files/store.ts';
import type { Erased } from '#platform/room.ts';
import type { Work } from '#platform/work.ts';
import { dueExports, exportsById, saveProgress, type ExportRow } from '../store/export.ts';
import { dropPages } from '../store/page.ts';
import { dropPrintsOf, exportsHolding } from '../store/print.ts';

const BATCH = 50;

/** Destroys the file; what stays is who took what, when and for what, and the prints by which a leak is traced. */
export async function wipe(work: Work, { id, sha256 }: ExportRow, why: string): Promise<void> {
  await saveProgress(work, id, { state: 'wiped', wipedAt: work.now, wipedWhy: why });
  await work.announce('export.wiped', id, {});
  if (sha256 === null) return;
  await holdContent(work, sha256);
  await removeContent(work.settings.dataDir, sha256);
}

/** Files whose term is over go, whether they were taken or not. */
export async function wipeDue(work: Work): Promise<number> {
  const due = await dueExports(work, BATCH);
  for (const row of due) await wipe(work, row, 'term');
  return due.length;
}

/** Whoever is erased is erased in every list that still lies here: a file cannot lose one line, so it goes whole. */
export async function eraseFromExports(work: Work, { person, account, contacts }: Erased): Promise<void> {
  const subjects = [person, account, ...contacts].filter((one) => one !== null);
  for (const row of await exportsById(work, await exportsHolding(work, subjects)))
    if (row.state === 'ready') await wipe(work, row, 'erased');
    else {
      await dropPages(work, row.id);
      await saveProgress(work, row.id, { state: 'failed', failedBy: 'stopped' });
    }
  await dropPrintsOf(work, subjects);
}
