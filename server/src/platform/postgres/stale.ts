import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const SHARED_MEMORY_LINE = 6;

/**
 * Removes the lock files of a dead server whose number now belongs to somebody else (after a crash, or in a new
 * container): PostgreSQL would take that program for the server and refuse for ever. A server that still lives is
 * waited for, and never robbed of its locks; a number nobody has is left to PostgreSQL's own, deeper check.
 */
export async function clearStale(cluster: string, patienceMs = 20_000): Promise<void> {
  for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
    const file = join(cluster, name);
    for (const until = Date.now() + patienceMs; ; await pause(50)) {
      const lines = linesOf(file);
      const pid = Number(lines[0]);
      if (!Number.isInteger(pid) || pid <= 0 || !exists(pid)) break;
      if (!serves(pid, cluster) && !inUse(lines[SHARED_MEMORY_LINE])) {
        rmSync(file, { force: true });
        break;
      }
      if (Date.now() < until) continue;
      throw new Error(
        `Another process (${pid}) already serves the data in ${cluster}. Stop it, or choose another DATA_DIR.`,
      );
    }
  }
}

/**
 * Ends the workers of a server that was killed alone: one busy with a long query does not notice, and holds the memory
 * the next server needs. Their folder is the cluster; a living server has been ruled out by then.
 */
export function endOrphans(cluster: string): void {
  if (process.platform !== 'linux') return;
  for (const pid of readdirSync('/proc')
    .map(Number)
    .filter((number) => number > 1)) {
    try {
      if (readlinkSync(`/proc/${pid}/cwd`) === cluster) process.kill(pid, 'SIGQUIT');
    } catch {
      // It ended by itself, or is not ours to look at.
    }
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether process `pid` is a PostgreSQL started on this very folder; where that cannot be seen it counts as one. */
function serves(pid: number, cluster: string): boolean {
  if (process.platform === 'win32') return true;
  const words = commandLine(pid);
  return words.includes('postgres') && words.includes(cluster);
}

function commandLine(pid: number): string {
  if (process.platform === 'linux') return linesOf(`/proc/${pid}/cmdline`).join('\n');
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
}

/** Whether any process still holds the memory segment a lock file names ("key id"); only Linux tells. */
function inUse(segment: string | undefined): boolean {
  const id = segment?.trim().split(/\s+/)[1];
  if (id === undefined) return false;
  const rows = linesOf('/proc/sysvipc/shm').map((line) => line.trim().split(/\s+/));
  return rows.some((row) => row[1] === id && Number(row[6]) > 0);
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
