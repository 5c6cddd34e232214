import { realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { makeFolder } from '../files/folder.ts';
import { postgresFolder } from './binaries.ts';
import { ensureCluster, password } from './cluster.ts';
import { startServer } from './process.ts';
import { settings } from './settings.ts';
import { clearStale } from './stale.ts';

export type Embedded = {
  /** Logs in as the owner of the database `fengqiao`: no superuser, may create roles and databases. */
  readonly url: string;
  stop(): Promise<void>;
};

type Options = {
  readonly dataDir: string;
  /** TCP port on 127.0.0.1; without it a socket only its owner can reach is used where the system has them. */
  readonly port?: number;
  /** For tests: nothing is forced to disk, and `stop` removes the data directory. */
  readonly throwaway?: boolean;
  /** The folder where every finished piece of the log is kept, so that any moment can be restored. */
  readonly archive?: string | undefined;
  /** Settings of a recovery, when the cluster is a copy that is to be brought forward first. */
  readonly recovery?: Readonly<Record<string, string>>;
};

const SOCKET_PATH_LIMIT = 100;

/**
 * Runs the PostgreSQL that npm brought, for trial, tests and small use; everything it has lies in `dataDir`. It ends
 * with this process, also when that is killed, and keeps what was committed.
 */
export async function startEmbedded({
  dataDir,
  port,
  archive,
  recovery = {},
  throwaway = false,
}: Options): Promise<Embedded> {
  makeFolder(dataDir);
  const home = realpathSync(dataDir);
  const folder = postgresFolder();
  const cluster = ensureCluster(folder, home, throwaway);
  await clearStale(cluster);
  const address = await place(cluster, port);
  const server = await startServer(folder, cluster, {
    ...settings(throwaway, archive),
    ...address.options,
    ...recovery,
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    if (throwaway) rmSync(home, { recursive: true, force: true });
  };
  return { url: `postgresql://fengqiao:${password(home)}@${address.host}/fengqiao`, stop };
}

type Address = { readonly host: string; readonly options: Record<string, string | number> };

async function place(cluster: string, port: number | undefined): Promise<Address> {
  const socket = join(cluster, '.s.PGSQL.5432');
  if (port === undefined && process.platform !== 'win32' && Buffer.byteLength(socket) <= SOCKET_PATH_LIMIT) {
    const options = {
      listen_addresses: '',
      unix_socket_directories: cluster,
      unix_socket_permissions: '0700',
      port: 5432,
    };
    return { host: encodeURIComponent(cluster), options };
  }
  const chosen = port ?? (await freePort());
  const options = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: chosen };
  return { host: `127.0.0.1:${chosen}`, options };
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() =>
        typeof at === 'object' && at ? found(at.port) : failed(new Error('No free port on 127.0.0.1')),
      );
    });
  });
}
