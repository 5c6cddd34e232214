import { sql } from 'kysely';
import { recordAccess, sealNext, verifySeal } from '../server/src/modules/audit/index.ts';
import { stopTestServer } from '../server/test/database.ts';
import { asSuperuser } from '../server/test/inspect.ts';
import { startWorld } from '../server/test/world.ts';

// How fast looks are sealed and verified, and how fast a resident reads theirs: `node scripts/bootstrap.mjs -- bench/seal.ts [records]`.
const RECORDS = Number(process.argv[2] ?? 1_000_000);
const PEOPLE = 50_000;
const READS = 200;

const world = await startWorld({ env: { DATABASE_POOL: '4' } });
try {
  const resident = await world.person('resident');
  await world.asSystem((work) =>
    sql`insert into audit.access (street, id, at, account, name, role, unit, action, object, subjects, fields, purpose, grade)
        select ${work.street}, u.id, ${work.now}::timestamptz - make_interval(secs => ${RECORDS} - s.n), gen_random_uuid(), '张三',
               'community', 'c01', 'contact.reveal', 'contact:' || s.n, array[md5((s.n % ${PEOPLE})::text)::uuid], '{name,phone}', 'deliver', 2
          from (select n from generate_series(1, ${RECORDS}) n) s,
               lateral (select (lpad(to_hex((extract(epoch from ${work.now}::timestamptz) * 1000)::bigint - (${RECORDS} - s.n)), 12, '0') || '7000' || '8000' || lpad(to_hex(s.n), 12, '0'))::uuid) u(id)`.execute(
      work.db,
    ),
  );
  await world.asSystem(async (work) => {
    for (let i = 0; i < 40; i += 1)
      await recordAccess(work, {
        action: 'contact.reveal',
        object: 'contact:own',
        subjects: [resident.account],
        fields: ['name', 'phone'],
        purpose: 'deliver',
      });
  });
  // A street's records grow over months and are tidied on the way; these came all at once.
  await asSuperuser(world.url, (ask) => ask('vacuum analyze audit.access'));
  await timed('sealed', async () => {
    let sealed = 0;
    for (;;) {
      const batch = await world.asSystem(sealNext);
      if (batch === 0) return sealed;
      sealed += batch;
    }
  });
  await timed('verified', async () => (await world.asSystem((work) => verifySeal(work))).size);
  const waits: number[] = [];
  for (let i = 0; i < READS; i += 1) {
    const began = performance.now();
    await world.as(resident).get('/api/me/accesses?limit=20');
    waits.push(performance.now() - began);
  }
  waits.sort((a, b) => a - b);
  console.log(
    `a resident reads who looked, among ${RECORDS}: p50 ${(waits[READS / 2] ?? 0).toFixed(1)} ms, p95 ${(waits[Math.floor(READS * 0.95)] ?? 0).toFixed(1)} ms`,
  );
} finally {
  await world.close();
  await stopTestServer();
}

async function timed(what: string, act: () => Promise<number>): Promise<void> {
  const began = performance.now();
  const count = await act();
  const seconds = (performance.now() - began) / 1000;
  console.log(`${count} looks ${what} in ${seconds.toFixed(1)} s: ${Math.round(count / seconds)} a second`);
}
