import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { guard } from './guard.ts';

/** The random password of a data directory, made at first use and readable by its owner only. */
export function password(dataDir: string): string {
  const file = join(dataDir, 'password');
  if (!existsSync(file)) {
    const fresh = `${file}.new`;
    writeFileSync(fresh, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
    renameSync(fresh, file);
  }
  return readFileSync(file, 'utf8');
}

/**
 * Makes the cluster unless it is there. It grows under another name and gets its own when complete, so a crash on the
 * way leaves nothing that looks finished.
 */
export function ensureCluster(folder: string, dataDir: string, throwaway: boolean): string {
  const cluster = join(dataDir, 'cluster-18');
  if (existsSync(cluster)) return cluster;
  const secret = password(dataDir);
  const growing = `${cluster}.new`;
  rmSync(growing, { recursive: true, force: true });
  mkdirSync(growing, { mode: 0o700 });
  const as = guard(join(folder, 'bin', 'postgres'), growing);
  const sync = throwaway ? ['--no-sync'] : [];
  run([...as, join(folder, 'bin', 'initdb'), '-D', growing, ...shape(dataDir), ...sync], growing);
  const owner = `create role fengqiao login createrole createdb password '${secret}';\n`;
  const database = 'create database fengqiao owner fengqiao;\n';
  const fast = throwaway ? ['-c', 'fsync=off'] : [];
  const alone = ['--single', '-D', growing, '-c', 'exit_on_error=on', ...fast, 'postgres'];
  run([...as, join(folder, 'bin', 'postgres'), ...alone], growing, owner + database);
  renameSync(growing, cluster);
  return cluster;
}

function run(words: string[], cwd: string, input = ''): void {
  const [command = '', ...args] = words;
  const done = spawnSync(command, args, { encoding: 'utf8', cwd, input });
  if (done.status === 0) return;
  throw new Error(
    `PostgreSQL could not make its data folder: ${done.error?.message ?? ''}${done.stdout}${done.stderr}`,
  );
}

/** Sorting by code point is the same on every machine; the character classes must know Chinese, or pg_trgm drops it. */
function shape(dataDir: string): string[] {
  const classes = { darwin: ['--lc-ctype=en_US.UTF-8'], win32: [] as string[] }[
    process.platform as 'darwin' | 'win32'
  ];
  return [
    '--username=postgres',
    `--pwfile=${join(dataDir, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(classes ?? ['--lc-ctype=C.UTF-8']),
  ];
}
