import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MyAccess } from '@fengqiao/contract/audit.ts';
import { recordAccess, type Look } from '#modules/audit';
import type { TestPerson } from '#test/people.ts';
import { startFamily, type Family } from './family.fixture.ts';

let house: Family;
let elder: string;
let younger: string;
beforeAll(async () => {
  house = await startFamily();
  [elder, younger] = [await house.idOf('elder'), await house.idOf('younger')];
});
afterAll(() => house.registry.world.close());

const as = (person: TestPerson) => house.registry.world.as(person);
const look = (subject: string, more: Partial<Look> = {}) =>
  house.registry.world.asSystem((work) =>
    recordAccess(work, {
      action: 'some.service',
      object: 'person:x',
      subjects: [subject],
      fields: ['name'],
      purpose: 'visit',
      ...more,
    }),
  );
const looksAt = async (child: string, by = house.father) =>
  (await as(by).get(`/api/me/children/${child}/accesses`)).json<{ items: MyAccess[] }>().items ?? [];
const purposesAt = async (child: string) => (await looksAt(child)).map(({ purpose }) => purpose);

test('a father finds the minors of his household whose parent he is, masked, and no others', async () => {
  const { items } = (await as(house.father).get('/api/me/children')).json();
  expect(items.toSorted((a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id))).toEqual(
    [
      { id: elder, name: '周**', ownBusiness: false },
      { id: younger, name: '周**', ownBusiness: false },
    ].toSorted((a, b) => a.id.localeCompare(b.id)),
  );
  expect((await as(house.elder).get('/api/me/children')).json()).toEqual({ items: [] });
  const stranger = await house.registry.world.person('resident');
  expect((await as(stranger).get('/api/me/children')).json()).toEqual({ items: [] });
  const others = await house.idOf('neighbours');
  for (const [by, child] of [
    [house.father, others],
    [house.elder, younger],
    [stranger, younger],
  ] as const) {
    const reply = await as(by).get(`/api/me/children/${child}/accesses`);
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'registry.no_such_child']);
  }
});

test('whatever is known of a child under 14 is sensitive: a name in clear needs a reason, and the record says a minor', async () => {
  const { steward, world } = house.registry;
  await world.settle();
  const reveal = (child: string, more: object = {}) =>
    as(steward).post(`/api/registry/people/${child}/reveal`, {
      purpose: 'register',
      fields: ['name'],
      ...more,
    });
  expect((await reveal(younger)).json()).toMatchObject({ code: 'registry.reason_needed' });
  expect((await reveal(younger, { reason: '核对学籍' })).statusCode).toBe(200);
  expect((await reveal(await house.idOf('mother'))).statusCode).toBe(200);
  const [newest] = await looksAt(younger);
  expect(newest?.fields.toSorted()).toEqual(['minor', 'name']);
  const view = await as(steward).post(`/api/registry/people/${younger}/view`, { purpose: 'register' });
  expect(new Set(view.json<{ fields: { grade: number }[] }>().fields.map(({ grade }) => grade))).toEqual(
    new Set([3]),
  );
});

test('he reads who looked at a child below 14, sensitive services too, and that he asked is on record for the child', async () => {
  await look(younger, { fields: ['health'] });
  await look(younger, { around: { case: 'x', endedAt: null, sensitive: true }, purpose: 'handle' });
  const [newest, before] = await looksAt(younger);
  expect([newest?.purpose, before?.fields]).toEqual(['handle', ['health']]);
  const again = (await looksAt(younger)).find(({ capacity }) => capacity === 'guardian');
  expect(again).toMatchObject({ purpose: 'guardian', fields: ['name'], flags: ['list', 'masked'] });
});

test('from the 14th birthday on sensitive services are the child’s own business, the day before they are not', async () => {
  const { clock } = house.registry.world;
  await look(elder, { purpose: 'register' });
  await look(elder, { fields: ['hardship'] });
  await look(elder, { around: { case: 'x', endedAt: null, sensitive: true }, purpose: 'handle' });
  await look(elder, {
    purpose: 'care',
    approvedBy: '00000000-0000-7000-8000-000000000001',
    fields: ['care'],
  });
  // 23:59 of the 23rd of November in the street.
  clock.set('2026-11-23T15:59:00Z');
  expect(await purposesAt(elder)).toEqual(expect.arrayContaining(['care', 'handle', 'visit', 'register']));
  clock.set('2026-11-23T16:00:00Z');
  const told = await purposesAt(elder);
  expect(told).toContain('register');
  for (const kept of ['care', 'handle', 'visit']) expect(told).not.toContain(kept);
  const { items } = (await as(house.elder).get('/api/me/accesses')).json<{ items: MyAccess[] }>();
  expect(items.map(({ purpose }) => purpose)).toEqual(
    expect.arrayContaining(['care', 'handle', 'visit', 'register', 'guardian']),
  );
});

test('a guardian doubts a look at the child, never one that is the child’s own business', async () => {
  const plain = (await looksAt(elder)).find(({ purpose }) => purpose === 'register');
  const doubt = (child: string, access: string | undefined) =>
    as(house.father).post(`/api/me/children/${child}/accesses/${access}/doubt`, { text: '为什么看孩子' });
  expect((await doubt(elder, plain?.id)).json()).toMatchObject({ state: 'open' });
  expect((await doubt(elder, plain?.id)).json().code).toBe('audit.already_doubted');
  const { items } = (await as(house.elder).get('/api/me/accesses')).json<{ items: MyAccess[] }>();
  const own = items.find(({ purpose }) => purpose === 'care');
  expect((await doubt(elder, own?.id)).json().code).toBe('platform.not_found');
  expect((await looksAt(elder)).find(({ id }) => id === plain?.id)?.doubt).toBe('open');
});

test('until the day before the 18th birthday he reads, from then on nobody but the grown child does', async () => {
  const { clock } = house.registry.world;
  clock.set('2030-11-23T15:59:00Z');
  const again = await house.registry.world.session({
    kind: 'resident',
    account: house.father.account,
    level: 2,
  });
  const status = async () =>
    (await house.registry.world.as(again).get(`/api/me/children/${elder}/accesses`)).statusCode;
  expect(await status()).toBe(200);
  clock.set('2030-11-23T16:00:00Z');
  expect(await status()).toBe(404);
});
