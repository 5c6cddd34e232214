import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CorrectionView } from '@fengqiao/contract/registry/corrections.ts';
import type { TwinView } from '@fengqiao/contract/registry/twins.ts';
import type { PersonSummary } from '@fengqiao/contract/registry/people.ts';
import type { TestPerson } from '#test/people.ts';
import { idOf, people, peopleCsv, startRegistry, type Registry } from './registry.fixture.ts';

let registry: Registry;
let second: TestPerson;
const as = (person: TestPerson) => registry.world.as(person);
const code = (reply: { json(): { code?: string } }) => reply.json().code;

beforeAll(async () => {
  registry = await startRegistry();
  second = await registry.world.person('steward');
  await registry.bring('people', peopleCsv);
});
afterAll(() => registry.world.close());

const found = async (name: string) =>
  (await as(registry.steward).post('/api/registry/people/search', { purpose: 'register', name })).json<{
    items: PersonSummary[];
  }>().items;
const idFor = async (name: string) => (await found(name))[0]?.id ?? '';
const ask = (id: string, ...wishes: { field: string; value: string }[]) =>
  as(registry.steward).post(`/api/registry/people/${id}/corrections`, { wishes });
const asked = async (id: string, ...wishes: { field: string; value: string }[]) =>
  (await ask(id, ...wishes)).json<CorrectionView>();
const view = (id: string, by = second) =>
  as(by).post(`/api/registry/corrections/${id}/view`, { purpose: 'correct' });
const decide = (id: string, ...accept: string[]) =>
  as(second).post(`/api/registry/corrections/${id}/decision`, { accept, reply: '已核实，予以更正' });
const row = (id: string) =>
  registry.world.asSystem(({ db }) =>
    db
      .selectFrom('registry.person')
      .select(['home', 'building', 'grid'])
      .where('id', '=', id)
      .executeTakeFirst(),
  );

test('whoever is found to live behind a door that nobody wrote down stands in its building, and in no home', async () => {
  const id = await idFor(people.zhao.name);
  const wish = await asked(id, { field: 'address', value: '橹声路8号1幢602室' });
  expect((await decide(wish.id, 'address')).json()).toMatchObject({ state: 'accepted' });
  expect(await row(id)).toMatchObject({ home: null, grid: 'c01-g01', building: expect.any(String) });
});

test('a correction that was decided shows nobody in clear any more', async () => {
  const wish = await asked(await idFor(people.li.name), { field: 'workplace', value: '听枫实验小学' });
  expect((await view(wish.id)).json()).toMatchObject({ wishes: [{ asked: '听枫实验小学' }] });
  await decide(wish.id);
  expect(code(await view(wish.id))).toBe('registry.correction_decided');
});

test('a look at what is asked about a child counts as one at a child', async () => {
  const added = await as(registry.community).post('/api/registry/people', {
    kind: 'resident',
    name: '周小满',
    idNumber: idOf('2019-08-08', 9),
    address: people.zhang.address,
  });
  const wish = await asked(added.json<{ id: string }>().id, { field: 'workplace', value: '听枫幼儿园' });
  await view(wish.id);
  const look = await registry.world.asSystem(({ db }) =>
    db
      .selectFrom('audit.access')
      .select('fields')
      .where('object', '=', `correction:${wish.id}`)
      .executeTakeFirst(),
  );
  expect(look?.fields).toEqual(['workplace', 'minor']);
});

