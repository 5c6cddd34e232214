import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAccess, type Look } from '#modules/audit';
import { makeApiKey } from '#test/api-key.ts';
import { family, startFamily, type Family } from './family.fixture.ts';

let house: Family;
let key: string;
let father: string;
beforeAll(async () => {
  house = await startFamily();
  father = await house.idOf('father');
  const { world } = house.registry;
  ({ key } = await makeApiKey(world, { name: '市民门户', scopes: ['tracker'] }));
});
afterAll(() => house.registry.world.close());

type Sent = { headers?: Record<string, string>; body?: object; key?: string | null };
const ask = (path: string, { headers = {}, body, key: given = key }: Sent = {}) =>
  house.registry.world.app.inject({
    method: body === undefined ? 'GET' : 'POST',
    url: `/tracker/${path}`,
    headers: {
      ...(given === null ? {} : { authorization: `Bearer ${given}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
const me = { 'x-road-userid': family.father.number };
const look = (more: Partial<Look> = {}) =>
  house.registry.world.asSystem((work) =>
    recordAccess(work, {
      action: 'registry.reveal',
      object: 'person:x',
      subjects: [father],
      fields: ['phone'],
      purpose: 'visit',
      ...more,
    }),
  );

describe('the first form', () => {
  test('tells when, why and by whom, newest first, counted from 1, with how many there are', async () => {
    await look();
    house.registry.world.clock.advance({ minutes: 5 });
    await look({ purpose: 'correct' });
    const reply = await ask('v1/findUsage?limit=2', { headers: me });
    expect(reply.headers['x-total-count']).toBe('3');
    expect(reply.json()).toEqual([
      { logtime: '2026-11-23T02:05:00.000Z', action: '为更正您的资料', receiver: 'fengqiao' },
      { logtime: '2026-11-23T02:00:00.000Z', action: '为走访和上门服务', receiver: 'fengqiao' },
    ]);
    const last = (await ask('v1/findUsage?offset=3', { headers: { ...me, 'accept-language': 'en' } })).json();
    // The steward's search that found the father, and the portal that asked a moment ago.
    expect(last.map(({ action }: { action: string }) => action)).toContain(
      'To keep the registers of people and homes up to date',
    );
  });
  test('refuses places below 1 and more than 100 at once', async () => {
    for (const query of ['offset=0', 'limit=101', 'limit=0', 'offset=x', 'limit=1e2'])
      expect([(await ask(`v1/findUsage?${query}`, { headers: me })).json().code, query]).toEqual([
        'registry.tracker_asked',
        query,
      ]);
  });
});

describe('the second form', () => {
  test('tells the receiver by code, name and system, within a span', async () => {
    await house.registry.world.asSystem((work) =>
      recordAccess(
        { ...work, actor: { ...work.actor, kind: 'staff', role: 'community', unit: 'c01' } },
        { action: 'x', object: 'person:x', subjects: [father], fields: ['name'], purpose: 'register' },
      ),
    );
    const span = '&periodStart=2026-11-23T02:05:00&periodEnd=2026-11-23T10:05:00%2B08:00';
    const said = (await ask(`v2/findUsage?limit=100${span}`, { headers: me })).json();
    const one = said.usages.find(({ receiverCode }: { receiverCode: string }) => receiverCode === 'c01');
    expect(one).toMatchObject({ action: '为登记和更新人口、房屋信息', receiverSystem: '枫桥' });
    expect(one.receiverName).not.toBe('c01');
    expect(said.totalUsages).toBe(said.usages.length);
    const badly = await ask('v2/findUsage?periodStart=yesterday', { headers: me });
    expect([badly.statusCode, badly.json().code]).toEqual([400, 'registry.tracker_asked']);
  });
  test('a guardian asks about a child, nobody about somebody else', async () => {
    const about = (userCode: string, asker = family.father.number) =>
      ask('v2/findUsage', { headers: { 'x-road-userid': asker }, body: { userCode } });
    expect((await about(family.younger.number)).json()).toEqual({ totalUsages: 0, usages: [] });
    expect((await about(family.younger.number)).json().usages).toMatchObject([
      { action: '监护人了解谁看过孩子的信息' },
    ]);
    for (const reply of [
      await about(family.neighbours.number),
      await about(family.father.number, family.younger.number),
      await about(family.father.number, '000000199001010000'),
    ])
      expect([reply.statusCode, reply.json().code]).toEqual([403, 'registry.tracker_other']);
  });
});

test('that a portal asked is on record, and the person reads it', async () => {
  await ask('v2/findUsage', { body: { userCode: family.father.number } });
  const { items } = (await house.registry.world.as(house.father).get('/api/me/accesses')).json();
  expect(items.find(({ purpose }: { purpose: string }) => purpose === 'track')).toMatchObject({
    capacity: 'key',
    why: { zh: '您在其他门户查询“谁看过我的信息”' },
  });
});

test('what a purpose hides from the person is hidden from the portal too, until its exception ends', async () => {
  const { world } = house.registry;
  await world.asSystem(({ db, street, now }) =>
    db
      .insertInto('audit.purpose')
      .values({
        street,
        id: 'legal',
        version: 2,
        zh: '依法查询',
        en: 'By law',
        basis_zh: '某法',
        basis_en: 'Some law',
        max_grade: 3,
        window_days: null,
        needs_case: false,
        needs_four_eyes: false,
        visible: false,
        delay_days: 0,
        exception_zh: '侦查期间',
        exception_en: 'While it is investigated',
        exception_until: '2026-11-30',
        requested_by: keyOf(1),
        approved_by: keyOf(2),
        since: now,
      })
      .execute(),
  );
  await look({ purpose: 'legal' });
  const actions = async () =>
    (await ask('v2/findUsage', { headers: me }))
      .json()
      .usages.map(({ action }: { action: string }) => action);
  expect((await actions()).join()).not.toContain('依法');
  world.clock.set('2026-12-01T02:00:00Z');
  expect((await actions()).join()).toContain('依法');
});

const keyOf = (n: number) => `00000000-0000-7000-8000-00000000000${n}`;

test('a number nobody has is answered like somebody at whom nobody looked', async () => {
  const reply = await ask('v2/findUsage', { headers: { 'x-road-userid': '000000199001010000' } });
  expect([reply.statusCode, reply.json()]).toEqual([200, { totalUsages: 0, usages: [] }]);
});

test('a number in the address is refused, since addresses stand in logs', async () => {
  for (const path of [`v2/findUsage?userCode=${family.father.number}`, 'v1/findUsage', 'v2/findUsage']) {
    const reply = await ask(path);
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'registry.tracker_person']);
  }
});

test('without a key of this scope nothing is told, not even that the service is there', async () => {
  const { world } = house.registry;
  const made = await makeApiKey(world, { name: '随手拍', scopes: ['open311'] });
  for (const given of [null, 'fq_wrong-key', made.key])
    for (const path of ['v1/findUsage', 'v2/usagePeriod', 'v2/heartbeat']) {
      const reply = await ask(path, { key: given, headers: me });
      expect([reply.statusCode, reply.json().code]).toEqual([403, 'registry.tracker_key']);
    }
});

test('it says since when there are records, and that it is alive', async () => {
  expect((await ask('v2/usagePeriod')).json()).toEqual({ periodStart: '2026-11-23T02:00:00.000Z' });
  expect((await ask('v1/heartbeat')).json()).toMatchObject({
    status: 'OK',
    systemName: 'Fengqiao',
    startupTime: '2026-11-23T02:00:00.000Z',
    serverTime: '2026-12-01T02:00:00.000Z',
  });
});

test('one person is asked about only so often', async () => {
  const codes = [];
  for (let i = 0; i < 40; i += 1) codes.push((await ask('v2/findUsage', { headers: me })).statusCode);
  expect(codes.at(-1)).toBe(429);
});
