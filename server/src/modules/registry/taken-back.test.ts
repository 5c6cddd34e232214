import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MyRegistry } from '@fengqiao/contract/registry/corrections.ts';
import type { RegistryImportDetail } from '@fengqiao/contract/registry/imports.ts';
import type { HomeDetail } from '@fengqiao/contract/registry/places.ts';
import { homesCsv, people, peopleCsv, startRegistry, type Registry } from './registry.fixture.ts';

/** A table that is taken back, or meets what was written by hand while it was being looked at. */

let registry: Registry;
const asSteward = () => registry.world.as(registry.steward);
beforeAll(async () => void (registry = await startRegistry()));
afterAll(() => registry.world.close());

const importOf = async (id: string) =>
  (await asSteward().get(`/api/registry/imports/${id}`)).json<RegistryImportDetail>();
async function takeBack(id: string): Promise<string> {
  await asSteward().post(`/api/registry/imports/${id}/undoing`, { reason: '对方发错了文件' });
  await registry.world.settle();
  return (await importOf(id)).state;
}
const idFor = async (name: string) =>
  (await asSteward().post('/api/registry/people/search', { purpose: 'register', name })).json<{
    items: { id: string }[];
  }>().items[0]?.id ?? '';
const homesOf = async (name: string) => {
  const id = await idFor(name);
  const { rows } = await registry.world.asSystem(({ db }) =>
    sql<{ home: string | null }>`select home from registry.person where id = ${id}`.execute(db),
  );
  return rows;
};

test('nobody lives on in a home that was taken back', async () => {
  const homes = await registry.bring('homes', homesCsv);
  const brought = await registry.bring('people', peopleCsv);
  expect(await homesOf(people.zhang.name)).toEqual([{ home: expect.any(String) }]);
  expect(await takeBack(homes.id)).toBe('undone');
  expect(await homesOf(people.zhang.name)).toEqual([{ home: null }]);
  expect(await takeBack(brought.id)).toBe('undone');
});

test('people who are taken back own no home any more, and their corrections go with them', async () => {
  const brought = await registry.bring('people', peopleCsv);
  await registry.bring('homes', homesCsv);
  const list = async () =>
    (await asSteward().get('/api/registry/homes')).json<{ items: HomeDetail[] }>().items;
  const owned = async () => {
    const homes = await list();
    const read = await Promise.all(homes.map(({ id }) => asSteward().get(`/api/registry/homes/${id}`)));
    return read.filter((one) => one.json<HomeDetail>().linked > 0).length;
  };
  expect(await owned()).toBe(1);
  const asked = await asSteward().post(`/api/registry/people/${await idFor(people.li.name)}/corrections`, {
    wishes: [{ field: 'phone', value: '19900000099' }],
  });
  expect(asked.statusCode).toBe(200);
  expect(await takeBack(brought.id)).toBe('undone');
  expect(await owned()).toBe(0);
  expect((await asSteward().get('/api/registry/corrections')).json()).toMatchObject({ items: [] });
});

test('whoever had proved to be somebody of a table that was taken back is nobody the street knows', async () => {
  const { zhao } = people;
  const brought = await registry.bring('people', peopleCsv);
  const resident = await registry.world.person('resident');
  const as = registry.world.as(resident);
  expect((await as.post('/api/me/real-name', { name: zhao.name, idNumber: zhao.number })).json()).toEqual({
    level: 2,
  });
  expect(await takeBack(brought.id)).toBe('undone');
  expect((await as.get('/api/me/registry')).json<MyRegistry>()).toMatchObject({ known: false, fields: [] });
  expect((await as.get('/api/me/children')).json()).toEqual({ items: [] });
  const asked = await as.post('/api/me/registry/corrections', {
    wishes: [{ field: 'phone', value: '19900000099' }],
  });
  expect(asked.json()).toMatchObject({ code: 'registry.not_proven_yet' });
});

test('a table of organizations passes over one that was written by hand while it was looked at', async () => {
  const csv = [
    '单位名称,统一社会信用代码,经营地址,单位类别',
    '枫桥豆腐坊,91110000600037341L,橹声路8号1幢,企业',
    '枫桥酱园,,橹声路9号1幢,企业',
    '',
  ].join('\n');
  const checked = await registry.bring('organizations', csv, { apply: false });
  expect(checked).toMatchObject({ state: 'checked', created: 2 });
  const added = await registry.world.as(registry.community).post('/api/registry/organizations', {
    name: '枫桥豆腐坊',
    kind: 'household_business',
    creditCode: '91110000600037341L',
    address: '橹声路8号1幢',
    source: '入户核实',
    asOf: '2026-11-20',
  });
  expect(added.statusCode).toBe(200);
  await asSteward().post(`/api/registry/imports/${checked.id}/application`, {});
  await registry.world.settle();
  expect((await importOf(checked.id)).state).toBe('applied');
  const { items } = (await asSteward().get('/api/registry/organizations')).json<{
    items: { id: string; name: string; kind: string }[];
  }>();
  expect(items.map(({ name, kind }) => [name, kind]).toSorted()).toEqual([
    ['枫桥豆腐坊', 'household_business'],
    ['枫桥酱园', 'enterprise'],
  ]);
  const held = await registry.world.asSystem(({ db }) =>
    db.selectFrom('registry.code').select('subject').where('scheme', '=', 'credit').execute(),
  );
  expect(held).toEqual([{ subject: added.json<{ id: string }>().id }]);
});
