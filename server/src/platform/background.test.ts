import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '#test/world.ts';
import { startBackground } from './background.ts';
import { eventsAfter } from './event.ts';
import { runJobs } from './jobs.ts';
import { eventLag, hearAll, type Trouble } from './listen.ts';
import { buildPlatform } from './platform.ts';
import type { Room } from './room.ts';
import { createStreet } from './street.ts';
import type { Work } from './work.ts';

const heard: string[] = [];
const worked: string[] = [];
let poison = '';
const signal = Promise.withResolvers<void>();
const room: Room = {
  name: 'probe',
  routes: [],
  listeners: [
    {
      name: 'probe.hears',
      hears: ['case.registered'],
      act: async (work, event) => {
        if (event.subject === poison) throw new Error('cannot digest this');
        await work.announce('case.dispatched', event.subject, {});
        heard.push(`${event.street}:${event.subject}`);
      },
    },
    {
      name: 'probe.follows',
      hears: ['case.dispatched'],
      act: async (_work, event) => (event.subject === 'last' ? signal.resolve() : undefined),
    },
  ],
  jobs: [
    { name: 'probe.fails', everySeconds: 60, act: async () => Promise.reject(new Error('no')) },
    { name: 'probe.works', everySeconds: 60, act: async (work) => (worked.push(work.street), 0) },
  ],
};

let world: World;
beforeAll(async () => {
  world = await startWorld({ rooms: [room] });
  await createStreet(world.platform.db, {
    id: 'linjiang',
    nameZh: '临江街道',
    nameEn: 'Linjiang',
    prefix: 'LJ',
    now: world.clock.now(),
  });
});
afterAll(() => world.close());

const register = (subject: string, street?: string) =>
  world.asSystem((work: Work) => work.announce('case.registered', subject, {}), street);
const nobodyWaits = new Map() as Trouble;
/** Hears without waiting between tries. */
async function hearUntilQuiet(trouble: Trouble): Promise<void> {
  for (let round = 0; round < 60; round += 1) {
    for (const [name, known] of trouble) trouble.set(name, { ...known, again: 0 });
    await hearAll(world.platform, trouble);
    if ((await eventLag(world.platform)).every(({ waiting }) => waiting === 0)) return;
  }
}

test('two processes that listen at once act on every fact once', async () => {
  const other = await buildPlatform({
    settings: world.platform.settings,
    url: world.url,
    rooms: [room],
    clock: world.clock.now,
  });
  heard.length = 0;
  for (let i = 0; i < 20; i += 1) await register(`c${i}`, i % 2 === 0 ? 'tingfeng' : 'linjiang');
  await hearAll(world.platform, nobodyWaits);
  while ((await eventLag(world.platform)).some(({ waiting }) => waiting > 0))
    await Promise.all([hearAll(world.platform, new Map()), hearAll(other, new Map())]);
  expect(heard.toSorted()).toEqual(
    Array.from({ length: 20 }, (_, i) => `${i % 2 === 0 ? 'tingfeng' : 'linjiang'}:c${i}`).toSorted(),
  );
  await other.close();
});

test('facts are heard in the order of their transactions, whichever way their numbers are spelt', async () => {
  await world.asSystem(async ({ db, street, now, newId }) => {
    for (const xid of [10, 9, 100, 99, 11])
      await sql`insert into platform.event (street, id, kind, subject, facts, at, xid)
                values (${street}, ${newId()}, 'case.none', 'spelt', '{}', ${now}, ${String(xid)}::xid8)`.execute(
        db,
      );
  });
  const from = (xid: string) =>
    world.platform.db.transaction().execute((db) => eventsAfter(db, { xid, seq: 0 }, 3));
  expect((await from('0')).map(({ xid }) => xid)).toEqual(['9', '10', '11']);
  expect((await from('12')).map(({ xid }) => xid).slice(0, 2)).toEqual(['99', '100']);
});

test('a fact that cannot be digested is set aside in sight, and those behind it are heard', async () => {
  heard.length = 0;
  poison = 'bad';
  for (const subject of ['before', 'bad', 'after']) await register(subject);
  await hearUntilQuiet(new Map());
  expect(heard).toEqual(['tingfeng:before', 'tingfeng:after']);
  const parked = await world.platform.db.selectFrom('platform.parked').selectAll().execute();
  expect(parked).toMatchObject([
    { listener: 'probe.hears', street: 'tingfeng', tries: 8, error: 'Error: cannot digest this' },
  ]);
  const figures = await world.platform.meters.text();
  expect(figures).toContain('fengqiao_events_parked{listener="probe.hears"} 1');
});

test('a job that fails does not keep the others from their work in any street', async () => {
  worked.length = 0;
  const failures: string[] = [];
  await runJobs(world.platform, new Map(), { failed: (job, street) => failures.push(`${job} ${street}`) });
  expect([worked, failures]).toEqual([
    ['linjiang', 'tingfeng'],
    ['probe.fails linjiang', 'probe.fails tingfeng'],
  ]);
});

test('left to itself it hears what is announced, also what listeners announce, and stops when told', async () => {
  const background = startBackground(world.platform);
  await register('last');
  await signal.promise;
  await background.stop();
});
