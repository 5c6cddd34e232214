import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { asSuperuser } from '../../server/test/inspect.ts';
import { killServer } from '../server.ts';
import { patience, type Stage } from './stage.ts';
import { WRITERS } from '../acknowledged.ts';

/** Something that happens to a deployment in the middle of its work. */
export type Trouble = { readonly name: string; readonly happen: (stage: Stage) => Promise<void> };

const BACKENDS = `select pid from pg_stat_activity where application_name = 'fengqiao' and pid <> pg_backend_pid()`;

export const troubles: readonly Trouble[] = [
  {
    name: 'PostgreSQL is stopped at once',
    happen: async ({ home }) => {
      const [pid] = readFileSync(join(home.folder, 'cluster-18', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGQUIT');
    },
  },
  {
    name: 'every connection is cut, three times',
    happen: async ({ line }) => {
      for (let n = 0; n < 3; n++) {
        line.cut();
        await wait(70 + 40 * n);
      }
    },
  },
  {
    name: 'the line carries nothing and tells nobody',
    happen: async ({ line, seen, depth }) => {
      line.freeze();
      const before = seen.refused.length;
      await patience(
        'nobody was told that the database is silent',
        () => seen.refused.length >= before + WRITERS / 2,
      );
      line.thaw(depth === 'short' ? 'reset' : 'forgotten');
    },
  },
  {
    name: 'backends are terminated, three times',
    happen: async ({ databaseUrl }) => {
      for (let n = 0; n < 3; n++) {
        await asSuperuser(databaseUrl, (ask) =>
          ask(`select pg_terminate_backend(pid) from (${BACKENDS}) one`),
        );
        await wait(70 + 40 * n);
      }
    },
  },
  {
    name: 'kill -9 of one backend, after which PostgreSQL ends all others',
    happen: async ({ databaseUrl }) => {
      const [one] = await asSuperuser(databaseUrl, (ask) => ask<{ pid: number }>(`${BACKENDS} limit 1`));
      if (one === undefined) throw new Error('the server has no backend');
      process.kill(one.pid, 'SIGKILL');
    },
  },
  {
    name: 'kill -9 of server and worker while messages go out',
    happen: async (stage) => {
      await stage.provider.busy();
      stage.seen.away = true;
      await Promise.all(stage.servers.map(killServer));
      await stage.start();
      stage.seen.away = false;
    },
  },
];
