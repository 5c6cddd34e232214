// npm and the shell between it and us do not pass SIGTERM on: when one of them is gone, nobody else will say it.
// A script started in the background from a shell of its own (no npm) is meant to outlive that shell.
import { readFileSync } from 'node:fs';

const parent = process.ppid;
const watched =
  process.env.npm_lifecycle_event !== undefined || process.env.FENGQIAO_LAUNCHER === String(parent);

if (watched && parent > 1 && process.platform !== 'win32') {
  const npm = npmAbove(parent);
  const watch = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || parentOf(parent) === npm)) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

/** The npm that started the shell `pid`, where the system tells (Linux): the shell itself would outlive it. */
function npmAbove(pid) {
  const above = parentOf(pid);
  return above !== undefined && /^npm\b|npm-cli/.test(readOr(`/proc/${above}/cmdline`)) ? above : undefined;
}

function parentOf(pid) {
  const found = /^PPid:\s+(\d+)$/m.exec(readOr(`/proc/${pid}/status`));
  return found ? Number(found[1]) : undefined;
}

function readOr(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
