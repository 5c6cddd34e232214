import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAccess } from '#modules/audit';
import { startWorld, type World } from '#test/world.ts';
import { lowerRooms } from '#test/rooms.ts';
import { contactOf, keepContact, maskedContact, peopleWithPhone, personOf, phoneOf } from './index.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ rooms: lowerRooms });
});
afterAll(() => world.close());

const accesses = (subject: string) =>
  world.asSystem(({ db }) =>
    db.selectFrom('audit.access').selectAll().where('object', 'like', `%${subject}`).orderBy('id').execute(),
  );

test('how to reach somebody is stored sealed and shown with masks', async () => {
  const id = await world.asSystem((work) =>
    keepContact(work, { name: '沈秋白', phone: '+86 139-1234-5678', email: 'shen@example.cn' }),
  );
  const row = await world.asSystem(({ db }) =>
    db.selectFrom('identity.contact').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
  const stored = Buffer.concat(
    [row.name_enc, row.phone_enc, row.email_enc, row.phone_index].map((part) => part ?? Buffer.alloc(0)),
  );
  for (const plain of ['沈秋白', '13912345678', 'shen@'])
    expect(stored.includes(Buffer.from(plain))).toBe(false);
  expect(await world.asSystem((work) => maskedContact(work, id))).toEqual({
    name: '沈**',
    phone: '139****5678',
    email: 's***@example.cn',
  });
  expect(await accesses(id)).toEqual([]);
});

test('whoever sees a contact in clear leaves a record of what, and why', async () => {
  const id = await world.asSystem((work) => keepContact(work, { phone: '0512-65223344' }));
  expect(await world.asSystem((work) => contactOf(work, id, 'callback'))).toEqual({
    name: null,
    phone: '051265223344',
    email: null,
  });
  expect(await accesses(id)).toMatchObject([
    { action: 'contact.reveal', purpose: 'callback', fields: ['phone'], subjects: [id] },
  ]);
});

test('if the look cannot be written down, nothing is shown', async () => {
  const resident = await world.person('resident');
  const look = (subjects: string[]) =>
    world.asSystem((work) =>
      recordAccess(work, { action: 'x', object: 'reports', subjects, fields: [], purpose: 'handle' }),
    );
  await expect(look([resident.account])).rejects.toThrow('audit.nothing_recorded');
  await expect(look([])).rejects.toThrow('audit.nothing_recorded');
});

test("a resident sees who looked at their data: when, which unit and role, why — not the official's name", async () => {
  const resident = await world.person('resident');
  const neighbour = await world.person('resident');
  await world.asSystem((work) => phoneOf(work, resident.account, 'deliver'));
  await world.asSystem(async (work) => {
    const clerk = {
      ...work,
      actor: { ...work.actor, account: neighbour.account, role: 'callback' as const, unit: 'centre' },
    };
    await personOf(clerk, resident.account, 'callback');
  });
  const seen = await world.as(resident).get('/api/me/accesses');
  expect(
    seen.json().items.map(({ role, unit, purpose, fields }: Record<string, unknown>) => ({
      role,
      unit,
      purpose,
      fields,
    })),
  ).toEqual([
    { role: 'callback', unit: 'centre', purpose: 'callback', fields: ['phone'] },
    { role: null, unit: null, purpose: 'deliver', fields: ['phone'] },
  ]);
  expect(seen.body).not.toContain(neighbour.account);
  expect((await world.as(neighbour).get('/api/me/accesses')).json().items).toEqual([]);
  const first = (await world.as(resident).get('/api/me/accesses?limit=1')).json();
  expect((await world.as(resident).get(`/api/me/accesses?limit=1&after=${first.next}`)).json()).toMatchObject(
    { items: [{ purpose: 'deliver' }], next: null },
  );
});

test('supervision reads the records of a span, by person looked at, and only within 92 days', async () => {
  const resident = await world.person('resident');
  const supervisor = await world.person('supervisor');
  await world.asSystem((work) => phoneOf(work, resident.account, 'inspect'));
  const now = world.clock.now().getTime();
  const span = (days: number) =>
    `from=${new Date(now - days * 86_400_000).toISOString()}&to=${new Date(now + 1000).toISOString()}`;
  const reply = await world.as(supervisor).get(`/api/accesses?${span(1)}&subject=${resident.account}`);
  expect(reply.json().items).toMatchObject([
    { purpose: 'inspect', subjects: [resident.account], action: 'account.phone' },
  ]);
  const long = await world.as(supervisor).get(`/api/accesses?${span(93)}`);
  expect([long.statusCode, long.json().code]).toEqual([422, 'audit.window_unusable']);
  expect((await world.as(await world.person('dispatcher')).get(`/api/accesses?${span(1)}`)).statusCode).toBe(
    403,
  );
});

test('a caller is recognised by number without any number standing in the database', async () => {
  const id = await world.asSystem((work) => keepContact(work, { phone: '13912340001' }));
  const found = await world.asSystem((work) => peopleWithPhone(work, '139 1234 0001'));
  expect(found).toEqual({ account: null, contacts: [id] });
});

test('a number nobody can ring is refused', async () => {
  await expect(world.asSystem((work) => keepContact(work, { phone: '请打电话' }))).rejects.toThrow(
    'identity.phone_unusable',
  );
});

test('a contact belongs to its street', async () => {
  await expect(world.asSystem((work) => contactOf(work, work.newId(), 'handle'))).rejects.toThrow(
    'platform.not_found',
  );
});
