import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import pg from 'pg';
import type { Db } from './db.ts';

const folder = fileURLToPath(new URL('../../migrations/', import.meta.url));
const LOCK = 7_305_118_201;

/** Applies what is missing, in order, each file in a transaction of its own; returns the names applied. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    if (await isDone(client)) return [];
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists public.fengqiao_migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from public.fengqiao_migration',
    );
    const done = new Map(rows.map((row) => [row.name, row.sha256]));
    const applied: string[] = [];
    for (const name of await migrations())
      if (await applyOne(client, name, done.get(name))) applied.push(name);
    // The runtime role may look, so that the server can say when it stands on an older database.
    await client.query('grant select on public.fengqiao_migration to fengqiao_app');
    return applied;
  } finally {
    await client.end();
  }
}

/** Nothing to do needs no owner: a server may then stand on a login that only works, such as one behind a pooler. */
async function isDone(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('public.fengqiao_migration') is not null as there",
  );
  if (!rows[0]?.there) return false;
  const readable = await client.query<{ may: boolean }>(
    "select has_table_privilege('fengqiao_app', 'public.fengqiao_migration', 'select') as may",
  );
  if (!readable.rows[0]?.may) return false;
  const done = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from public.fengqiao_migration',
  );
  const known = new Map(done.rows.map((row) => [row.name, row.sha256]));
  const hashes = (await migrations()).map(async (name) => known.get(name) === (await hashOf(name)));
  return (await Promise.all(hashes)).every(Boolean);
}

const hashOf = async (name: string) =>
  createHash('sha256')
    .update(await readFile(`${folder}${name}`, 'utf8'))
    .digest('hex');

/** Which of the program's migrations a database has not seen. */
export async function missingMigrations(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from public.fengqiao_migration`.execute(db);
  const done = new Set(rows.map((row) => row.name));
  return (await migrations()).filter((name) => !done.has(name));
}

/** The names of all migrations, in their order. */
export const migrations = async () => (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();

async function applyOne(client: pg.Client, name: string, known: string | undefined): Promise<boolean> {
  const text = await readFile(`${folder}${name}`, 'utf8');
  const sha256 = await hashOf(name);
  if (known === sha256) return false;
  if (known !== undefined)
    throw new Error(
      `Migration ${name} was edited after it had been applied; restore it and write a new one.`,
    );
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into public.fengqiao_migration (name, sha256) values ($1, $2)', [
      name,
      sha256,
    ]);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed and was undone`, { cause: error });
  }
}
