import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { buildApp, rooms } from '../server/src/app.ts';
import { recordAccess, sealNext } from '../server/src/modules/audit/index.ts';
import { readSettings } from '../server/src/platform/config.ts';
import { hashOf } from '../server/src/platform/http.ts';
import { newId } from '../server/src/platform/ids.ts';
import { migrate } from '../server/src/platform/migrate.ts';
import { buildPlatform } from '../server/src/platform/platform.ts';
import { startEmbedded } from '../server/src/platform/postgres/embedded.ts';
import { withWork, type Work } from '../server/src/platform/work.ts';
import { asSuperuser } from '../server/test/inspect.ts';
import { settleRegistry } from '../server/town/people/settle.ts';
import { settle } from '../server/town/life/settle.ts';

/** A street with a registry and a great many records of looks behind the real server, in a process of its own. */
export type AuditReady = {
  readonly base: string;
  readonly postmaster: number;
  /** Cookies of stewards, enough of them that nobody's limit of the day is met, and of one resident. */
  readonly stewards: readonly string[];
  readonly resident: string;
  readonly people: readonly string[];
  readonly communities: readonly string[];
  readonly sealed: { readonly records: number; readonly seconds: number };
};

const RECORDS = Number(process.argv[2] ?? 1_000_000);
const PEOPLE = 4_000;
const SUBJECTS = 50_000;
const OWN = 40;
const STEWARDS = 40;

const home = mkdtempSync(join(tmpdir(), 'fengqiao-bench-audit-'));
const now = new Date();
const embedded = await startEmbedded({ dataDir: home });
await migrate(embedded.url);
const settings = readSettings({ DATA_DIR: home, DEMO: 'off', LOG_LEVEL: 'warn', RATE_LIMIT: '10000000' });
const platform = await buildPlatform({ settings, url: embedded.url, rooms });
const { street } = await settle(platform, now, { residents: 20 });
await settleRegistry(platform, street.id, { people: PEOPLE, organizations: 1, proved: 1 });
const enter = <T>(act: (work: Work) => Promise<T>) =>
  withWork(platform, { service: 'system', street: street.id }, platform.clock(), 'write', act);
await fillMany();
const resident = await enter(fillOwn);
// Records grow over months and are tidied on the way; these came all at once.
await tidy();
const sealed = await seal();
await tidy();
const app = await buildApp(platform);
const base = await app.listen({ port: 0, host: '127.0.0.1' });
const ready: AuditReady = {
  base,
  postmaster: Number(readFileSync(join(home, 'cluster-18/postmaster.pid'), 'utf8').split('\n')[0]),
  stewards: await Promise.all(Array.from({ length: STEWARDS }, () => openSession('steward', newId(now)))),
  resident: await openSession(null, resident),
  sealed,
  ...(await enter(peopled)),
};
process.send?.(ready);
process.once('disconnect', () => void end());

/**
 * Records of looks at many people, told apart by their times as months would have made them: at once, which takes longer
 * than the server gives any statement.
 */
async function fillMany(): Promise<void> {
  const statement = `
    insert into audit.access (street, id, at, account, name, role, unit, action, object, subjects, fields, purpose, grade)
    select $1::text, u.id, $2::timestamptz - make_interval(secs => $3::int - s.n), gen_random_uuid(), '张三', 'community', 'c01',
           'contact.reveal', 'contact:' || s.n, array[md5((s.n % $4::int)::text)::uuid], '{name,phone}', 'deliver', 2
      from (select n from generate_series(1, $3::int) n) s,
           lateral (select (lpad(to_hex((extract(epoch from $2::timestamptz) * 1000)::bigint - ($3::int - s.n)), 12, '0') || '7000' || '8000' || lpad(to_hex(s.n), 12, '0'))::uuid) u(id)`;
  await asSuperuser(embedded.url, (ask) => ask(statement, [street.id, now, RECORDS, SUBJECTS]));
}

/** A few at one resident. */
async function fillOwn(work: Work): Promise<string> {
  const account = newId(now);
  for (let i = 0; i < OWN; i += 1)
    await recordAccess(work, {
      action: 'contact.reveal',
      object: 'contact:own',
      subjects: [account],
      fields: ['name', 'phone'],
      purpose: 'deliver',
    });
  return account;
}

/** By the owner of the tables, as the database does by itself over time. */
async function tidy(): Promise<void> {
  await asSuperuser(embedded.url, (ask) => ask('vacuum analyze'));
}

async function seal(): Promise<{ records: number; seconds: number }> {
  const began = performance.now();
  let records = 0;
  for (;;) {
    const batch = await enter(sealNext);
    if (batch === 0) return { records, seconds: (performance.now() - began) / 1000 };
    records += batch;
  }
}

async function peopled({ db }: Work): Promise<{ people: string[]; communities: string[] }> {
  const people = await sql<{
    id: string;
  }>`select id from registry.person where state = 'here' order by md5(id::text)`.execute(db);
  const communities = await sql<{ community: string }>`
    select community from registry.person where community is not null group by community having count(*) > 60 order by 1`.execute(
    db,
  );
  return {
    people: people.rows.map(({ id }) => id),
    communities: communities.rows.map(({ community }) => community),
  };
}

async function openSession(role: 'steward' | null, account: string): Promise<string> {
  const token = newId(now) + newId(now);
  const unit = role === null ? null : 'centre';
  await platform.db
    .insertInto('identity.session')
    .values({
      id: newId(now),
      token_hash: hashOf(token),
      street: street.id,
      kind: role === null ? 'resident' : 'staff',
      account,
      name: '量',
      role,
      unit,
      units: unit === null ? [] : [unit],
      wide: false,
      level: 2,
      made_at: now,
      seen_at: now,
      ends_at: 'infinity',
    })
    .execute();
  return `fengqiao=${token}`;
}

async function end(): Promise<void> {
  await app.close();
  await platform.close();
  await embedded.stop();
  rmSync(home, { recursive: true, force: true });
}