test('what was asked of a row that was merged meanwhile is compared with the one that stayed, and written there', async () => {
  const csv =
    '姓名,身份证号,出生日期,手机号码,现住址,人口类别\n钱多多,,1991-02-03,19900000061,橹声路8号1幢301室,常住人口\n';
  await registry.bring('people', csv);
  await registry.bring(
    'people',
    csv.replace('钱多多,,', `钱多多,${idOf('1991-02-03', 61)},`).replace('0061,', '0063,'),
  );
  const [kept = '', gone = ''] = (await found('钱多多')).map(({ id }) => id);
  const wish = await asked(gone, { field: 'phone', value: '19900000062' });
  await as(registry.steward).post('/api/registry/twins/search', {});
  const { items } = (await as(registry.steward).get('/api/registry/twins')).json<{ items: TwinView[] }>();
  const pair = items.find(({ one }) => one === kept);
  await as(registry.steward).post(`/api/registry/twins/${pair?.one}/${pair?.other}/decision`, { keep: kept });
  expect((await view(wish.id)).json()).toMatchObject({ wishes: [{ now: '19900000061' }] });
  await decide(wish.id, 'phone');
  const reply = await as(second).post('/api/registry/people/search', {
    purpose: 'register',
    phone: '19900000062',
  });
  expect(reply.json()).toMatchObject({ items: [{ id: kept }] });
});

test('a name is corrected by the rule of the tables', async () => {
  const id = await idFor(people.zhang.name);
  for (const name of ['<script>', '张三丰（离异）', '??'])
    expect(code(await ask(id, { field: 'name', value: name }))).toBe('registry.correction_same');
  expect((await ask(id, { field: 'name', value: '阿卜杜拉·麦麦提' })).statusCode).toBe(200);
});

test('whoever wrote a correction down is told what was decided, and is not offered to decide it', async () => {
  const wish = await asked(await idFor(people.wang.name), { field: 'workplace', value: '枫桥纺织厂' });
  const listed = async (by: TestPerson) =>
    (await as(by).get(`/api/registry/corrections?subject=${wish.subject}`)).json<{
      items: CorrectionView[];
    }>().items[0];
  expect([(await listed(registry.steward))?.mine, (await listed(second))?.mine]).toEqual([true, false]);
  await decide(wish.id, 'workplace');
  const { items } = (await as(registry.steward).get('/api/messages')).json<{
    items: { kind: string; zh: string }[];
  }>();
  expect(items[0]).toMatchObject({
    kind: 'registry.correction',
    zh: expect.stringContaining('已核实，予以更正'),
  });
  const texts = await registry.world.asSystem(({ db }) =>
    db
      .selectFrom('notices.message')
      .select('channel')
      .where('account', '=', registry.steward.account)
      .where('kind', '=', 'registry.correction')
      .execute(),
  );
  expect(new Set(texts.map(({ channel }) => channel))).toEqual(new Set(['in_app']));
});

test('how many wait is counted for whoever may decide them, within reach and without their own', async () => {
  const { steward, community, worker } = registry;
  const waiting = async (by: TestPerson) =>
    (await as(by).get('/api/registry/corrections/waiting')).json<{ corrections: number }>().corrections;
  const elsewhere = await registry.world.person('community', 'c02');
  const before = [await waiting(second), await waiting(steward), await waiting(community)];
  const wish = await asked(await idFor(people.li.name), { field: 'phone', value: '19900000055' });
  expect(await waiting(second)).toBe((before[0] ?? 0) + 1);
  expect(await waiting(steward)).toBe(before[1]);
  expect(await waiting(community)).toBe((before[2] ?? 0) + 1);
  expect(await waiting(elsewhere)).toBe(0);
  expect(code(await as(worker).get('/api/registry/corrections/waiting'))).toBe('platform.not_allowed');
  await decide(wish.id, 'phone');
  expect(await waiting(second)).toBe(before[0]);
});

test('one that nobody answered in time is told to the community that has to answer it, and to no other', async () => {
  const { world, community } = registry;
  const neighbours = await world.person('community', 'c02');
  const told = async (by: TestPerson) =>
    (await as(by).get('/api/messages'))
      .json<{ items: { kind: string }[] }>()
      .items.filter(({ kind }) => kind === 'registry.correction_overdue').length;
  await asked(await idFor(people.li.name), { field: 'phone', value: '19900000056' });
  expect(await told(community)).toBe(0);
  world.clock.advance({ days: 17 });
  await world.settle();
  const first = await told(community);
  await world.settle();
  expect([first > 0, await told(community), await told(neighbours)]).toEqual([true, first, 0]);
});
