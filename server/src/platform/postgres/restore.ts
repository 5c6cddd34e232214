import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { basesOf, copyFiles, filesIn, walIn, type Base } from './backup.ts';
import { startEmbedded, type Embedded } from './embedded.ts';
import { restoreCommand } from './wal.ts';

/** What keeps a backup from being restored; each is said to the operator in plain words. */
export type Hindrance = 'occupied' | 'no_base' | 'not_reached';

export class CannotRestore extends Error {
  readonly why: Hindrance;
  constructor(why: Hindrance) {
    super(why);
    this.why = why;
  }
}

type Wanted = {
  readonly backups: string;
  /** The moment to go back to; the newest there is when null. */
  readonly to: Date | null;
  readonly into: string;
  /** What has to happen to the database before anybody may open it; `url` is its owner's. */
  readonly before: (dataDir: string, url: string) => Promise<void>;
};

/**
 * Puts a backup into an empty data folder: the last base before the moment, then the log up to it. All of it grows in a
 * folder of its own and takes its place only when `before` is done, so a cut on the way leaves nothing that looks whole.
 */
export async function restore({ backups, to, into, before }: Wanted): Promise<Base> {
  const growing = join(into, 'restoring');
  const places = ['cluster-18', 'password', 'files'] as const;
  if (places.some((name) => existsSync(join(into, name)))) throw new CannotRestore('occupied');
  const fitting = (await basesOf(backups)).filter(({ until }) => to === null || new Date(until) <= to);
  const base = fitting.at(-1);
  if (base === undefined) throw new CannotRestore('no_base');
  await rm(growing, { recursive: true, force: true });
  await mkdir(growing, { recursive: true, mode: 0o700 });
  for (const name of ['cluster-18', 'password'])
    await cp(join(base.folder, name), join(growing, name), { recursive: true });
  await copyFiles(filesIn(backups), filesIn(growing));
  const { url, stop } = await recover(growing, backups, to);
  try {
    await before(growing, url);
  } finally {
    await stop();
  }
  for (const name of await readdir(growing)) await rename(join(growing, name), join(into, name));
  await rm(growing, { recursive: true });
  return base;
}

/** Lets PostgreSQL replay the log up to the moment; it answers when it has reached it and begun a time line of its own. */
async function recover(dataDir: string, backups: string, to: Date | null): Promise<Embedded> {
  await writeFile(join(dataDir, 'cluster-18', 'recovery.signal'), '', { mode: 0o600 });
  const target = to === null ? {} : { recovery_target_time: momentOf(to), recovery_target_action: 'promote' };
  try {
    return await startEmbedded({
      dataDir,
      // Without readers on the way, "ready" is said only when the whole log has been replayed.
      recovery: { restore_command: restoreCommand(walIn(backups)), hot_standby: 'off', ...target },
    });
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    throw /before configured recovery target was reached/.test(said)
      ? new CannotRestore('not_reached')
      : error;
  }
}

/** As PostgreSQL reads it in a setting, where it knows no Z. */
const momentOf = (moment: Date) => moment.toISOString().replace('T', ' ').replace('Z', '+00');
