import { afterEach, beforeEach, expect, test } from 'vitest';
import { asCare } from '#platform/care.ts';
import { readSettings } from '#platform/config.ts';
import { resealBatch, staleRows } from '#platform/crypto/reseal.ts';
import { reindexBatch } from '#platform/crypto/reindex.ts';
import { SealBroken } from '#platform/crypto/vault.ts';
import { buildPlatform } from '#platform/platform.ts';
import { withWork, type Work } from '#platform/work.ts';
import { people } from '../registry/registry.fixture.ts';
import { startCare, type CareHouse } from './care.fixture.ts';
import { careKeyFits, careRoom } from './index.ts';

let house: CareHouse;
beforeEach(async () => void (house = await startCare()), 60_000);
afterEach(() => house.world.close());

const records = () =>
  house.world.asSystem((work) =>
    asCare(work, () =>
      work.db.selectFrom('care.record').select(['id', 'state', 'ending']).orderBy('id').execute(),
    ),
  );
const personOf = (who: keyof typeof people): Promise<string> =>
  house.world.asSystem(async (work) => {
    const row = await work.db
      .selectFrom('registry.person')
      .select('id')
      .where('id_index', '=', work.vault.index(people[who].number, 'id-number'))
      .executeTakeFirstOrThrow();
    return row.id;
  });

test('a term ends a record by itself, its people are told without a name, and it is deleted after its time of keeping', async () => {
  const { world, opened, worker } = house;
  const id = await opened({ until: '2026-12-10' });
  world.clock.set('2026-12-10T12:00:00Z');
  await world.settle();
  expect(await records()).toMatchObject([{ id, state: 'open' }]);
  world.clock.set('2026-12-11T12:00:00Z');
  await world.settle();
  expect(await records()).toMatchObject([{ id, state: 'closed', ending: 'term' }]);
  const messages = await world.as(worker).get('/api/messages?limit=100');
  expect(messages.body).toContain('期限届满');
  expect(messages.body).not.toContain('张');
  world.clock.set('2027-03-12T12:00:00Z');
  await world.settle();
  expect(await records()).toEqual([]);
});

test('a legal hold keeps what is closed from being deleted until it is lifted', async () => {
  const { world, opened, act, worker } = house;
  const id = await opened();
  await act(worker, id, 'closing', { ending: 'moved', words: '已搬离本街道' });
  const [officer, other] = [await world.person('privacy'), await world.person('privacy')];
  const subject = await personOf('zhang');
  const held = await world
    .as(officer)
    .post('/api/retention/holds', { subject, basis: '民事诉讼法第八十四条', reason: '法院要求保全' });
  world.clock.set('2027-06-01T02:00:00Z');
  await world.settle();
  expect(await records()).toMatchObject([{ id, state: 'closed' }]);
  await world.as(other).post(`/api/retention/holds/${held.json().id}/lifting`, { reason: '案件已经审结' });
  world.clock.advance({ hours: 2 });
  await world.settle();
  expect(await records()).toEqual([]);
});

test('a record whose two people have both left office ends, and a proposal nobody decides is forgotten', async () => {
  const { world, act, propose } = house;
  const [one, two] = [
    await world.person('department', 'justice_office'),
    await world.person('department', 'justice_office'),
  ];
  const { id } = (await propose({ by: one, second: two })).json<{ id: string }>();
  await act(two, id, 'decision', { approve: true, answer: '同意' });
  await propose({ who: 'li' });
  await world.asSystem(({ db, now }) =>
    db
      .updateTable('identity.post')
      .set({ valid_to: now })
      .where('account', 'in', [one.account, two.account])
      .execute(),
  );
  world.clock.advance({ days: 1 });
  await world.settle();
  expect(await records()).toMatchObject([
    { id, state: 'closed', ending: 'unattended' },
    { state: 'proposed' },
  ]);
  world.clock.advance({ days: 15 });
  await world.settle();
  expect(await records()).toMatchObject([{ id }]);
});

test('erasing somebody takes their special-care records along, and what a backup holds of them cannot be read', async () => {
  const { world, opened, act, look, worker, second } = house;
  const id = await opened();
  await act(worker, id, 'notes', { text: '电话联系', contactOn: '2026-12-02' });
  const kept = await opened({ who: 'li' });
  const person = await personOf('zhang');
  const backup = await world.asSystem((work) =>
    asCare(work, () =>
      work.db
        .selectFrom('care.record')
        .select(['street', 'id', 'unit', 'person_enc', 'person_index', 'body_enc', 'worker', 'second'])
        .select(['contact_on', 'until', 'requested_by', 'requested_at'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    ),
  );
  const [officer, other] = [await world.person('privacy'), await world.person('privacy')];
  const asked = await world
    .as(officer)
    .post('/api/retention/erasures', { person, ground: 'left', reason: '已迁出本街道满五年' });
  await world
    .as(other)
    .post(`/api/retention/erasures/${asked.json().id}/decision`, { approve: true, answer: '符合删除条件' });
  await world.settle();
  expect(await records()).toMatchObject([{ id: kept }]);
  await world.asSystem((work) =>
    asCare(work, () =>
      work.db
        .insertInto('care.record')
        .values({ ...backup, state: 'proposed' })
        .execute(),
    ),
  );
  expect((await look(second, id)).json().code).toBe('platform.not_found');
});

const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64');

/** The same database, served by a process that was started with other keys. */
async function served<T>(env: Record<string, string>, act: (work: Work) => Promise<T>): Promise<T> {
  const { world } = house;
  const { dataDir, masterKey } = world.platform.settings;
  const platform = await buildPlatform({
    settings: readSettings({
      DEMO: 'off',
      LOG_LEVEL: 'silent',
      DATA_DIR: dataDir,
      MASTER_KEY: masterKey.toString('base64'),
      ...env,
    }),
    url: world.url,
    rooms: world.platform.rooms,
    clock: world.clock.now,
  });
  try {
    const system = { service: 'system', street: world.street } as const;
    return await withWork(platform, system, world.clock.now(), 'write', act);
  } finally {
    await platform.close();
  }
}

test('a key of its own, and the change of that key, leave every record readable and none under the old key', async () => {
  const { act, opened, worker } = house;
  const id = await opened();
  await act(worker, id, 'notes', { text: '电话联系', contactOn: '2026-12-02' });
  const rotate = async (work: Work) => {
    for (const table of careRoom.sealed ?? []) await resealBatch(work, table, 100);
    for (const table of careRoom.indexed ?? [])
      await reindexBatch(work, table, { after: null, limit: 100, mend: true });
  };
  const stale = async (work: Work) => {
    let rows = 0;
    for (const table of careRoom.sealed ?? []) rows += await staleRows(work, table);
    return rows;
  };
  const first = { CARE_KEY: keyOf(11) };
  expect(await served(first, careKeyFits)).toBe('seals');
  expect(await served(first, stale)).toBe(2);
  await served(first, rotate);
  expect(await served(first, careKeyFits)).toBe('all');
  const next = { CARE_KEY: keyOf(12) };
  expect(await served(next, careKeyFits)).toBe('nothing');
  await served({ ...next, CARE_KEY_PREVIOUS: first.CARE_KEY }, rotate);
  expect(await served(next, careKeyFits)).toBe('all');
  expect(await served(next, stale)).toBe(0);
  expect(await served(first, careKeyFits)).toBe('nothing');
  await expect(served(first, rotate)).rejects.toThrow(SealBroken);
});
