import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import pg from 'pg';
import { fromJson } from '../json.ts';

/** What a base backup says of itself. A moment from `until` on can be restored with it and the log that followed. */
export type Manifest = {
  readonly format: 1;
  readonly from: string;
  readonly until: string;
  /** Uploads that were there, by their names under `files`. */
  readonly files: readonly string[];
};
export type Base = Manifest & { readonly folder: string };

/** Folders whose content PostgreSQL makes anew, and the log, of which only what is needed is taken. */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);
const skipped = /^(postmaster\.(pid|opts)|\.s\.PGSQL\..*|pgsql_tmp.*|pg_internal\.init.*)$/;
const segment = /^[0-9A-F]{24}$/;

const basesIn = (backups: string) => join(backups, 'base');
export const walIn = (backups: string): string => join(backups, 'wal');
export const filesIn = (folder: string): string => join(folder, 'files');

/**
 * Copies the running embedded database and the uploads into `backups`, whole or not at all; keys stay behind. `url` is
 * that of its owner. Uploads are named by their content, so each lies there once for all backups.
 */
export async function backUp(dataDir: string, url: string, backups: string): Promise<Base> {
  const client = new pg.Client({ connectionString: superuser(url) });
  await client.connect();
  const from = new Date().toISOString();
  const folder = join(basesIn(backups), from.replaceAll(/[-:]|\.\d+/g, ''));
  const growing = `${folder}.part`;
  try {
    await mkdir(growing, { recursive: true, mode: 0o700 });
    const until = await copyDatabase(client, join(dataDir, 'cluster-18'), join(growing, 'cluster-18'));
    await copyFile(join(dataDir, 'password'), join(growing, 'password'));
    const files = await copyFiles(filesIn(dataDir), filesIn(backups));
    const manifest: Manifest = { format: 1, from, until, files };
    await writeFile(join(growing, 'manifest.json'), JSON.stringify(manifest), { mode: 0o600, flush: true });
    await rename(growing, folder);
    return { ...manifest, folder };
  } catch (error) {
    await rm(growing, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/** Complete base backups, oldest first. */
export async function basesOf(backups: string): Promise<Base[]> {
  const names = await readdir(basesIn(backups)).catch((): string[] => []);
  const whole = names.filter((name) => !name.endsWith('.part')).sort();
  return Promise.all(
    whole.map(async (name) => {
      const folder = join(basesIn(backups), name);
      const manifest = fromJson<Manifest>(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
      return { ...manifest, folder };
    }),
  );
}

/** Removes all but the newest base backups, with the log and the uploads only they needed; returns how many went. */
export async function prune(backups: string, keep: number): Promise<number> {
  const bases = await basesOf(backups);
  const kept = bases.slice(-keep);
  const gone = bases.slice(0, -keep);
  for (const { folder } of gone) await rm(folder, { recursive: true });
  const [oldest] = kept;
  if (gone.length === 0 || oldest === undefined) return 0;
  const [first = ''] = (await segmentsOf(join(oldest.folder, 'cluster-18', 'pg_wal'))).sort();
  for (const name of await readdir(walIn(backups)).catch((): string[] => []))
    if (segment.test(name.slice(0, 24)) && name.slice(8, 24) < first.slice(8))
      await rm(join(walIn(backups), name));
  const named = new Set(kept.flatMap(({ files }) => files));
  for (const name of await allFiles(filesIn(backups)))
    if (!named.has(name)) await rm(join(filesIn(backups), name));
  return gone.length;
}

/** The superuser of the embedded database has the same password as its owner; only it may begin a backup. */
function superuser(url: string): string {
  const as = new URL(url);
  as.username = 'postgres';
  as.pathname = '/postgres';
  return as.href;
}

/** Returns the first moment the copy can be restored to. The slot keeps PostgreSQL from reusing the log meanwhile. */
async function copyDatabase(client: pg.Client, cluster: string, to: string): Promise<string> {
  const slot = `fengqiao_backup_${process.pid}`;
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot]);
  const first = await textOf(client, "select pg_walfile_name(pg_backup_start('fengqiao', true)) as text");
  await copyFolder(cluster, to);
  const { rows } = await client.query<{ last: string; label: string; map: string; at: Date }>(
    `select pg_walfile_name(lsn) as last, labelfile as label, spcmapfile as map, clock_timestamp() as at
       from pg_backup_stop(wait_for_archive := false)`,
  );
  const [done] = rows;
  if (done === undefined) throw new Error('PostgreSQL did not end the backup');
  await writeFile(join(to, 'backup_label'), done.label, { mode: 0o600 });
  if (done.map.trim() !== '')
    throw new Error('A database spread over several disks is not backed up by this command');
  const needed = (await segmentsOf(join(cluster, 'pg_wal'))).filter(
    (name) => name >= first && name <= done.last,
  );
  for (const name of needed) await copyFile(join(cluster, 'pg_wal', name), join(to, 'pg_wal', name));
  return done.at.toISOString();
}

async function textOf(client: pg.Client, statement: string): Promise<string> {
  const { rows } = await client.query<{ text: string }>(statement);
  return rows[0]?.text ?? '';
}

const segmentsOf = async (folder: string) => (await readdir(folder)).filter((name) => segment.test(name));

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (skipped.test(entry.name)) continue;
    if (entry.isDirectory() && emptied.has(entry.name)) await empty(source, target);
    else if (entry.isDirectory()) await copyFolder(source, target);
    else if (entry.isFile()) await copyFile(source, target, constants.COPYFILE_FICLONE).catch(gone);
  }
}

/** The folder and those in it without what they hold, such as pg_wal/archive_status. */
async function empty(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true }))
    if (entry.isDirectory() && from.endsWith('pg_wal')) await mkdir(join(to, entry.name), { mode: 0o700 });
}

/** A table dropped while it was copied: the log tells of it too. */
function gone(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
  throw error;
}

/** Brings over the uploads that are not there yet; returns the names of all. */
export async function copyFiles(from: string, to: string, names?: readonly string[]): Promise<string[]> {
  const all = names === undefined ? await allFiles(from) : [...names];
  for (const name of all) {
    const target = join(to, name);
    if ((await stat(target).catch(() => null)) !== null) continue;
    await mkdir(join(target, '..'), { recursive: true, mode: 0o700 });
    await copyFile(join(from, name), `${target}.part`).then(() => rename(`${target}.part`, target), gone);
  }
  return all;
}

async function allFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !/\.(part|new)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
