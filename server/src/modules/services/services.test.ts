import { afterAll, beforeAll, expect, test } from 'vitest';
import { lifeEventNames, type ServiceItem, type ServiceLine } from '@fengqiao/contract/services.ts';
import { startCases } from '#test/cases.ts';
import { places } from '#test/ground.ts';
import type { TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';

let world: World;
let resident: TestPerson;
let intake: TestPerson;

beforeAll(async () => {
  world = await startCases();
  resident = await world.person('resident');
  intake = await world.person('intake');
});
afterAll(() => world.close());

const list = async (query = ''): Promise<ServiceLine[]> =>
  (await world.as(null).get(`/api/services${query}`)).json().items;
const item = async (code: string): Promise<ServiceItem> =>
  (await world.as(null).get(`/api/services/${code}`)).json();
const said = (reply: { statusCode: number; json(): { code?: string } }) => [
  reply.statusCode,
  reply.json().code,
];

test('every life event opens items, and every item belongs to one', async () => {
  const all = await list();
  expect(all).toHaveLength(32);
  for (const event of lifeEventNames) {
    const items = await list(`?event=${event}`);
    expect(items.length, event).toBeGreaterThan(0);
    expect(items.every(({ events }) => events.includes(event))).toBe(true);
  }
  expect(all.every(({ events }) => events.length > 0)).toBe(true);
});

test('an item says who gets it, what to bring, where, how long by law and by which norm, in both languages', async () => {
  const pension = await item('SVC01');
  expect(pension.name).toEqual({ zh: '城乡居民基本养老保险待遇领取', en: 'Residents’ basic pension' });
  expect(pension.term).toEqual({ zh: '20 个工作日', en: '20 workdays', sure: true });
  expect(pension.basis).toMatchObject({ zh: '《社会保险经办条例》第十八条', sure: true });
  expect(pension.bring.find(({ zh }) => zh.includes('身份证'))?.shared).toBe(true);
  expect(pension.window).toMatchObject({ phone: '12345', everyCommunity: false });
});

test('what was not checked against the text of a norm never looks certain, and no amount of money does', async () => {
  const items = await Promise.all((await list()).map(({ code }) => item(code)));
  expect((await item('SVC12')).term).toMatchObject({ sure: false });
  for (const { code, money, term, basis } of items) {
    if (money !== null && !money.zh.includes('免费')) expect(money.sure, code).toBe(false);
    if (money !== null) expect(money.zh, code).not.toMatch(/\d+ ?元/);
    if (term?.sure === true) expect(basis?.sure, code).toBe(true);
  }
});

test('an item of every community is asked for there', async () => {
  expect((await item('SVC09')).window.everyCommunity).toBe(true);
});

test('an unknown item is not there', async () => {
  expect(said(await world.as(null).get('/api/services/SVC99'))).toEqual([404, 'platform.not_found']);
  expect(said(await world.as(resident).post('/api/services/SVC99/requests', { way: 'call' }))).toEqual([
    404,
    'platform.not_found',
  ]);
});

test('whoever asks to be called back gets a number and a clock, and the desk reads which item it is about', async () => {
  const reply = await world
    .as(resident)
    .post('/api/services/SVC01/requests', { way: 'call', text: '下午方便' });
  expect(reply.statusCode).toBe(200);
  const { no, caseId } = reply.json();
  const found = (await world.as(intake).get(`/api/cases/${caseId}`)).json();
  expect(found).toMatchObject({
    no,
    title: '请回电：城乡居民基本养老保险待遇领取',
    text: '请回电：城乡居民基本养老保险待遇领取。下午方便',
    type: '18001',
    channel: 'resident',
    community: null,
  });
  expect(found.clocks).toHaveLength(1);
  const mine = (await world.as(resident).get('/api/reports/mine')).json().items;
  expect(mine.map((one: { no: string }) => one.no)).toContain(no);
});

test('a visit goes to the address somebody gave, and lands in its grid', async () => {
  const place = { ...places['c01-g01'], address: '橹声路 8 号 1 幢' };
  const reply = await world.as(null).post('/api/services/SVC32/requests', {
    way: 'visit',
    place,
    name: '王阿姨',
    phone: '19900001234',
  });
  const found = (await world.as(intake).get(`/api/cases/${reply.json().caseId}`)).json();
  expect(found).toMatchObject({ address: '橹声路 8 号 1 幢', grid: 'c01-g01' });
});

test('without a number nobody can call back, and without an address nobody can come', async () => {
  expect(said(await world.as(null).post('/api/services/SVC01/requests', { way: 'call' }))).toEqual([
    422,
    'services.phone_needed',
  ]);
  expect(said(await world.as(resident).post('/api/services/SVC01/requests', { way: 'visit' }))).toEqual([
    422,
    'services.place_needed',
  ]);
});

test('a street without boundaries says to phone instead', async () => {
  const bare = await startWorld();
  const somebody = await bare.person('resident');
  expect(said(await bare.as(somebody).post('/api/services/SVC01/requests', { way: 'call' }))).toEqual([
    409,
    'services.no_place',
  ]);
  await bare.close();
});
