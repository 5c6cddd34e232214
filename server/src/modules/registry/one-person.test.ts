import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TwinView } from '@fengqiao/contract/registry/twins.ts';
import type { PersonSummary } from '@fengqiao/contract/registry/people.ts';
import { personSeals } from '#modules/identity';
import type { TestPerson } from '#test/people.ts';
import { idOf, startRegistry, type Registry } from './registry.fixture.ts';

let registry: Registry;
let officer: TestPerson;
const as = (person: TestPerson) => registry.world.as(person);
beforeAll(async () => {
  registry = await startRegistry();
  officer = await registry.world.person('privacy');
});
afterAll(() => registry.world.close());

const header = '姓名,身份证号,出生日期,手机号码,现住址,人口类别\n';
const born = (n: number) => `199${n}-02-03`;

/** Somebody who stands in the registry so many times: by their number, without one, by a wrong one; the keys, the numbered first. */
async function standing(n: number, times = 2): Promise<{ name: string; number: string; ids: string[] }> {
  const name = `钱多${'一二三四五六七'[n] ?? ''}`;
  const number = idOf(born(n), 60 + n);
  const row = (id: string) => `${name},${id},${born(n)},1990000007${n},橹声路8号1幢301室,常住人口\n`;
  for (const id of [number, '', idOf(born(n), 80 + n)].slice(0, times))
    await registry.bring('people', header + row(id));
  const found = await as(registry.steward).post('/api/registry/people/search', { purpose: 'register', name });
  const byNumber = await as(registry.steward).post('/api/registry/people/search', {
    purpose: 'register',
    idNumber: number,
  });
  const [numbered] = byNumber.json<{ items: PersonSummary[] }>().items;
  const others = found
    .json<{ items: PersonSummary[] }>()
    .items.map(({ id }) => id)
    .filter((id) => id !== numbered?.id);
  return { name, number, ids: [numbered?.id ?? '', ...others] };
}

/** Proposes and merges two of them. */
async function merge(keep: string, gone: string): Promise<string> {
  await as(registry.steward).post('/api/registry/twins/search', {});
  const { items } = (await as(registry.steward).get('/api/registry/twins')).json<{ items: TwinView[] }>();
  const pair = items.find(({ one, other }) => [one, other].includes(keep) && [one, other].includes(gone));
  const path = `/api/registry/twins/${pair?.one}/${pair?.other}`;
  const merged = await as(registry.steward).post(`${path}/decision`, { keep });
  expect(merged.json()).toMatchObject({ state: 'merged' });
  return path;
}

const look = (id: string) =>
  as(registry.steward).post(`/api/registry/people/${id}/view`, { purpose: 'register' });
const prove = (who: TestPerson, { name, number }: { name: string; number: string }) =>
  as(who).post('/api/me/real-name', { name, idNumber: number });
const looksAtMe = async (who: TestPerson) =>
  (await as(who).get('/api/me/accesses')).json<{ items: { action: string }[] }>().items.length;

test('whoever proved to be the row that went is the one that stays, and reads who looked at either; undone, their own alone', async () => {
  const one = await standing(1);
  const [numbered = '', other = ''] = one.ids;
  const resident = await registry.world.person('resident');
  expect((await prove(resident, one)).json()).toEqual({ level: 2 });
  await look(other);
  const before = await looksAtMe(resident);
  const path = await merge(other, numbered);
  expect(await looksAtMe(resident)).toBeGreaterThan(before);
  expect((await as(resident).get('/api/me/registry')).json()).toMatchObject({ known: true });
  expect((await as(registry.steward).post(`${path}/undoing`, {})).json()).toMatchObject({ state: 'open' });
  const parted = await looksAtMe(resident);
  await look(other);
  expect(await looksAtMe(resident)).toBe(parted);
  await look(numbered);
  expect(await looksAtMe(resident)).toBe(parted + 1);
});

test('whoever proves it after the merge reads looks at both rows', async () => {
  const one = await standing(2);
  const [numbered = '', other = ''] = one.ids;
  await look(other);
  await merge(numbered, other);
  const resident = await registry.world.person('resident');
  await prove(resident, one);
  const seen = await looksAtMe(resident);
  await look(numbered);
  expect([seen > 0, await looksAtMe(resident)]).toEqual([true, seen + 1]);
});

test('an erasure takes every row that was merged, over two steps, and a hold on one of them holds all', async () => {
  const one = await standing(3, 3);
  const [numbered = '', second = '', third = ''] = one.ids;
  const readable = () =>
    registry.world.asSystem(async (work) => (await personSeals(work, [numbered, second, third])).size);
  await merge(second, third);
  await merge(numbered, second);
  expect(await readable()).toBe(3);
  const other = await registry.world.person('privacy');
  const held = (
    await as(officer).post('/api/retention/holds', {
      subject: third,
      basis: '民事诉讼法第八十四条',
      reason: '法院要求保全',
    })
  ).json<{ id: string }>();
  const asked = (
    await as(officer).post('/api/retention/erasures', {
      person: numbered,
      ground: 'left',
      reason: '已迁出三年',
    })
  ).json<{ id: string }>();
  const decide = () =>
    as(other).post(`/api/retention/erasures/${asked.id}/decision`, { approve: true, answer: '符合删除条件' });
  expect((await decide()).json()).toMatchObject({ code: 'retention.held' });
  const desk = (await as(officer).get('/api/retention/erasures')).json<{ items: { held: boolean }[] }>();
  expect(desk.items).toMatchObject([{ held: true }]);
  await as(other).post(`/api/retention/holds/${held.id}/lifting`, { reason: '案件已结' });
  expect((await decide()).json()).toMatchObject({ state: 'approved' });
  await registry.world.settle();
  expect(await readable()).toBe(0);
  const rows = await registry.world.asSystem((work) =>
    work.db
      .selectFrom('registry.person')
      .select(['name_index', 'id_index', 'phone_index', 'g2_enc', 'g3_enc'])
      .where('id', 'in', one.ids)
      .execute(),
  );
  expect(rows.map((row) => Object.values(row))).toEqual(Array(3).fill(Array(5).fill(null)));
});
