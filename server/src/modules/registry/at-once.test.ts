import { DECOYS_MOST } from '@fengqiao/contract/registry/decoys.ts';
import type { OrganizationDetail } from '@fengqiao/contract/registry/places.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#test/people.ts';
import { idOf, people, peopleCsv, startRegistry, type Registry } from './registry.fixture.ts';

let registry: Registry;
const as = (person: TestPerson) => registry.world.as(person);
beforeAll(async () => {
  registry = await startRegistry();
  await registry.bring('people', peopleCsv);
});
afterAll(() => registry.world.close());

type Reply = { statusCode: number; json(): { code?: string } };

/** What became of acts that were done at the same moment; connections are there already, so that they truly meet. */
async function atOnce(acts: readonly (() => Promise<Reply>)[]): Promise<string[]> {
  await Promise.all(acts.slice(0, 6).map(() => as(registry.steward).get('/api/me')));
  const replies = await Promise.all(acts.map((act) => act()));
  return replies.map((reply) => (reply.statusCode === 200 ? 'done' : String(reply.json().code))).toSorted();
}
const times = (n: number, act: (i: number) => () => Promise<Reply>) =>
  Array.from({ length: n }, (_, i) => act(i));

test('whoever guesses a name many times in one moment has five tries and no more', async () => {
  const resident = await registry.world.person('resident');
  const codes = await atOnce(
    times(
      12,
      (i) => () =>
        as(resident).post('/api/me/real-name', { name: '猜一猜', idNumber: idOf('1961-01-01', i) }),
    ),
  );
  expect(codes.filter((code) => code === 'registry.not_proven')).toHaveLength(5);
  expect(codes.filter((code) => code === 'registry.proving_paused')).toHaveLength(7);
});

test('a number is not guessed from many accounts in one moment either', async () => {
  const guessing: TestPerson[] = [];
  while (guessing.length < 9) guessing.push(await registry.world.person('resident'));
  const codes = await atOnce(
    guessing.map(
      (by) => () => as(by).post('/api/me/real-name', { name: '猜一猜', idNumber: people.wang.number }),
    ),
  );
  expect(codes.filter((code) => code === 'registry.not_proven')).toHaveLength(5);
});

test('of two decoys that are planted at the same moment as the last, one stands', async () => {
  const officer = await registry.world.person('privacy');
  const plant = () => as(officer).post('/api/registry/decoys', { community: 'c01' });
  for (let n = 1; n < DECOYS_MOST; n += 1) await plant();
  expect(await atOnce([plant, plant])).toEqual(['done', 'registry.decoys_enough']);
});

test('of two tables of one kind that are begun at the same moment, one is checked', async () => {
  const header = '姓名,身份证号';
  const files = [
    await registry.upload(`${header}\n甲,${idOf('1999-01-01', 41)}\n`),
    await registry.upload(`${header}\n乙,${idOf('1999-01-01', 42)}\n`),
  ];
  const begin = (file: string) => () =>
    as(registry.steward).post('/api/registry/imports', {
      kind: 'people',
      file,
      mapping: { fields: { name: '姓名', idNumber: '身份证号' } },
      source: '社区',
      asOf: '2026-11-02',
    });
  expect(await atOnce(files.map(begin))).toEqual(['done', 'registry.import_running']);
  await registry.world.settle();
});

test('one fact is corrected by one correction, however many ask at the same moment', async () => {
  const found = await as(registry.steward).post('/api/registry/people/search', {
    purpose: 'register',
    name: people.zhang.name,
  });
  const { id } = found.json<{ items: { id: string }[] }>().items[0] ?? { id: '' };
  const ask = (i: number) => () =>
    as(registry.steward).post(`/api/registry/people/${id}/corrections`, {
      wishes: [{ field: 'phone', value: `1990000012${i}` }],
    });
  expect(await atOnce(times(3, ask))).toEqual([
    'done',
    'registry.correction_open',
    'registry.correction_open',
  ]);
});

test('a credit code stands for one organization, however many take it at the same moment', async () => {
  const stated = { source: '入户核实', asOf: '2026-11-20' };
  const added = await Promise.all(
    ['枫桥豆腐坊', '枫桥酱园'].map((name) =>
      as(registry.community).post('/api/registry/organizations', {
        name,
        kind: 'household_business',
        address: '橹声路8号1幢',
        ...stated,
      }),
    ),
  );
  const take = (id: string) => () =>
    as(registry.community).put(`/api/registry/organizations/${id}`, {
      facts: { creditCode: '91110000600037341L' },
      version: 1,
      ...stated,
    });
  const ids = added.map((reply) => reply.json<OrganizationDetail>().id);
  expect(await atOnce(ids.map(take))).toEqual(['done', 'registry.organization_known']);
});
