import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '#test/world.ts';
import { lowerRooms } from '#test/rooms.ts';
import type { TestPerson } from '#test/people.ts';
import { findApiKey } from './index.ts';

let world: World;
let admin: TestPerson;

beforeAll(async () => {
  world = await startWorld({ rooms: lowerRooms });
  admin = await world.person('admin');
});
afterAll(() => world.close());

const code = (reply: { json(): { code: string } }) => reply.json().code;
const team = (id: string, parent: string | null = 'urban_ops') => ({
  id,
  kind: 'team',
  parent,
  name: { zh: '养护班', en: 'Crew' },
  shortZh: '养护班',
});

test('anybody may see the tree of units, parents before what is below them', async () => {
  const { items } = (await world.as(null).get('/api/units')).json();
  expect(items[0]).toMatchObject({ id: 'street', kind: 'street', parent: null });
  const at = (id: string) => items.findIndex((unit: { id: string }) => unit.id === id);
  for (const { id, parent } of items) if (parent !== null) expect(at(parent)).toBeLessThan(at(id));
});

test("a new team is at once within its department's sight, and moves with it", async () => {
  const worker = await world.person('department', 'urban_ops');
  const units = async () => (await world.as(worker).get('/api/me')).json().units;
  expect((await world.as(admin).post('/api/units', team('crew_a'))).statusCode).toBe(200);
  expect((await world.as(admin).post('/api/units', team('crew_b', 'crew_a'))).statusCode).toBe(200);
  expect(await units()).toEqual(['crew_a', 'crew_b', 'urban_ops'].sort());
  const { id: _, ...moved } = team('crew_a', 'law_enforcement');
  expect((await world.as(admin).put('/api/units/crew_a', moved)).json().parent).toBe('law_enforcement');
  expect(await units()).toEqual(['urban_ops']);
  const other = await world.person('department', 'law_enforcement');
  expect((await world.as(other).get('/api/me')).json().units.sort()).toEqual([
    'crew_a',
    'crew_b',
    'law_enforcement',
  ]);
});

test('a unit is not entered twice, nor below itself, nor under nothing', async () => {
  await world.as(admin).post('/api/units', team('crew_c'));
  await world.as(admin).post('/api/units', team('crew_d', 'crew_c'));
  expect(code(await world.as(admin).post('/api/units', team('crew_c')))).toBe('identity.unit_taken');
  expect(code(await world.as(admin).post('/api/units', team('crew_e', 'nowhere')))).toBe(
    'identity.unit_parent',
  );
  const { id: _, ...loop } = team('crew_c', 'crew_d');
  expect(code(await world.as(admin).put('/api/units/crew_c', loop))).toBe('identity.unit_parent');
});

test('a unit with people or units below it stays', async () => {
  await world.as(admin).post('/api/units', team('crew_f'));
  await world.as(admin).post('/api/units', team('crew_g', 'crew_f'));
  const worker = await world.person('department', 'crew_g');
  expect(code(await world.as(admin).delete('/api/units/crew_f'))).toBe('identity.unit_in_use');
  expect(code(await world.as(admin).delete('/api/units/crew_g'))).toBe('identity.unit_in_use');
  await world.as(admin).post(`/api/posts/${worker.post}/end`, { reason: '撤编' });
  expect((await world.as(admin).delete('/api/units/crew_g')).statusCode).toBe(200);
  expect((await world.as(admin).delete('/api/units/crew_f')).statusCode).toBe(200);
  expect((await world.as(admin).delete('/api/units/crew_f')).statusCode).toBe(404);
});

const table = [
  { 代码: 'c09-g01', 类型: 'grid', 上级: 'c09', 名称: '九社一格' },
  {
    代码: 'c09',
    类型: 'community',
    上级: 'street',
    名称: '第九社区',
    英文名: 'Ninth',
    仅工作日: '是',
    上班: '9:00',
  },
];
const importTable = (rows: object[], dryRun: boolean) =>
  world.as(admin).post('/api/units/imports', { rows, dryRun });

