import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { startEmbedded } from '../server/src/platform/postgres/embedded.ts';
import { asSuperuser } from '../server/test/inspect.ts';
import { blindSpots, canaries, encodings, patterns } from './dump/canaries.ts';
import { enterAll, IN_CLEAR, type Cast } from './dump/enter.ts';
import { scan, type Scan } from './dump/scan.ts';
import type { Experiment } from './experiment.ts';
import { dropHome, makeHome, startServer, stopServer, type Home } from './server.ts';

const size = ({ files, bytes }: Scan) => `${files} files, ${(bytes / 1_048_576).toFixed(0)} MB`;

/** People who do not exist enter by every door; then every byte that was left behind is looked through for them. */
export const dump: Experiment = {
  name: 'what a stolen disk tells: names, phones, ID numbers and addresses of canaries',
  run: async (depth, check) => {
    const people = canaries(depth === 'short' ? 50 : 1_000);
    check('the search sees every one of them in UTF-8, UTF-16, hex and base64', blindSpots(people));
    const home = await makeHome(['resident', 'intake', 'steward', 'privacy']);
    try {
      const { asked, refused } = await enter(home, people);
      check(`${people.length} canaries went in by ${asked} requests and one table`, refused);
      const control = scan(home.folder, encodings('the words of a report', IN_CLEAR));
      check(
        'what stands in clear by design, the words of reports, is found: the search works',
        control.hits.length > 0 ? [] : ['nothing was found'],
      );
      const lying = scan(home.folder, patterns);
      check(`database, WAL, files and logs hold none of them (${size(lying)})`, lying.hits);
      const copy = await backUp(home);
      check(`nor does a base backup (${size(copy)})`, copy.hits);
    } finally {
      dropHome(home);
    }
  },
};

async function enter(home: Home, people: ReturnType<typeof canaries>) {
  const [resident, intake, steward, privacy] = home.people;
  if (resident === undefined || intake === undefined || steward === undefined || privacy === undefined)
    throw new Error('The people of the experiment were not made');
  const cast: Cast = { resident, intake, steward, privacy };
  mkdirSync(join(home.folder, 'logs'));
  const provider = await providerOfMessages();
  const more = { SMS_URL: `http://127.0.0.1:${provider.port}/`, SMS_KEY: 'key-of-the-provider' };
  const server = await startServer(home, { log: join(home.folder, 'logs', 'server.log'), more });
  try {
    return await enterAll(home, cast, people);
  } finally {
    await stopServer(server);
    provider.close();
  }
}

/** Takes every other message and fails on the rest, so that some are sent and some are kept to be tried again. */
async function providerOfMessages(): Promise<{ port: number; close(): void }> {
  let taken = 0;
  const provider = createServer((request, reply) => {
    request.resume().once('end', () => reply.writeHead((taken += 1) % 2 === 0 ? 503 : 200).end());
  });
  await new Promise<void>((listening) => provider.listen(0, '127.0.0.1', listening));
  const at = provider.address();
  return {
    port: typeof at === 'object' && at !== null ? at.port : 0,
    close: () => {
      provider.closeAllConnections();
      provider.close();
    },
  };
}

/** A copy of the running cluster by PostgreSQL's own protocol, looked through and thrown away. */
async function backUp({ folder }: Home): Promise<Scan> {
  const copy = join(folder, 'backup');
  const { url, stop } = await startEmbedded({ dataDir: folder });
  try {
    await asSuperuser(url, async (ask) => {
      await ask(`select pg_backup_start('dump', true)`);
      cpSync(join(folder, 'cluster-18'), copy, {
        recursive: true,
        filter: (path) => !/\.s\.PGSQL|postmaster\.pid/.test(path),
      });
      await ask('select pg_backup_stop(false)');
    });
  } finally {
    await stop();
  }
  const found = scan(copy, patterns);
  rmSync(copy, { recursive: true, force: true });
  return found;
}
