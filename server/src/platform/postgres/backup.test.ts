import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp, basesOf, prune, walIn } from './backup.ts';
import { startEmbedded, type Embedded } from './embedded.ts';
import { restore } from './restore.ts';

const root = mkdtempSync(join(tmpdir(), '枫桥 backup-'));
const [dataDir, backups] = [join(root, 'data'), join(root, 'backups')];
let server: Embedded;
let client: pg.Client;
beforeAll(async () => {
  server = await startEmbedded({ dataDir, archive: walIn(backups) });
  client = await connect(server.url);
  await client.query('create table fact (n int primary key)');
  mkdirSync(join(dataDir, 'files', 'ab'), { recursive: true });
  writeFileSync(join(dataDir, 'files', 'ab', 'abcd'), 'a picture');
  writeFileSync(join(dataDir, 'master.key'), 'the key that must stay behind');
}, 60_000);
afterAll(async () => {
  await client.end();
  await server.stop();
  rmSync(root, { recursive: true });
}, 60_000);

async function connect(url: string): Promise<pg.Client> {
  const made = new pg.Client({ connectionString: url });
  await made.connect();
  return made;
}

async function moment(): Promise<Date> {
  const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at');
  return rows[0]?.at ?? new Date(0);
}

const keep = (n: number) => client.query('insert into fact values ($1)', [n]);

async function kept(into: string): Promise<number[]> {
  const again = await startEmbedded({ dataDir: into });
  const other = await connect(again.url);
  const { rows } = await other.query<{ n: number }>('select n from fact order by n');
  await other.end();
  await again.stop();
  return rows.map(({ n }) => n);
}

/** The piece of the log in use is finished and kept at once, where a street would wait a minute. */
async function finishLog(): Promise<void> {
  const url = new URL(server.url);
  url.username = 'postgres';
  const owner = await connect(url.href);
  const { rows } = await owner.query<{ name: string }>('select pg_walfile_name(pg_switch_wal()) as name');
  await owner.end();
  while (!existsSync(join(walIn(backups), `${rows[0]?.name}.zst`))) await pause(20);
}

test('what was written before the chosen moment is there again, what came after it is not, and keys stay behind', async () => {
  await keep(1);
  const base = await backUp(dataDir, server.url, backups);
  await keep(2);
  await pause(5);
  const chosen = await moment();
  await pause(5);
  await keep(3);
  await finishLog();
  const before: string[] = [];
  const into = join(root, 'chosen');
  await restore({ backups, to: chosen, into, before: async (_, url) => void before.push(url) });
  expect([await kept(into), before.length]).toEqual([[1, 2], 1]);
  expect(readFileSync(join(into, 'files', 'ab', 'abcd'), 'utf8')).toBe('a picture');
  const everything = readdirSync(backups, { recursive: true }).map(String);
  expect(everything.filter((name) => name.includes('master.key'))).toEqual([]);
  const newest = join(root, 'newest');
  await restore({ backups, to: null, into: newest, before: () => Promise.resolve() });
  expect(await kept(newest)).toEqual([1, 2, 3]);
  expect((await basesOf(backups)).map(({ until }) => until)).toEqual([base.until]);
}, 120_000);

test('a moment that no backup or log reaches is refused, and so is a folder in use; nothing is left that looks whole', async () => {
  const into = join(root, 'refused');
  const before = () => Promise.resolve();
  const at = (to: Date, folder = into) => restore({ backups, to, into: folder, before });
  await expect(at(new Date(0))).rejects.toMatchObject({ why: 'no_base' });
  await expect(at(new Date(Date.now() + 3_600_000))).rejects.toMatchObject({ why: 'not_reached' });
  await expect(at(new Date(), dataDir)).rejects.toMatchObject({ why: 'occupied' });
  expect(existsSync(join(into, 'cluster-18'))).toBe(false);
}, 120_000);

test('a restore whose preparation fails does not open', async () => {
  const into = join(root, 'unprepared');
  const before = () => Promise.reject(new Error('the ledger cannot be read'));
  await expect(restore({ backups, to: null, into, before })).rejects.toThrow('the ledger');
  expect(existsSync(join(into, 'cluster-18'))).toBe(false);
}, 120_000);

test('of many backups only the last ones stay, with the log and the uploads they need', async () => {
  rmSync(join(dataDir, 'files', 'ab', 'abcd'));
  await pause(1_000);
  await keep(4);
  await backUp(dataDir, server.url, backups);
  await keep(5);
  await finishLog();
  expect(await prune(backups, 1)).toBe(1);
  expect(existsSync(join(backups, 'files', 'ab', 'abcd'))).toBe(false);
  const into = join(root, 'pruned');
  await restore({ backups, to: null, into, before: () => Promise.resolve() });
  expect(await kept(into)).toEqual([1, 2, 3, 4, 5]);
}, 120_000);
