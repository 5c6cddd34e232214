import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServiceBody, ServiceHistory, ServiceItem, ServiceLine } from '@fengqiao/contract/services.ts';
import { startCases } from '#test/cases.ts';
import type { TestPerson } from '#test/people.ts';
import type { Person, World } from '#test/world.ts';

let world: World;
let admin: TestPerson;
let steward: TestPerson;
let intake: TestPerson;
beforeAll(async () => {
  world = await startCases();
  await enter();
});
afterAll(() => world.close());

/** Everybody signs in; no session lives for days. */
async function enter(): Promise<void> {
  admin = await world.person('admin');
  steward = await world.person('steward');
  intake = await world.person('intake');
}

type Reply = { statusCode: number; body: string; json<T>(): T };
function ok<T>(answer: Reply): T {
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<T>();
}
const history = async (code: string, who: Person = admin) =>
  ok<ServiceHistory>(await world.as(who).get(`/api/services-desk/${code}`));
const read = async (code: string) => world.as(null).get(`/api/services/${code}`);
const item = async (code: string) => ok<ServiceItem>(await read(code));
const codes = async () =>
  ok<{ items: ServiceLine[] }>(await world.as(null).get('/api/services')).items.map(({ code }) => code);
const said = (reply: Reply) => [reply.statusCode, reply.json<{ code: string }>().code];
const change = (code: string, body: object, who: Person = admin) =>
  world.as(who).post(`/api/services-desk/${code}/versions`, body);
const dayIn = (days: number) =>
  new Date(world.clock.now().getTime() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** What the product ships, with other materials, fee and counter. */
async function changed(code: string, more: Partial<ServiceBody> = {}): Promise<ServiceBody> {
  const { shipped } = await history(code);
  if (shipped === null) throw new Error(`${code} is not shipped`);
  return {
    ...shipped,
    bring: [{ zh: '身份证原件', en: 'Identity card', shared: false }],
    money: { zh: '每月 120 元', en: '120 yuan a month', sure: true },
    counter: {
      phone: '0000-8812',
      address: '听枫路1号 3 号窗',
      hours: { from: '08:30', to: '16:30', workdaysOnly: true },
    },
    ...more,
  };
}

test('a version of the street holds from its day on, with its materials, fee, counter and hours, and not a day earlier', async () => {
  const reason = '按区里新标准改';
  const body = { from: dayIn(2), reason, seen: 0, item: await changed('SVC01') };
  const after = ok<ServiceHistory>(await change('SVC01', body));
  expect([after.number, after.seen]).toEqual([0, 1]);
  expect((await item('SVC01')).since).toBe(null);
  world.clock.advance({ days: 2 });
  await enter();
  const now = await item('SVC01');
  expect(now).toMatchObject({
    since: body.from,
    bring: [{ zh: '身份证原件' }],
    money: { zh: '每月 120 元' },
    window: { phone: '0000-8812', address: '听枫路1号 3 号窗', hours: { from: '08:30' } },
  });
  const [version] = (await history('SVC01')).versions;
  expect(version).toMatchObject({ number: 1, reason, by: expect.any(String), at: expect.any(String) });
});

test('an item is taken off from a day on, and brought back by a later version', async () => {
  const { seen } = await history('SVC03');
  const off = { from: dayIn(0), reason: '已并入一件事', seen };
  ok(await world.as(steward).post('/api/services-desk/SVC03/withdrawal', off));
  expect((await read('SVC03')).statusCode).toBe(404);
  expect(await codes()).not.toContain('SVC03');
  const back = { from: dayIn(0), reason: '恢复单独办理', seen: seen + 1, item: await changed('SVC03') };
  ok(await change('SVC03', back, steward));
  expect(await codes()).toContain('SVC03');
});

test('a street adds an item of its own', async () => {
  const own = await changed('SVC01', {
    name: { zh: '老年助餐点用餐', en: 'Canteens for the old' },
    events: ['elder'],
    accepts: 'centre',
    decides: 'centre',
  });
  expect((await read('TF001')).statusCode).toBe(404);
  ok(await change('TF001', { from: dayIn(0), reason: '新开助餐点', seen: 0, item: own }));
  expect((await item('TF001')).name.zh).toBe('老年助餐点用餐');
  const desk = ok<{ items: { code: string; number: number | null }[] }>(
    await world.as(admin).get('/api/services-desk'),
  );
  expect(desk.items.find(({ code }) => code === 'TF001')).toMatchObject({ number: 1 });
});

test('what has not begun is taken back by whoever keeps the items; what is in force is not', async () => {
  const { seen } = await history('SVC02');
  ok(await change('SVC02', { from: dayIn(5), reason: '改错了', seen, item: await changed('SVC02') }));
  const revoke = (number: number) =>
    world.as(admin).post(`/api/services-desk/SVC02/versions/${number}/revocation`, {});
  ok(await revoke(seen + 1));
  expect((await history('SVC02')).versions[0]?.revoked).toMatchObject({ by: expect.any(String) });
  expect(said(await revoke(seen + 1))).toEqual([409, 'services.changed_meanwhile']);
  ok(
    await change('SVC02', { from: dayIn(0), reason: '改好了', seen: seen + 1, item: await changed('SVC02') }),
  );
  expect(said(await revoke(seen + 2))).toEqual([409, 'services.in_force']);
  expect(said(await revoke(99))).toEqual([404, 'platform.not_found']);
});

test('nothing holds from a day that is over, two do not change one version unseen, and the units are those of the street', async () => {
  const one = await changed('SVC04');
  const { seen } = await history('SVC04');
  const asked = { from: dayIn(0), reason: '试一试', seen, item: one };
  expect(said(await change('SVC04', { ...asked, from: dayIn(-1) }))).toEqual([422, 'services.from_past']);
  expect(said(await change('SVC04', { ...asked, seen: seen + 3 }))).toEqual([
    409,
    'services.changed_meanwhile',
  ]);
  expect(said(await change('SVC04', { ...asked, item: { ...one, accepts: 'nobody' } }))).toEqual([
    422,
    'services.unit_unknown',
  ]);
  expect(said(await change('SVC04', { ...asked, from: '2026-02-31' }))).toEqual([
    400,
    'platform.invalid_input',
  ]);
});

test('only who keeps the items sees the desk', async () => {
  expect(said(await world.as(intake).get('/api/services-desk'))).toEqual([403, 'platform.not_allowed']);
  expect(said(await world.as(null).get('/api/services-desk/SVC01'))).toEqual([401, 'platform.not_signed_in']);
  expect(said(await world.as(admin).get('/api/services-desk/SVC99'))).toEqual([404, 'platform.not_found']);
});
