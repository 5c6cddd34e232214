// What every step of the launcher stands on: where the project is, how to say something, how to be alone.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const cache = join(root, '.cache');

/** Progress goes to stderr: the output of the script that runs next belongs to whoever asked for it. */
export function say(text) {
  process.stderr.write(`fengqiao: ${text}\n`);
}

/** Runs a step and stays silent unless it fails; then its whole output is shown. */
export function run(command, args, options, what) {
  const started = Date.now();
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 27, ...options });
  if (done.error) throw new Error(`${what}: ${done.error.message}`);
  if (done.status !== 0)
    throw new Error(`${what} failed (${done.signal ?? done.status}):\n${done.stdout}${done.stderr}`);
  say(`${what} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

/** Fingerprint of files and folders, by path and content. */
export function fingerprint(paths, skip = () => false) {
  const hash = createHash('sha256');
  const add = (path) => {
    let names;
    try {
      names = readdirSync(path).sort();
    } catch (error) {
      if (error.code === 'ENOENT') return;
      if (error.code !== 'ENOTDIR') throw error;
      hash
        .update(`${relative(root, path)}\0`)
        .update(readFileSync(path))
        .update('\0');
      return;
    }
    for (const name of names) if (!skip(name)) add(join(path, name));
  };
  paths.forEach(add);
  return hash.digest('hex');
}

export function readOr(path, otherwise) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}

/** Runs `work` while no other launcher of this project installs or builds; a dead holder is passed over. */
export async function alone(work) {
  mkdirSync(cache, { recursive: true });
  const lock = join(cache, 'bootstrap.pid');
  for (let told = false; ;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(readOr(lock, '')) || 0;
    if (holder === 0 || !isAlive(holder)) {
      // An empty file may be one being written this moment: it gets a breath before it counts as left behind.
      await pause(300);
      if ((Number(readOr(lock, '')) || 0) === holder) rmSync(lock, { force: true });
      continue;
    }
    if (!told) say(`waiting for the set-up another process is doing (${holder})`);
    told = true;
    await pause(500);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
