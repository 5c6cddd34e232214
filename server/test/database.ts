import { randomBytes } from 'node:crypto';
import pg from 'pg';
import startCluster, { onDatabase, SERVER_VARIABLE, TEMPLATE } from './cluster.ts';

export type TestDatabase = { readonly url: string; drop(): Promise<void> };

/** A migrated, empty database of its own for one test file; outside Vitest the first call starts the server. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  return {
    url: onDatabase(server, name),
    drop: () => onServer(server, `drop database ${name} with (force)`),
  };
}

let starting: ReturnType<typeof startCluster> | undefined;

async function testServer(): Promise<string> {
  if (process.env[SERVER_VARIABLE] === undefined) await (starting ??= startCluster());
  const url = process.env[SERVER_VARIABLE];
  if (url === undefined) throw new Error('The tests have no database server');
  return url;
}

/** Ends the server that a call outside Vitest started; Vitest ends its own. */
export async function stopTestServer(): Promise<void> {
  const stop = await starting;
  starting = undefined;
  await stop?.();
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
