import { randomBytes } from 'node:crypto';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const pathOf = (dataDir: string, name: string) => join(dataDir, 'files', name.slice(0, 2), name);

/** The place of some content, by its hash; `thumb` is the small picture beside it. */
export const placeOf = (dataDir: string, sha256: string, size: 'whole' | 'thumb' = 'whole'): string =>
  pathOf(dataDir, size === 'thumb' ? `${sha256}.thumb` : sha256);

/** Writes content so that it is whole or not there, also when the machine stops meanwhile. */
export async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  if (await exists(path)) return;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    // Half of it would take the room that others need.
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

/**
 * Keeps content, beside the backups too when they have a place, since the database can be restored to a moment after the
 * last whole backup. A full or absent backup disk stops nobody's report: the next whole backup brings it over.
 */
export async function keepContent(
  { dataDir, backupDir }: { dataDir: string; backupDir: string | null },
  sha256: string,
  { content, thumb = null }: { content: Buffer; thumb?: Buffer | null },
): Promise<void> {
  const write = async (folder: string) => {
    await writeDurably(placeOf(folder, sha256), content);
    if (thumb !== null) await writeDurably(placeOf(folder, sha256, 'thumb'), thumb);
  };
  await write(dataDir);
  if (backupDir !== null) await write(backupDir).catch(() => undefined);
}

export async function removeContent(dataDir: string, sha256: string): Promise<void> {
  await rm(placeOf(dataDir, sha256), { force: true });
  await rm(placeOf(dataDir, sha256, 'thumb'), { force: true });
}

/** The new name itself must reach the disk; Windows has no such act and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
