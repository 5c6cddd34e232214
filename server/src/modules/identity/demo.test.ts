import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoRoleNames } from '@fengqiao/contract/demo.ts';
import { COOKIE } from '#platform/http.ts';
import { smallTree } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { lowerRooms } from '#test/rooms.ts';
import { DEMO_PASSWORD, installAdmins, seedPeople, type Seeded } from './index.ts';

const justice = {
  id: 'justice_office',
  kind: 'dispatched' as const,
  parent: 'street',
  name: { zh: '司法所', en: 'Justice office' },
  shortZh: '司法所',
};
let demo: World;
let real: World;
let seeded: Seeded;

beforeAll(async () => {
  [demo, real] = await Promise.all([
    startWorld({ rooms: lowerRooms, env: { DEMO: 'on' } }),
    startWorld({ rooms: lowerRooms }),
  ]);
  seeded = await demo.asSystem((work) =>
    seedPeople(work, [...smallTree, justice].reverse(), { nameOf: (n) => `演示${n}`, residents: 20 }),
  );
});
afterAll(() => Promise.all([demo.close(), real.close()]));

const enter = (role: string, token = '') =>
  demo
    .as(token === '' ? null : { token, account: '', name: '', street: demo.street })
    .post('/api/demo/sessions', { role });

test('every role of the tour opens with one press, each at a post where it belongs', async () => {
  for (const role of demoRoleNames) {
    const reply = await enter(role);
    expect([role, reply.statusCode]).toEqual([role, 200]);
    expect(reply.json()).toMatchObject(
      role === 'guest' || role === 'resident'
        ? { kind: role, role: null }
        : { kind: 'staff', role: role === 'justice' ? 'department' : role },
    );
  }
});

test('the tour tells who is who, in both languages, with login and password', async () => {
  const { items } = (await demo.as(null).get('/api/demo/roles')).json();
  expect(items.map(({ role }: { role: string }) => role)).toEqual(demoRoleNames);
  const dispatcher = items.find(({ role }: { role: string }) => role === 'dispatcher');
  expect(dispatcher).toMatchObject({
    login: 'demo-dispatcher',
    password: DEMO_PASSWORD,
    unitName: { zh: '联动中心' },
  });
  expect(
    (await demo.as(null).post('/api/sessions', { login: dispatcher.login, password: DEMO_PASSWORD })).json()
      .role,
  ).toBe('dispatcher');
});

test('becoming a guest again leaves the role held before', async () => {
  const token = (await enter('leader')).cookies.find(({ name }) => name === COOKIE)?.value ?? '';
  expect((await enter('guest', token)).json().kind).toBe('guest');
  expect(
    (await demo.as({ token, account: '', name: '', street: demo.street }).get('/api/sessions')).statusCode,
  ).toBe(401);
});

test('on a real street there is no tour, no role for the taking and no outbox to read', async () => {
  for (const reply of [
    await real.as(null).get('/api/demo/roles'),
    await real.as(null).post('/api/demo/sessions', { role: 'admin' }),
    await real.as(null).get('/api/demo/outbox'),
  ]) {
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'platform.not_found']);
  }
});

test('without a message provider a real street says so instead of letting people wait for a code', async () => {
  const reply = await real.as(null).post('/api/phone-codes', { phone: '13712340000' });
  expect([reply.statusCode, reply.json().code]).toEqual([503, 'identity.sms_not_set']);
});

test('a demo street has staff for every unit and residents whose phones are found by index only', async () => {
  const at = (unit: string) => seeded.staff.filter((one) => one.unit === unit).map(({ role }) => role);
  expect(at('urban_ops')).toEqual(['department', 'department', 'department']);
  expect(at('c01')).toEqual(['community', 'community']);
  expect(at('c02-g02')).toEqual(['grid_worker']);
  expect(new Set(seeded.staff.map(({ login }) => login)).size).toBe(seeded.staff.length);
  const rows = await demo.asSystem(({ db }) =>
    db.selectFrom('identity.account').selectAll().where('kind', '=', 'resident').execute(),
  );
  expect(rows).toHaveLength(20);
  for (const row of rows) expect(row.phone_enc?.includes(Buffer.from('1990000'))).toBe(false);
});

test('the operator sets up the first two administrators, who then start with one-time passwords', async () => {
  const root = {
    id: 'root',
    kind: 'street' as const,
    parent: null,
    name: { zh: '听枫街道', en: 'Tingfeng' },
    shortZh: '街道',
  };
  const made = await real.asSystem((work) =>
    installAdmins(
      work,
      [
        { login: 'admin.a', name: '甲' },
        { login: 'admin.b', name: '乙' },
      ],
      root,
    ),
  );
  for (const { login, password } of made) {
    expect(
      (await real.as(null).post('/api/sessions', { login, password, newPassword: 'Maple-Bridge-77' })).json()
        .role,
    ).toBe('admin');
  }
  await expect(
    real.asSystem((work) => installAdmins(work, [{ login: 'Admin.A', name: '丙' }], root)),
  ).rejects.toThrow('identity.login_taken');
});
