import { afterAll, beforeAll, expect, test } from 'vitest';
import { DECOYS_MOST, type DecoyView } from '@fengqiao/contract/registry/decoys.ts';
import type { PersonSummary } from '@fengqiao/contract/registry/people.ts';
import type { TestPerson } from '#test/people.ts';
import { peopleCsv, startRegistry, type Registry } from './registry.fixture.ts';

let registry: Registry;
let officer: TestPerson;
const as = (person: TestPerson) => registry.world.as(person);
beforeAll(async () => {
  registry = await startRegistry();
  officer = await registry.world.person('privacy');
  await registry.bring('people', peopleCsv);
});
afterAll(() => registry.world.close());

const plant = (community = 'c01', by = officer) => as(by).post('/api/registry/decoys', { community });
const decoys = async (by = officer) =>
  (await as(by).get('/api/registry/decoys')).json<{ items: DecoyView[] }>().items;
const found = async (name: string) =>
  (await as(registry.community).post('/api/registry/people/search', { purpose: 'register', name })).json<{
    items: PersonSummary[];
  }>().items;
const reveal = (id: string) =>
  as(registry.community).post(`/api/registry/people/${id}/reveal`, {
    purpose: 'register',
    fields: ['phone'],
  });

test('a decoy stands among the people like any of them; seeing one masked is nothing, in clear it is told at once', async () => {
  const planted = await plant();
  expect(planted.statusCode).toBe(200);
  const { id, name } = planted.json<DecoyView>();
  expect(planted.json()).toMatchObject({ community: 'c01', looks: 0, liftedAt: null, lastLookAt: null });
  const [row] = (await found(name)).filter((one) => one.id === id);
  const [other] = await found('张三丰');
  expect(Object.keys(row ?? {})).toEqual(Object.keys(other ?? {}));
  expect(row?.community).toEqual(other?.community);
  const view = (one: string) =>
    as(registry.community).post(`/api/registry/people/${one}/view`, { purpose: 'register' });
  const sources = async (one: string) =>
    (await view(one))
      .json<{ fields: { source: string; asOf: string }[] }>()
      .fields.map(({ source, asOf }) => `${source} ${asOf}`);
  expect(new Set(await sources(id))).toEqual(new Set(await sources(other?.id ?? '')));
  expect(await decoys()).toMatchObject([{ id, looks: 0 }]);
  expect((await reveal(id)).statusCode).toBe(200);
  expect(await decoys(await registry.world.person('auditor'))).toMatchObject([
    { id, looks: 1, lastLookAt: expect.any(String) },
  ]);
  await registry.world.settle();
  const told = await registry.world.asSystem((work) =>
    work.db.selectFrom('notices.message').select('kind').where('account', '=', officer.account).execute(),
  );
  expect(told.map(({ kind }) => kind)).toContain('access.canary_met');
});

test('nobody else learns which rows are invented, and none is planted where it would stand alone', async () => {
  for (const by of [registry.steward, registry.community, registry.worker]) {
    expect((await as(by).get('/api/registry/decoys')).statusCode).toBe(403);
    expect((await plant('c01', by)).statusCode).toBe(403);
  }
  expect((await plant('c03')).json()).toMatchObject({ code: 'registry.decoy_alone' });
});

test('a decoy that is lifted is gone from the register; who had looked stays on record', async () => {
  const [decoy] = await decoys();
  const lift = () => as(officer).post(`/api/registry/decoys/${decoy?.id}/lifting`, {});
  expect((await lift()).json()).toEqual({ ok: true });
  expect((await lift()).statusCode).toBe(404);
  expect((await found(decoy?.name ?? '')).filter(({ id }) => id === decoy?.id)).toEqual([]);
  expect((await reveal(decoy?.id ?? '')).statusCode).toBe(404);
  expect(await decoys()).toMatchObject([
    { id: decoy?.id, name: '—', looks: 1, liftedAt: expect.any(String) },
  ]);
});

test('no more stand at a time than statistics can bear', async () => {
  const standing = () => decoys().then((all) => all.filter(({ liftedAt }) => liftedAt === null).length);
  for (let more = DECOYS_MOST - (await standing()); more > 0; more -= 1) await plant();
  expect((await plant()).json()).toMatchObject({ code: 'registry.decoys_enough' });
  expect(await standing()).toBe(DECOYS_MOST);
});
