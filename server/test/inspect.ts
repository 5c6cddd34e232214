import pg from 'pg';
import { startEmbedded } from '#platform/postgres/embedded.ts';

/** Rows as the database's superuser sees them, past every row policy; only for looking at what a test has done. */
export async function ask<Row extends object>(url: string, statement: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: asSuperuser(url) });
  await client.connect();
  try {
    return (await client.query<Row>(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** The same of a deployment that is not running. */
export async function inspect<Row extends object>(dataDir: string, statement: string): Promise<Row[]> {
  const { url, stop } = await startEmbedded({ dataDir });
  try {
    return await ask<Row>(url, statement);
  } finally {
    await stop();
  }
}

/** The embedded server keeps one password for its owner and its superuser. */
function asSuperuser(url: string): string {
  const other = new URL(url);
  other.username = 'postgres';
  return other.href;
}
