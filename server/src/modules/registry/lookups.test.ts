import { accessFlags } from '@fengqiao/contract/audit.ts';
import { LOOKUPS_A_MINUTE } from '@fengqiao/contract/registry/people.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { idOf, people, peopleCsv, startRegistry, type Registry } from './registry.fixture.ts';

let registry: Registry;
beforeAll(async () => void (registry = await startRegistry()));
afterAll(() => registry.world.close());

test('nobody tries out number after number: look-ups by phone and ID number are few a minute for each account', async () => {
  const { world, steward, worker } = registry;
  const ask = (by: typeof steward, body: object) =>
    world.as(by).post('/api/registry/people/search', { purpose: 'register', ...body });
  for (let n = 0; n < LOOKUPS_A_MINUTE; n += 1) {
    const by = n % 2 === 0 ? { idNumber: idOf('1987-11-03', n) } : { phone: `199000088${10 + n}` };
    expect((await ask(steward, by)).statusCode).toBe(200);
  }
  const refused = await ask(steward, { idNumber: idOf('1987-11-03', 99) });
  expect([refused.statusCode, refused.json().code]).toEqual([429, 'platform.too_many']);
  expect((await ask(steward, { name: '张三' })).statusCode).toBe(200);
  expect((await ask(worker, { idNumber: idOf('1987-11-03', 99) })).statusCode).toBe(200);
  world.clock.advance({ minutes: 1 });
  expect((await ask(steward, { idNumber: idOf('1987-11-03', 99) })).statusCode).toBe(200);
});

test('what was shown of a person is kept beside their own key nowhere: the same key asks anew, and each look is written down', async () => {
  const { world, steward } = registry;
  await registry.bring('people', peopleCsv);
  const key = 'look-0001';
  const search = () =>
    world
      .as(steward)
      .post('/api/registry/people/search', { purpose: 'register', name: people.zhang.name }, { key });
  const [first, second] = [await search(), await search()];
  expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
  const id = first.json<{ items: { id: string }[] }>().items[0]?.id;
  const reveal = { purpose: 'register', fields: ['name'] };
  await world.as(steward).post(`/api/registry/people/${id}/reveal`, reveal, { key: 'look-0002' });
  const { kept, looks } = await world.asSystem(async (work) => {
    const keys = await work.db
      .selectFrom('platform.idempotency')
      .select('key')
      .where('key', 'like', 'look-%')
      .execute();
    const accesses = await work.db
      .selectFrom('audit.access')
      .select('action')
      .where(sql<boolean>`${id ?? ''}::uuid = any(subjects)`)
      .orderBy('id')
      .execute();
    return { kept: keys, looks: accesses.map(({ action }) => action) };
  });
  expect(kept).toEqual([]);
  expect(looks).toEqual(['registry.search', 'registry.search', 'registry.reveal']);
});

test('a search that finds nobody is on record too, under a pseudonym of what was sought and with nothing of it in clear', async () => {
  const { world, community } = registry;
  const nobody = idOf('1987-11-03', 77);
  const ask = (body: object) =>
    world.as(community).post('/api/registry/people/search', { purpose: 'register', ...body });
  for (const body of [
    { idNumber: nobody },
    { idNumber: nobody },
    { name: '查无此人' },
    { address: '乌有路' },
  ])
    expect((await ask(body)).json()).toMatchObject({ items: [] });
  const looks = await world.asSystem((work) =>
    work.db
      .selectFrom('audit.access')
      .select(['subjects', 'action'])
      .where('account', '=', community.account)
      .where(sql<boolean>`flags & ${1 << accessFlags.missed.bit} <> 0`)
      .orderBy('id')
      .execute(),
  );
  expect(looks.map(({ action }) => action)).toEqual(Array(3).fill('registry.search'));
  expect(looks[0]?.subjects).toEqual(looks[1]?.subjects);
  expect(looks[2]?.subjects).not.toEqual(looks[1]?.subjects);
  expect(JSON.stringify(looks)).not.toContain(nobody);
});
