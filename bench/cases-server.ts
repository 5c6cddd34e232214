import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp, rooms } from '../server/src/app.ts';
import { readSettings } from '../server/src/platform/config.ts';
import { migrate } from '../server/src/platform/migrate.ts';
import { buildPlatform, type OpenPlatform } from '../server/src/platform/platform.ts';
import { startEmbedded } from '../server/src/platform/postgres/embedded.ts';
import { sql } from 'kysely';
import { loadCases } from '../server/town/load/load.ts';
import { settle } from '../server/town/life/settle.ts';
import { openSession } from './session.ts';

/** A street full of cases behind the real server, in a process of its own so that its CPU can be told apart. */
export type CasesReady = {
  readonly base: string;
  readonly postmaster: number;
  readonly url: string;
  /** A cookie of the dispatcher's, the intake's, and of each unit that leads cases. */
  readonly cookies: Readonly<Record<string, string>>;
  readonly open: readonly string[];
  readonly archived: readonly string[];
  readonly toAcknowledge: readonly { readonly id: string; readonly lead: string }[];
  readonly places: readonly { readonly lng: number; readonly lat: number; readonly address: string }[];
};

const count = Number(process.argv[2] ?? 200_000);
const bare = process.argv[3] === 'bare';
const kept = process.env.BENCH_HOME;
const home =
  kept === undefined
    ? mkdtempSync(join(tmpdir(), 'fengqiao-bench-'))
    : join(kept, `${count}${bare ? '-bare' : ''}`);
mkdirSync(home, { recursive: true });
const now = new Date();
const embedded = await startEmbedded({ dataDir: home });
await migrate(embedded.url);
const settings = readSettings({ DATA_DIR: home, DEMO: 'off', LOG_LEVEL: 'info', RATE_LIMIT: '10000000' });
const platform = await buildPlatform({ settings, url: embedded.url, rooms });
if (!existsSync(join(home, 'loaded'))) await load();
const app = await buildApp(platform);
const base = await app.listen({ port: 0, host: '127.0.0.1' });
process.send?.(await makeReady(platform));
process.once('disconnect', () => void end());

async function load(): Promise<void> {
  const began = performance.now();
  const { street } = await settle(platform, now, { residents: 20 });
  const say = (step: string) =>
    console.error(`  ${((performance.now() - began) / 1000).toFixed(0)} s  ${step}`);
  await loadCases({ url: embedded.url, street, calendar: platform.calendar(), now, count, bare, say });
  say('loaded');
  writeFileSync(join(home, 'loaded'), '');
}

async function makeReady({ db }: OpenPlatform): Promise<CasesReady> {
  const inStreet = <Row>(text: string) =>
    db.transaction().execute(async (tx) => {
      await sql`select set_config('fengqiao.session', (select id::text from identity.session where street = 'tingfeng' and kind = 'system'), true)`.execute(
        tx,
      );
      return (await sql<Row>`${sql.raw(text)}`.execute(tx)).rows;
    });
  const idsIn = async (states: string) =>
    (
      await inStreet<{ id: string }>(
        `select id from cases."case" where state in (${states}) order by md5(id::text) limit 2000`,
      )
    ).map(({ id }) => id);
  const toAcknowledge = await inStreet<{
    id: string;
    lead: string;
  }>(`select c.id, c.lead from cases."case" c join cases.assignment a on a.street = c.street and a.case_id = c.id
    where c.state = 'dispatched' and a.acknowledged_at is null and not c.sensitive order by md5(c.id::text) limit 3000`);
  const leads = [...new Set(['urban_ops', ...toAcknowledge.map(({ lead }) => lead)])];
  const cookies: Record<string, string> = {
    dispatcher: await openSession(platform, 'dispatcher', 'centre'),
    intake: await openSession(platform, 'intake', 'centre'),
    leader: await openSession(platform, 'leader', 'street'),
  };
  for (const lead of leads) cookies[lead] = await openSession(platform, 'department', lead);
  const places = await inStreet<{ lng: number; lat: number; address: string }>(
    'select lng, lat, address from grids.building order by md5(id::text) limit 500',
  );
  return {
    base,
    url: embedded.url,
    postmaster: Number(readFileSync(join(home, 'cluster-18/postmaster.pid'), 'utf8').split('\n')[0]),
    cookies,
    toAcknowledge,
    places,
    open: await idsIn(`'dispatched', 'handling', 'handled'`),
    archived: await idsIn(`'archived'`),
  };
}

async function end(): Promise<void> {
  await app.close();
  await platform.close();
  await embedded.stop();
  if (kept === undefined) rmSync(home, { recursive: true, force: true });
}
