import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from '#platform/migrate.ts';
import { startEmbedded } from '#platform/postgres/embedded.ts';

const home = fileURLToPath(new URL('../../.cache/tests/', import.meta.url));
export const TEMPLATE = 'fengqiao_template';

/** Where the tests' server is: the variable is how one process tells those it starts. */
export const SERVER_VARIABLE = 'FENGQIAO_TEST_SERVER';

/**
 * Vitest calls this once per run: one throw-away PostgreSQL with a migrated template that every test file copies.
 * TEST_DATABASE_URL names a server to use instead; its user must be allowed to create roles and databases.
 */
export default async function startCluster(): Promise<() => Promise<void>> {
  const elsewhere = process.env.TEST_DATABASE_URL;
  const server = elsewhere ? { url: elsewhere, stop: () => Promise.resolve() } : await startOwn();
  try {
    await makeTemplate(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  process.env[SERVER_VARIABLE] = server.url;
  return async () => {
    delete process.env[SERVER_VARIABLE];
    await server.stop();
  };
}

async function startOwn(): ReturnType<typeof startEmbedded> {
  mkdirSync(home, { recursive: true });
  for (const left of readdirSync(home))
    if (!isAlive(Number(left))) rmSync(join(home, left), { recursive: true, force: true });
  return startEmbedded({ dataDir: join(home, String(process.pid)), throwaway: true });
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`drop database if exists ${TEMPLATE} with (force)`);
    await client.query(`create database ${TEMPLATE} template template0 encoding 'UTF8'`);
  } finally {
    await client.end();
  }
  await migrate(onDatabase(url, TEMPLATE));
}

export function onDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
