import { spawn, type ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Role } from '@fengqiao/contract/roles.ts';
import { rooms } from '../server/src/app.ts';
import { seedList } from '../server/src/modules/cases/index.ts';
import { readSettings } from '../server/src/platform/config.ts';
import { migrate } from '../server/src/platform/migrate.ts';
import { buildPlatform } from '../server/src/platform/platform.ts';
import { startEmbedded } from '../server/src/platform/postgres/embedded.ts';
import { createStreet } from '../server/src/platform/street.ts';
import { withWork } from '../server/src/platform/work.ts';
import { laySquares } from '../server/test/ground.ts';
import { layUnits, makePerson, type TestPerson } from '../server/test/people.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Where experiments keep what they make; it may be thrown away. */
export const cache = join(root, '.cache', 'trust');
const STREET = 'tingfeng';
const PATIENCE = 60_000;

/** A deployment on disk, with the people asked for; its server can be started, killed and started again. */
export type Home = { readonly folder: string; readonly port: number; readonly people: readonly TestPerson[] };

/** Makes a deployment as an operator would have it: durable database, small street, model list, one session each. */
export async function makeHome(roles: readonly (Role | 'resident')[]): Promise<Home> {
  mkdirSync(cache, { recursive: true });
  const folder = realpathSync(mkdtempSync(join(cache, 'home-')));
  const { url, stop } = await startEmbedded({ dataDir: folder });
  try {
    await migrate(url);
    const settings = readSettings({
      DATA_DIR: folder,
      DEMO: 'off',
      LOG_LEVEL: 'silent',
      DEFAULT_STREET: STREET,
    });
    const platform = await buildPlatform({ settings, url, rooms });
    const now = new Date();
    await createStreet(platform.db, {
      id: STREET,
      nameZh: '听枫街道',
      nameEn: 'Tingfeng',
      prefix: 'TF',
      now,
    });
    const people = await withWork(
      platform,
      { service: 'system', street: STREET },
      now,
      'write',
      async (work) => {
        await layUnits(work);
        await laySquares(work);
        await seedList(work, new Date('2026-01-01T00:00:00Z'));
        const made: TestPerson[] = [];
        for (const [n, role] of roles.entries()) made.push(await makePerson(work, role, undefined, n));
        return made;
      },
    );
    await platform.close();
    return { folder, port: await freePort(), people };
  } finally {
    await stop();
  }
}

export const dropHome = ({ folder }: Home): void => rmSync(folder, { recursive: true, force: true });

type How = {
  /** Where all it says goes. */
  readonly log?: string;
  readonly more?: Record<string, string>;
  /** Words before the command, for a server that is to live in a namespace of its own. */
  readonly within?: readonly string[];
  /** Only the web server, or only the clocks; both in one process unless told. */
  readonly part?: 'web' | 'clocks' | undefined;
};

/** Starts the real server on a deployment and returns once it says that it is well. */
export async function startServer(
  { folder, port }: Home,
  { log, more = {}, within = [], part }: How = {},
): Promise<ChildProcess> {
  const env = {
    ...process.env,
    DATA_DIR: folder,
    PORT: String(port),
    DEMO: 'off',
    LOG_LEVEL: log === undefined ? 'error' : 'trace',
    DEFAULT_STREET: STREET,
    RATE_LIMIT: '10000000',
    ...more,
  };
  const only = part === undefined ? [] : [`--${part}`];
  const [command, ...args] = [...within, process.execPath, join(root, 'server', 'src', 'main.ts'), 'serve'];
  const child = spawn(command, [...args, ...only], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-4000);
      if (log !== undefined) appendFileSync(log, text);
    });
  for (const until = Date.now() + PATIENCE; Date.now() < until; await wait(40)) {
    if (child.exitCode !== null) break;
    if (part === 'clocks' ? words.includes('clocks are running') : await isWell(port)) return child;
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start:\n${words}`);
}

const isWell = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/api/health`).then(
    (reply) => reply.ok,
    () => false,
  );

export async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Kills a server and nothing else, without a chance to say anything. */
export async function killServer(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** Kills the server and every process of its database, without a chance to say anything. */
export async function killEverything(child: ChildProcess, { folder }: Home): Promise<number> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const victims = [...databaseOf(folder), ...(child.pid === undefined ? [] : [child.pid])];
  for (const pid of victims) kill(pid);
  await ended;
  return victims.length;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended together with another one.
  }
}

/** A database process works in its cluster's folder. */
function databaseOf(folder: string): number[] {
  const cluster = join(folder, 'cluster-18');
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 1 && cwdOf(pid) === cluster);
}

function cwdOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() =>
        typeof at === 'object' && at !== null ? found(at.port) : failed(new Error('no free port')),
      );
    });
  });
}
