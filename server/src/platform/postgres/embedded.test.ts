import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { startEmbedded } from './embedded.ts';
import { clearStale } from './stale.ts';

const root = mkdtempSync(join(tmpdir(), '枫桥 pg-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A data directory of its own, copied from one that was set up and stopped in order. */
async function prepared(name: string): Promise<string> {
  const [seed, dataDir] = [join(root, 'seed'), join(root, name)];
  if (!existsSync(seed)) await (await startEmbedded({ dataDir: seed })).stop();
  cpSync(seed, dataDir, { recursive: true });
  return dataDir;
}

async function ask<Row>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** A process of its own that runs the server and commits numbers, saying each one only after its commit. */
async function writer(dataDir: string): Promise<{ child: ChildProcess; said: number[]; server: number }> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)};
    import pg from ${JSON.stringify(import.meta.resolve('pg'))};
    const { url } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('create table if not exists fact (n int primary key)');
    for (let n = 1; ; n += 1) { await client.query('insert into fact values ($1)', [n]); console.log(n); }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: number[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => said.push(Number(line)));
  while (said.length < 200) await pause(5);
  return { child, said, server: serverOf(dataDir) };
}

const serverOf = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'cluster-18', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function gone(pid: number): Promise<void> {
  while (existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '')
    await pause(10);
}

/** The server's other processes, which take a moment longer than the one that was killed. */
function workersOf(pid: number): number[] {
  const found = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return found
    .split('\n')
    .map(Number)
    .filter((worker) => worker > 0);
}

test.skipIf(process.platform !== 'linux')(
  'no server outlives an application that is killed, and what was committed is kept',
  async () => {
    const dataDir = await prepared('one');
    const { child, said, server } = await writer(dataDir);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await gone(server);
    const again = await startEmbedded({ dataDir });
    const kept = await ask<{ n: number }>(again.url, 'select n from fact order by n');
    expect(kept.length).toBeGreaterThanOrEqual(said.length);
    expect(kept.map((row) => row.n).slice(0, said.length)).toEqual(said);
    await again.stop();
  },
);

test.skipIf(process.platform !== 'linux')('a power cut keeps what was committed', async () => {
  const dataDir = await prepared('two');
  const { child, said, server } = await writer(dataDir);
  const all = [server, ...workersOf(server), child.pid].join(' ');
  execFileSync('sh', ['-c', `kill -9 ${all} 2>/dev/null || true`]);
  await once(child, 'exit');
  const again = await startEmbedded({ dataDir });
  const [kept] = await ask<{ count: string }>(again.url, 'select count(*)::int as count from fact');
  expect(Number(kept?.count)).toBeGreaterThanOrEqual(said.length);
  await again.stop();
});

test.skipIf(process.platform !== 'linux')(
  'a database killed alone, as by a machine short of memory, is back by itself with what was committed',
  async () => {
    const dataDir = await prepared('eight');
    const server = await startEmbedded({ dataDir });
    await ask(server.url, 'create table fact (n int); insert into fact values (1)');
    const first = serverOf(dataDir);
    process.kill(first, 'SIGKILL');
    await gone(first);
    let kept: { n: number }[] = [];
    while (kept.length === 0)
      kept = await ask<{ n: number }>(server.url, 'select n from fact').catch(() => []);
    expect([kept, serverOf(dataDir) !== first]).toEqual([[{ n: 1 }], true]);
    await server.stop();
    expect(existsSync(join(dataDir, 'cluster-18', 'postmaster.pid'))).toBe(false);
  },
);

test('a stale number that now belongs to another program does not block the start', async () => {
  const dataDir = await prepared('three');
  const file = join(dataDir, 'cluster-18', 'postmaster.pid');
  writeFileSync(file, `${process.pid}\n${join(dataDir, 'cluster-18')}\n1700000000\n5432\n\n\n  0 0\nready\n`);
  const again = await startEmbedded({ dataDir });
  expect(await ask(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await again.stop();
});

test('a second start on the same data is refused while the first one runs', async () => {
  const dataDir = await prepared('seven');
  const first = await startEmbedded({ dataDir, throwaway: true });
  await expect(clearStale(join(dataDir, 'cluster-18'), 0)).rejects.toThrow(/already serves the data/);
  expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await first.stop();
});

test('a set-up that was cut short is begun anew, and too long a path for a socket means a local port', async () => {
  const dataDir = join(root, 'x'.repeat(90));
  mkdirSync(join(dataDir, 'cluster-18.new', 'base'), { recursive: true });
  const server = await startEmbedded({ dataDir });
  expect(new URL(server.url).hostname).toBe('127.0.0.1');
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(readdirSync(dataDir).sort()).toEqual(['cluster-18', 'password', 'postgres.log']);
  await server.stop();
});

test('a stranger on the machine cannot read the password nor log in without it', async () => {
  const dataDir = join(root, 'five');
  const server = await startEmbedded({ dataDir, throwaway: true });
  expect(statSync(dataDir).mode & 0o077).toBe(0);
  expect(statSync(join(dataDir, 'password')).mode & 0o077).toBe(0);
  const wrong = new URL(server.url);
  wrong.password = 'guess';
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  await server.stop();
  expect(existsSync(dataDir)).toBe(false);
});

test('the application is no superuser, and Chinese letters count as letters', async () => {
  const server = await startEmbedded({ dataDir: await prepared('six') });
  const rows = await ask(
    server.url,
    "select rolsuper, '枫' ~ '[[:alpha:]]' as letter, '甲' < '乙' as pinyin from pg_roles where rolname = current_user",
  );
  expect(rows).toEqual([{ rolsuper: false, letter: true, pinyin: false }]);
  await server.stop();
});
