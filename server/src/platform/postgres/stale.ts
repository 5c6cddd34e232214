import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Clears a postmaster.pid whose number now belongs to somebody else (after a crash, or in a new container), which would
 * block PostgreSQL for ever, and waits for our own former server while it is still shutting down.
 */
export async function clearStale(cluster: string, patienceMs = 20_000): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  for (const until = Date.now() + patienceMs; ; await pause(50)) {
    const pid = Number(firstLine(file));
    if (!Number.isInteger(pid) || pid <= 0) return;
    if (!serves(pid, cluster)) return rmSync(file, { force: true });
    if (Date.now() < until) continue;
    throw new Error(
      `Another process (${pid}) already serves the data in ${cluster}. Stop it, or choose another DATA_DIR.`,
    );
  }
}

/** Whether process `pid` is a PostgreSQL started on this very folder. */
function serves(pid: number, cluster: string): boolean {
  if (process.platform === 'win32') return false;
  const words = commandLine(pid);
  return words.includes('postgres') && words.includes(cluster);
}

function commandLine(pid: number): string {
  if (process.platform !== 'linux') return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function firstLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split('\n', 1)[0] ?? '';
  } catch {
    return '';
  }
}
