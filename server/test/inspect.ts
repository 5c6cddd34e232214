import pg from 'pg';
import { startEmbedded } from '#platform/postgres/embedded.ts';

/** Runs one statement and gives its rows, or for a write how many rows it changed. */
export type Ask = <Row extends object>(
  statement: string,
  values?: readonly unknown[],
) => Promise<Row[] & { readonly changed: number }>;

/** Works as the database's superuser, past every row policy; only for looking at what a test has done, or for breaking it on purpose. */
export async function asSuperuser<T>(url: string, act: (ask: Ask) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: superuserOf(url) });
  await client.connect();
  try {
    return await act(async <Row extends object>(statement: string, values: readonly unknown[] = []) => {
      const { rows, rowCount } = await client.query<Row>(statement, [...values]);
      return Object.assign(rows, { changed: rowCount ?? 0 });
    });
  } finally {
    await client.end();
  }
}

/** Rows of a deployment that is not running. */
export async function inspect<Row extends object>(dataDir: string, statement: string): Promise<Row[]> {
  const { url, stop } = await startEmbedded({ dataDir });
  try {
    return await asSuperuser(url, (ask) => ask<Row>(statement));
  } finally {
    await stop();
  }
}

/** The embedded server keeps one password for its owner and its superuser. */
function superuserOf(url: string): string {
  const other = new URL(url);
  other.username = 'postgres';
  return other.href;
}
