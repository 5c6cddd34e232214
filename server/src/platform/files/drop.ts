import type { Work } from '../work.ts';
import { removeContent } from './disk.ts';
import { holdContent } from './store.ts';

/** Removes files; the content goes from the disk with the last row that has it. Served by file_sha256_idx. */
export async function dropFiles(
  work: Work,
  files: readonly { readonly id: string; readonly sha256: string }[],
  dataDir: string = work.settings.dataDir,
): Promise<void> {
  for (const sha256 of files.map((file) => file.sha256).toSorted()) await holdContent(work, sha256);
  for (const { id, sha256 } of files) {
    await work.db
      .deleteFrom('platform.file')
      .where('street', '=', work.street)
      .where('id', '=', id)
      .execute();
    const others = await work.db
      .selectFrom('platform.file')
      .select('id')
      .where('sha256', '=', sha256)
      .limit(1)
      .executeTakeFirst();
    if (others === undefined) await removeContent(dataDir, sha256);
  }
}
