import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { garbage } from '../server/test/cases.ts';
import { asSuperuser, inspect, type Ask } from '../server/test/inspect.ts';
import { startEmbedded } from '../server/src/platform/postgres/embedded.ts';
import type { Experiment } from './experiment.ts';
import { dropHome, killEverything, makeHome, startServer, stopServer, type Home } from './server.ts';
import { sendUntilTold } from './writer.ts';

/** So long ago that every step of the ladder is due: whole weeks, so that weekdays stay what they were. */
const DAYS_AGO = 84;
const STEPS = 4;
const DAY = 86_400_000;

/** Deadlines that passed while nothing ran are each followed up once, though the machine loses its power in the middle. */
export const timers: Experiment = {
  name: 'deadlines that passed while the server was away, and kill -9 while it catches up',
  run: async (depth, check) => {
    const count = depth === 'short' ? 120 : 100_000;
    const home = await makeHome(['intake']);
    let server: ChildProcess | null = null;
    try {
      await register(home);
      await multiply(home, count);
      server = await startServer(home);
      for (const share of depth === 'short' ? [0.4] : [0.2, 0.6]) {
        await firedAtLeast(home, count * STEPS * share, server);
        await killEverything(server, home);
        server = await startServer(home);
      }
      await firedAtLeast(home, count * STEPS, server);
      await stopServer(server);
      const wrong = await inspect<Wrong>(home.folder, WRONG);
      check(
        `${count} clocks have each told all ${STEPS} levels once, with one line of history and one fact`,
        wrong.map((one) => JSON.stringify(one)),
      );
    } finally {
      if (server !== null) await stopServer(server);
      dropHome(home);
    }
  },
};

/** One case as people make it, with its clock running. */
async function register(home: Home): Promise<void> {
  const server = await startServer(home);
  const [person] = home.people;
  if (person === undefined) throw new Error('nobody registers');
  const taken = await sendUntilTold(home, person, '/cases', {
    key: 'timers-take',
    body: { ...garbage, channel: 'upstream' },
  });
  const { caseId }: { caseId: string } = JSON.parse(taken.text);
  const body = { type: '01002' };
  await sendUntilTold(home, person, `/cases/${caseId}/registration`, { key: 'timers-register', body });
  await stopServer(server);
}

/** Makes many of the one case and of its clock for the whole, all of them long ago. */
async function multiply({ folder }: Home, count: number): Promise<void> {
  const { url, stop } = await startEmbedded({ dataDir: folder });
  try {
    await asSuperuser(url, async (ask) => {
      const [clock] = await ask<{ id: string; body: unknown }>(
        "select id, body from cases.clock where kind = 'overall'",
      );
      if (clock === undefined) throw new Error('the case has no clock');
      const body = JSON.stringify(clock.body).replaceAll(/20\d\d-\d\d-\d\dT[\d:.]+Z/g, (at) =>
        new Date(Date.parse(at) - DAYS_AGO * DAY).toISOString(),
      );
      await ask('update cases.clock set stopped_at = now() where stopped_at is null');
      const [own] = await ask<{ columns: string }>(OWN_COLUMNS);
      await ask(moreCases(own?.columns ?? ''), [count]);
      await ask(MORE_CLOCKS, [count, clock.id, body]);
      await ask('vacuum analyze cases."case"');
      await ask('vacuum analyze cases.clock');
    });
  } finally {
    await stop();
  }
}

/** Columns that are written; others the database works out by itself. */
const OWN_COLUMNS = `
  select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
   where attrelid = 'cases."case"'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
const moreCases = (columns: string) => `
  insert into cases."case" (${columns})
  select ${columns} from (
    select (jsonb_populate_record(c, jsonb_build_object('id', md5('case' || i)::uuid, 'no', 'TT' || i))).*
      from cases."case" c, generate_series(1, $1::int) i) made`;
const MORE_CLOCKS = `
  insert into cases.clock
  select (jsonb_populate_record(k, jsonb_build_object('id', md5('clock' || i)::uuid, 'case_id', md5('case' || i)::uuid,
           'body', $3::jsonb, 'stopped_at', null, 'started_at', k.started_at - interval '${DAYS_AGO} days',
           'due_at', k.due_at - interval '${DAYS_AGO} days', 'next_step_at', k.due_at - interval '${DAYS_AGO} days'))).*
    from cases.clock k, generate_series(1, $1::int) i where k.id = $2`;

/** Waits until the running server has told so many levels; each second it looks whether the server still runs. */
async function firedAtLeast({ folder }: Home, wanted: number, server: ChildProcess): Promise<void> {
  const url = readFileSync(`${folder}/database.url`, 'utf8');
  await asSuperuser(url, async (ask) => {
    for (let last = -1; ;) {
      const fired = await told(ask);
      if (fired >= wanted) return;
      if (server.exitCode !== null || server.signalCode !== null) throw new Error('the server ended');
      if (fired === last) await stillDue(ask);
      last = fired;
      await wait(wanted > 10_000 ? 1_000 : 50);
    }
  });
}

const told = async (ask: Ask): Promise<number> =>
  (await ask<{ n: number }>('select count(*)::int as n from cases.supervision'))[0]?.n ?? 0;

/** Nothing more is due although not everything was told: then nothing will come. */
async function stillDue(ask: Ask): Promise<void> {
  const [due] = await ask<{ n: number }>(
    'select count(*)::int as n from cases.clock where stopped_at is null and next_step_at <= now()',
  );
  if ((due?.n ?? 0) === 0) throw new Error('nothing is due any more, and not everything was told');
}

type Wrong = { readonly id: string };
/** Clocks that did not take every step exactly once, or left more or less than one trace of it. */
const WRONG = `
  select k.id, k.step, s.n as told, s.levels, a.n as lines, e.n as facts
    from cases.clock k
    left join (select clock, count(*)::int n, count(distinct level)::int levels from cases.supervision group by 1) s on s.clock = k.id
    left join (select case_id, count(*)::int n from cases.activity where kind = 'ladder' group by 1) a on a.case_id = k.case_id
    left join (select subject, count(*)::int n from platform.event where kind = 'case.ladder' group by 1) e on e.subject = k.case_id::text
   where k.stopped_at is null
     and (k.step <> ${STEPS} or s.n is distinct from ${STEPS} or s.levels is distinct from ${STEPS} or a.n is distinct from 1 or e.n is distinct from 1)
   limit 20`;
