import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Attempt, ToTell } from '@fengqiao/contract/notices/delivery.ts';
import { keepContact } from '#modules/identity';
import type { TestPerson } from '#test/people.ts';
import { lowerRooms } from '#test/rooms.ts';
import { startWorld, type World } from '#test/world.ts';
import { notify } from './index.ts';

let world: World;
let caller: TestPerson;
let resident: TestPerson;

beforeAll(async () => {
  world = await startWorld({ rooms: lowerRooms, env: { DEMO: 'on' } });
  caller = await world.person('callback');
});
beforeEach(async () => {
  resident = await world.person('resident');
});
afterAll(() => world.close());

const tell = (to: Parameters<typeof notify>[1]['to'] = { account: resident.account }, unit = 'c01') =>
  world.asSystem((work) =>
    notify(work, {
      to,
      kind: 'case.closed',
      zh: '已答复结案',
      en: 'Closed',
      sms: true,
      mustReach: { unit },
    }),
  );
const messages = async () => (await world.as(resident).get('/api/messages')).json().items;
const ways = async (): Promise<string[]> =>
  (await messages())[0].ways.map(({ rung, outcome }: Attempt) => `${rung} ${outcome}`);
const toTell = async (person: TestPerson = caller): Promise<ToTell[]> =>
  (await world.as(person).get('/api/deliveries?limit=100')).json().items;
const wait = async (hours: number) => {
  world.clock.advance({ hours });
  await world.settle();
};
const wish = (settings: Record<string, unknown>) => world.as(resident).put('/api/me/settings', settings);
const said = (reply: { statusCode: number; json(): { code?: string } }) => [
  reply.statusCode,
  reply.json().code,
];
/** The one delivery that was not there before. */
async function newest(): Promise<ToTell> {
  const items = await toTell();
  const last = items.at(-1);
  if (last === undefined) throw new Error('nobody is to be told');
  return last;
}

test('what is read in time goes no further', async () => {
  await tell();
  const [message] = await messages();
  await world.as(resident).post(`/api/messages/${message.id}/reading`);
  await wait(200);
  expect(await ways()).toEqual(['app sent', 'sms sent']);
});

test('what nobody reads goes up rung by rung, and the resident is shown what was tried when', async () => {
  await tell();
  await wait(25);
  expect(await ways()).toEqual(['app sent', 'sms sent', 'call asked']);
  await wait(49);
  expect(await ways()).toEqual(['app sent', 'sms sent', 'call asked', 'visit asked']);
  await wait(200);
  expect(await ways()).toHaveLength(4);
});

test('somebody chooses to be called first, or to read it in the app alone as long as they do read it', async () => {
  await wish({ reach: 'call' });
  await tell();
  expect(await ways()).toEqual(['app sent', 'call asked']);
  const other = (resident = await world.person('resident'));
  await wish({ reach: 'app' });
  await tell({ account: other.account });
  expect(await ways()).toEqual(['app sent']);
  await wait(25);
  expect(await ways()).toEqual(['app sent', 'sms sent']);
});

test('whoever switched text messages off is called instead', async () => {
  await wish({ sms: false });
  await tell();
  await wait(25);
  expect(await ways()).toEqual(['app sent', 'call asked']);
});

test('whoever is to call sees a masked list, and reveals one number at a time, on record', async () => {
  await tell();
  await wait(25);
  const one = await newest();
  expect(one).toMatchObject({ rung: 'call', zh: '已答复结案' });
  expect(one.phone).toMatch(/^198\*{4}\d{4}$/);
  const shown = (await world.as(caller).post(`/api/deliveries/${one.id}/number`)).json();
  expect(shown.phone).toMatch(/^1980000\d{4}$/);
  const looks = (await world.as(resident).get('/api/me/accesses')).json().items;
  expect(looks[0]).toMatchObject({ purpose: 'deliver', fields: ['phone'] });
});

test('a call that was answered ends it, and cannot be noted twice', async () => {
  await tell();
  await wait(25);
  const { id } = await newest();
  expect((await world.as(caller).post(`/api/deliveries/${id}/outcome`, { reached: true })).statusCode).toBe(
    200,
  );
  expect((await toTell()).map((one) => one.id)).not.toContain(id);
  expect(await ways()).toContain('call reached');
  expect(said(await world.as(caller).post(`/api/deliveries/${id}/outcome`, { reached: true }))).toEqual([
    409,
    'notices.told_already',
  ]);
});

test('after three calls in vain somebody goes there', async () => {
  await tell();
  await wait(25);
  const { id } = await newest();
  for (const _ of [1, 2, 3]) await world.as(caller).post(`/api/deliveries/${id}/outcome`, { reached: false });
  expect((await toTell()).find((one) => one.id === id)?.rung).toBe('visit');
});

test('whoever reads it meanwhile is not called any more', async () => {
  await tell();
  await wait(25);
  const { id } = await newest();
  const [message] = await messages();
  await world.as(resident).post(`/api/messages/${message.id}/reading`);
  expect((await toTell()).map((one) => one.id)).not.toContain(id);
  expect(said(await world.as(caller).post(`/api/deliveries/${id}/number`))).toEqual([
    409,
    'notices.told_already',
  ]);
});

test('a community tells its own people only, and nobody else sees the list', async () => {
  const [own, other] = [await world.person('community', 'c01'), await world.person('community', 'c02')];
  await tell();
  await wait(25);
  const { id } = await newest();
  expect((await toTell(own)).map((one) => one.id)).toContain(id);
  expect((await toTell(other)).map((one) => one.id)).not.toContain(id);
  expect(said(await world.as(other).post(`/api/deliveries/${id}/number`))).toEqual([
    404,
    'platform.not_found',
  ]);
  expect((await world.as(await world.person('department')).get('/api/deliveries')).statusCode).toBe(403);
});

test('a number left without an account counts as told once the text message went out; a landline is called', async () => {
  const keep = (phone: string) => world.asSystem((work) => keepContact(work, { name: '王阿姨', phone }));
  const before = (await toTell()).length;
  await tell({ contact: await keep('19900004321') });
  await wait(25);
  expect((await toTell()).length).toBe(before);
  await tell({ contact: await keep('0512-66001234') });
  const { rung, attempts } = await newest();
  expect([rung, attempts.map(({ outcome }) => outcome)]).toEqual(['call', ['asked']]);
});
