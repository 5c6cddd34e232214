import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Settings } from '#platform/config.ts';
import { walIn } from '#platform/postgres/backup.ts';
import { startEmbedded } from '#platform/postgres/embedded.ts';
import { checkConnection } from './connection.ts';

/** A database to work with, as its owner. */
export type Store = { readonly url: string; readonly embedded: boolean; stop(): Promise<void> };

const noteOf = ({ dataDir }: Settings) => join(dataDir, 'database.url');

/** The database named by the settings; the embedded one is joined when another process already runs it, else started. */
export async function openStore(settings: Settings): Promise<Store> {
  if (settings.databaseUrl !== null) {
    await checkConnection(settings.databaseUrl);
    return { url: settings.databaseUrl, embedded: false, stop: () => Promise.resolve() };
  }
  const running = await findRunning(settings);
  if (running !== null) return { url: running, embedded: true, stop: () => Promise.resolve() };
  const { url, stop } = await startEmbedded({
    dataDir: settings.dataDir,
    archive: settings.backupDir === null ? undefined : walIn(settings.backupDir),
  });
  writeFileSync(noteOf(settings), url, { mode: 0o600 });
  return {
    url,
    embedded: true,
    stop: async () => {
      rmSync(noteOf(settings), { force: true });
      await stop();
    },
  };
}

/** The address another process noted, if a database answers there. */
export async function findRunning(settings: Settings): Promise<string | null> {
  const url = noted(settings);
  if (url === null) return null;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return url;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function noted(settings: Settings): string | null {
  try {
    return readFileSync(noteOf(settings), 'utf8');
  } catch {
    return null;
  }
}