test('a table of units is tried out first, imported whole, and changes nothing the second time', async () => {
  expect((await importTable(table, true)).json()).toMatchObject({
    added: 2,
    changed: 0,
    applied: false,
    problems: [],
  });
  expect((await world.as(null).get('/api/units')).body).not.toContain('c09');
  expect((await importTable(table, false)).json()).toMatchObject({ added: 2, applied: true });
  expect((await importTable(table, false)).json()).toMatchObject({ added: 0, changed: 0, same: 2 });
  const ninth = (await world.as(null).get('/api/units'))
    .json()
    .items.find((unit: { id: string }) => unit.id === 'c09');
  expect(ninth).toMatchObject({
    window: { from: '09:00', to: '17:30', workdaysOnly: true },
    name: { zh: '第九社区', en: 'Ninth' },
  });
});

test('one wrong row imports nothing, and is named', async () => {
  const reply = (
    await importTable(
      [
        { 代码: 'c10', 类型: 'community', 上级: 'street', 名称: '第十社区' },
        { 代码: 'c11', 类型: 'planet', 上级: 'street', 名称: '火星' },
      ],
      false,
    )
  ).json();
  expect(reply).toMatchObject({ applied: false, problems: [{ row: 2 }] });
  const loop = (
    await importTable(
      [
        { 代码: 'l1', 类型: 'team', 上级: 'l2', 名称: '甲' },
        { 代码: 'l2', 类型: 'team', 上级: 'l1', 名称: '乙' },
      ],
      false,
    )
  ).json();
  expect(loop.problems.map(({ row }: { row: number }) => row)).toEqual([1, 2]);
  expect((await world.as(null).get('/api/units')).body).not.toMatch(/c10|"l1"/);
});

test('a department moved by import takes its teams along', async () => {
  await world.as(admin).post('/api/units', team('crew_h', 'sanitation_co'));
  await importTable(
    [{ 代码: 'sanitation_co', 类型: 'public_enterprise', 上级: 'urban_ops', 名称: '环卫公司' }],
    false,
  );
  const worker = await world.person('department', 'urban_ops');
  expect((await world.as(worker).get('/api/me')).json().units).toContain('crew_h');
});

test('a key of another system is shown once, opens only its scope, and nothing after it was ended', async () => {
  const { id, key } = (
    await world.as(admin).post('/api/api-keys', { name: '城运平台', scopes: ['open311'] })
  ).json();
  const { db } = world.platform;
  expect(await findApiKey(db, key, 'open311')).toBeNull();
  const approve = (by: TestPerson) => world.as(by).post(`/api/api-keys/${id}/approval`);
  expect((await approve(admin)).json().code).toBe('identity.own_key');
  const alone = world.asSystem(({ db: tx, now }) =>
    tx.updateTable('identity.api_key').set({ approved_at: now }).where('id', '=', id).execute(),
  );
  await expect(alone).rejects.toThrow('api_key_four_eyes');
  const other = await world.person('admin');
  expect((await approve(other)).statusCode).toBe(200);
  expect((await approve(other)).json().code).toBe('platform.stale');
  expect(await findApiKey(db, key, 'open311')).toEqual({
    street: world.street,
    id,
    name: '城运平台',
    unit: null,
  });
  expect(await findApiKey(db, key, 'read_stats')).toBeNull();
  expect(await findApiKey(db, `${key}x`, 'open311')).toBeNull();
  const list = await world.as(admin).get('/api/api-keys');
  expect(list.body).not.toContain(key);
  expect(list.json().items[0]).toMatchObject({ name: '城运平台', state: 'active', endedAt: null });
  expect((await world.as(admin).delete(`/api/api-keys/${id}`)).statusCode).toBe(200);
  expect(await findApiKey(db, key, 'open311')).toBeNull();
  expect((await world.as(admin).delete(`/api/api-keys/${id}`)).statusCode).toBe(404);
});
