import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { route, Shape } from '@fengqiao/contract/route.ts';
import { Done, Text } from '@fengqiao/contract/shapes.ts';
import { buildApp } from '../server/src/app.ts';
import { readSettings } from '../server/src/platform/config.ts';
import { hashOf } from '../server/src/platform/http.ts';
import { newId } from '../server/src/platform/ids.ts';
import { migrate } from '../server/src/platform/migrate.ts';
import { buildPlatform, type OpenPlatform } from '../server/src/platform/platform.ts';
import { startEmbedded } from '../server/src/platform/postgres/embedded.ts';
import { done, serve } from '../server/src/platform/serve.ts';
import { createStreet } from '../server/src/platform/street.ts';

export type Ready = { readonly base: string; readonly cookie: string; readonly postmaster: number };

const says = { zh: '空', en: 'Nothing' };
/** Operations that do nothing, so that only what every request costs is measured. */
const room = {
  name: 'bench',
  routes: [
    serve(
      route({ id: 'bench.get', method: 'GET', path: '/bench', who: 'staff', says, reply: Done }),
      async () => done,
    ),
    serve(
      route({
        id: 'bench.post',
        method: 'POST',
        path: '/bench',
        who: 'staff',
        says,
        body: Shape({ text: Text(1, 20) }),
        reply: Done,
      }),
      async () => done,
    ),
    serve(
      route({
        id: 'bench.announce',
        method: 'POST',
        path: '/bench/facts',
        who: 'staff',
        says,
        body: Shape({ text: Text(1, 20) }),
        reply: Done,
      }),
      async (work) => {
        await work.announce('case.reported', 'x', {});
        return done;
      },
    ),
  ],
};

const home = mkdtempSync(join(tmpdir(), 'fengqiao-bench-'));
const embedded = await startEmbedded({ dataDir: home });
await migrate(embedded.url);
const settings = readSettings({
  DATA_DIR: home,
  DEMO: 'off',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
  RATE_LIMIT: '10000000',
});
const platform = await buildPlatform({ settings, url: embedded.url, rooms: [room] });
await createStreet(platform.db, {
  id: 'tingfeng',
  nameZh: '听枫街道',
  nameEn: 'Tingfeng',
  prefix: 'TF',
  now: new Date(),
});
const app = await buildApp(platform);
const base = await app.listen({ port: 0, host: '127.0.0.1' });
const ready: Ready = {
  base,
  cookie: `fengqiao=${await openSession(platform)}`,
  postmaster: Number(readFileSync(join(home, 'cluster-18/postmaster.pid'), 'utf8').split('\n')[0]),
};
process.send?.(ready);
process.once('disconnect', () => void end());

async function openSession({ db }: OpenPlatform): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  const row = {
    id: newId(now),
    token_hash: hashOf(token),
    street: 'tingfeng',
    kind: 'staff',
    account: newId(now),
    name: '量',
    role: 'intake',
    unit: 'centre',
    units: ['centre'],
    wide: true,
    level: 2,
  };
  await db
    .insertInto('identity.session')
    .values({ ...row, made_at: now, seen_at: now, ends_at: 'infinity' })
    .execute();
  return token;
}

async function end(): Promise<void> {
  await app.close();
  await platform.close();
  await embedded.stop();
  rmSync(home, { recursive: true, force: true });
}
