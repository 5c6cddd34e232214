import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '#test/world.ts';
import { lowerRooms } from '#test/rooms.ts';
import type { TestPerson } from '#test/people.ts';
import { notify } from './index.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ rooms: lowerRooms, env: { DEMO: 'on' } });
});
afterAll(() => world.close());

const tell = (notice: Parameters<typeof notify>[1]) => world.asSystem((work) => notify(work, notice));
const list = async (person: TestPerson, query = '') =>
  (await world.as(person).get(`/api/messages${query}`)).json();
const unread = async (person: TestPerson): Promise<number> =>
  (await world.as(person).get('/api/messages/unread')).json().count;

test('a message to me is mine alone', async () => {
  const [wang, li] = [
    await world.person('department', 'urban_ops'),
    await world.person('department', 'urban_ops'),
  ];
  await tell({ to: { account: wang.account }, kind: 'case.assigned', zh: '新工单', en: 'New case' });
  expect((await list(wang)).items).toMatchObject([{ zh: '新工单', unit: null, read: false }]);
  expect((await list(li)).items).toEqual([]);
  const [message] = (await list(wang)).items;
  expect((await world.as(li).post(`/api/messages/${message.id}/reading`)).statusCode).toBe(404);
});

test('a message to a unit reaches everyone on duty there, and each reads it for themselves', async () => {
  const [wang, li, zhao] = [
    await world.person('community', 'c01'),
    await world.person('community', 'c01'),
    await world.person('community', 'c02'),
  ];
  await tell({ to: { unit: 'c01' }, kind: 'case.overdue', zh: '即将超时', en: 'Nearly late' });
  const [message] = (await list(wang)).items;
  await world.as(wang).post(`/api/messages/${message.id}/reading`);
  expect([await unread(wang), await unread(li), await unread(zhao)]).toEqual([0, 1, 0]);
  expect((await list(li, '?unread=true')).items).toHaveLength(1);
  expect((await list(wang, '?unread=true')).items).toEqual([]);
});

test('a message to one role of a unit is not shown to its other roles', async () => {
  const [intake, checker] = [await world.person('intake'), await world.person('checker')];
  await tell({
    to: { unit: 'centre', role: 'checker' },
    kind: 'case.handled',
    zh: '待核查',
    en: 'To check',
  });
  expect([await unread(intake), await unread(checker)]).toEqual([0, 1]);
});

test('the list pages without gaps, and everything can be marked as read at once', async () => {
  const person = await world.person('department', 'law_enforcement');
  for (const n of [1, 2, 3, 4, 5])
    await tell({ to: { account: person.account }, kind: 'x', zh: `第${n}条`, en: `No ${n}` });
  const first = await list(person, '?limit=3');
  const second = await list(person, `?limit=3&after=${first.next}`);
  expect([...first.items, ...second.items].map(({ zh }: { zh: string }) => zh)).toEqual([
    '第5条',
    '第4条',
    '第3条',
    '第2条',
    '第1条',
  ]);
  expect(second.next).toBeNull();
  expect((await world.as(person).post('/api/messages/reading')).json().count).toBe(5);
  expect(await unread(person)).toBe(0);
});

test('a resident with a phone is also told by SMS, unless they wish otherwise', async () => {
  const resident = await world.person('resident');
  const outbox = async () => (await world.as(null).get('/api/demo/outbox')).json().items;
  await tell({
    to: { account: resident.account },
    kind: 'case.closed',
    zh: '已办结，请评价',
    en: 'Closed, please rate',
    sms: true,
  });
  expect((await outbox())[0]).toMatchObject({ text: '已办结，请评价', state: 'delivered' });
  await world.as(resident).put('/api/me/settings', { sms: false });
  await tell({
    to: { account: resident.account },
    kind: 'case.closed',
    zh: '再次办结',
    en: 'Closed again',
    sms: true,
  });
  expect((await outbox())[0].text).toBe('已办结，请评价');
  expect(await unread(resident)).toBe(2);
});

test('whoever is told by SMS sees in their record that the number was used to deliver it', async () => {
  const resident = await world.person('resident');
  await tell({
    to: { account: resident.account },
    kind: 'case.closed',
    zh: '已办结',
    en: 'Closed',
    sms: true,
  });
  expect((await world.as(resident).get('/api/me/accesses')).json().items).toMatchObject([
    { purpose: 'deliver', fields: ['phone'] },
  ]);
});

test('what happens to my account is told to me', async () => {
  const [admin, other] = [await world.person('admin'), await world.person('admin')];
  const wang = await world.person('department', 'urban_ops');
  const grant = await world
    .as(admin)
    .post(`/api/accounts/${wang.account}/posts`, { role: 'leader', unit: 'street', reason: '任命' });
  await world.as(other).post(`/api/posts/${grant.json().id}/approval`);
  await world.as(admin).post(`/api/posts/${grant.json().id}/end`, { reason: '免去' });
  await world.settle();
  const kinds = (await list(wang)).items.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toEqual(['account.post_ended', 'account.post_approved', 'account.post_granted']);
  expect(await unread(wang)).toBe(3);
});

test('messages are for people who are signed in', async () => {
  expect((await world.as(null).get('/api/messages')).statusCode).toBe(401);
  expect((await world.as(await world.person('dispatcher')).get('/api/messages/failed')).statusCode).toBe(403);
});
