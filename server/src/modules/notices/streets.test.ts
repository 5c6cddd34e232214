import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contactOf, keepContact } from '#modules/identity';
import { createStreet } from '#platform/street.ts';
import { STREET, startWorld, type World } from '#test/world.ts';
import { lowerRooms } from '#test/rooms.ts';
import { notify } from './index.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ rooms: lowerRooms, env: { DEMO: 'on' } });
  await createStreet(world.platform.db, {
    id: 'hanshan',
    nameZh: '寒山街道',
    nameEn: 'Hanshan',
    prefix: 'HS',
    now: world.clock.now(),
  });
  const admin = await world.person('admin', undefined, 'hanshan');
  await world.as(admin).post('/api/api-keys', { name: '邻街平台', scopes: ['open311'] });
  await world
    .as(null)
    .post('/api/phone-codes', { phone: '13712340000' }, { headers: { 'x-street': 'hanshan' } });
  await world.asSystem(async (work) => {
    const contact = await keepContact(work, { phone: '13912345678' });
    await contactOf(work, contact, 'handle');
    await notify(work, { to: { contact }, kind: 'case.closed', zh: '已办结', en: 'Closed' });
    await notify(work, { to: { account: admin.account }, kind: 'case.closed', zh: '已办结', en: 'Closed' });
  }, 'hanshan');
  const [message] = (await world.as(admin).get('/api/messages')).json().items;
  await world.as(admin).post(`/api/messages/${message.id}/reading`);
});
afterAll(() => world.close());

const tables = [
  'identity.account',
  'identity.post',
  'identity.phone_code',
  'identity.contact',
  'identity.api_key',
  'audit.access',
  'notices.message',
  'notices.reading',
];

/** Rows of the neighbouring street that a query sees which forgot to name its street. */
const seen = (table: string, street: string) =>
  world.asSystem(async ({ db }) => {
    const { rows } = await sql<{
      count: number;
    }>`select count(*) from ${sql.table(table)} where street = 'hanshan'`.execute(db);
    return rows[0]?.count;
  }, street);

test.each(tables)(
  'a query that forgets its street sees nothing of the neighbouring one in %s',
  async (table) => {
    expect(await seen(table, 'hanshan')).toBeGreaterThan(0);
    expect(await seen(table, STREET)).toBe(0);
  },
);

test("before anybody has entered a street, nobody's data is seen at all", async () => {
  for (const table of tables) {
    const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(
      world.platform.db,
    );
    expect([table, rows[0]?.count]).toEqual([table, 0]);
  }
});
