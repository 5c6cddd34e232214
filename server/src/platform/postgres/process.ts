import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasNoRoom } from '../errors.ts';
import { freeOn } from '../space.ts';
import { guard } from './guard.ts';
import { clearStale, endOrphans } from './stale.ts';

/** `child` is absent where PostgreSQL's own control program stands between. */
type Running = { readonly child?: ChildProcess; stop(): Promise<void> };

export type Server = { stop(): Promise<void> };

const LOG_LIMIT = 10_000_000;
const RETRY = 500;
/** Two pieces of the log (16 MB each) and what recovery writes beside them. */
const ROOM_TO_START = 48_000_000;
const WAITS = `内置数据库因磁盘已满而停止：空出后自动恢复，无需重启。
  The embedded database stopped because the disk is full: it comes back by itself once there is room.`;
const STILL_THERE = 'pre-existing shared memory block';

/**
 * Runs PostgreSQL on the cluster until told to stop: one that is killed (by the system, for memory) or that gave up on a
 * full disk is started again.
 */
export async function startServer(
  folder: string,
  cluster: string,
  options: Record<string, string | number>,
): Promise<Server> {
  const start = () => startOnce(folder, cluster, options);
  let running = start().catch(async (error: unknown) => {
    throw (await lacksRoom(cluster, error)) ? noRoom(error) : error;
  });
  const stopping = new AbortController();
  const watch = ({ child }: Running): void => {
    child?.once('exit', () => {
      if (stopping.signal.aborted) return;
      running = startAgain(cluster, start, stopping.signal);
      running.then(watch, (error: unknown) => {
        if (stopping.signal.aborted) return;
        console.error(error);
        process.kill(process.pid, 'SIGTERM');
      });
    });
  };
  watch(await running);
  return {
    stop: async () => {
      stopping.abort();
      await (await running.catch(() => null))?.stop();
    },
  };
}

/** A log that cannot grow stops PostgreSQL, and so does its next start: it is tried again for as long as there is no room. */
async function startAgain(
  cluster: string,
  start: () => Promise<Running>,
  signal: AbortSignal,
): Promise<Running> {
  for (let told = false; ; told = true) {
    try {
      await clearStale(cluster);
      return await start();
    } catch (error) {
      if (signal.aborted || !(await lacksRoom(cluster, error))) throw error;
    }
    if (!told) console.error(WAITS);
    do await pause(RETRY, undefined, { signal });
    while ((await roomFor(cluster)) < ROOM_TO_START);
  }
}

/** Its own words may be missing, since they had no room either. */
const lacksRoom = async (cluster: string, error: unknown): Promise<boolean> =>
  hasNoRoom(error) || (await roomFor(cluster)) < ROOM_TO_START;

const roomFor = (cluster: string): Promise<number> => freeOn(cluster).catch(() => Infinity);

const noRoom = (cause: unknown) =>
  Object.assign(new Error('PostgreSQL did not start: no space left on device', { cause }), {
    code: 'ENOSPC',
  });

/** Starts PostgreSQL and returns when it answers; its own words go to postgres.log beside the cluster. */
async function startOnce(
  folder: string,
  cluster: string,
  options: Record<string, string | number>,
): Promise<Running> {
  const log = join(cluster, '..', 'postgres.log');
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) renameSync(log, `${log}.1`);
  const given = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  if (process.platform === 'win32') return startOnWindows(folder, cluster, given, log);
  const postgres = join(folder, 'bin', 'postgres');
  const [command = '', ...args] = [...guard(postgres, cluster), postgres, '-D', cluster, ...given];
  for (let left = 40; ; left -= 1) {
    const from = existsSync(log) ? statSync(log).size : 0;
    const out = openSync(log, 'a', 0o600);
    // A session of its own: the terminal's interrupt goes to the application, which then stops the database in order.
    const child = spawn(command, args, { cwd: cluster, stdio: ['ignore', out, out], detached: true });
    closeSync(out);
    child.unref();
    if (await answers(child, cluster)) return { child, stop: () => stop(child) };
    const words = readFileSync(log).subarray(from).toString();
    if (left === 0 || !words.includes(STILL_THERE)) throw new Error(`PostgreSQL did not start:\n${words}`);
    endOrphans(cluster);
    await pause(250);
  }
}

/** True when the server takes connections, false when it ended instead; recovery after a crash takes what it takes. */
async function answers(child: ChildProcess, cluster: string): Promise<boolean> {
  let failed = false;
  child.once('error', () => (failed = true));
  for (; !failed && child.exitCode === null && child.signalCode === null; await pause(10)) {
    const file = join(cluster, 'postmaster.pid');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return true;
  }
  return false;
}

/** Fast shutdown: open transactions are rolled back, everything committed is written. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.ref();
  child.kill('SIGINT');
  const late = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await ended;
  clearTimeout(late);
}

/** pg_ctl gives up an administrator's rights, which PostgreSQL insists on. */
function startOnWindows(folder: string, cluster: string, given: string[], log: string): Running {
  const control = (...words: string[]): void => {
    const done = spawnSync(join(folder, 'bin', 'pg_ctl.exe'), ['-D', cluster, '-w', ...words], {
      stdio: 'ignore',
    });
    if (done.status !== 0) throw new Error(`PostgreSQL did not obey "${words[0] ?? ''}"; see ${log}`);
  };
  control('start', '-l', log, '-o', given.map((word) => `"${word}"`).join(' '));
  return { stop: () => Promise.resolve(control('stop', '-m', 'fast')) };
}
