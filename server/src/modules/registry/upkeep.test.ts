import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CorrectionView, MyRegistry } from '@fengqiao/contract/registry/corrections.ts';
import type { TwinDetail, TwinView } from '@fengqiao/contract/registry/twins.ts';
import type { PersonSummary } from '@fengqiao/contract/registry/people.ts';
import type { TestPerson } from '#test/people.ts';
import { idOf, people, peopleCsv, startRegistry, type Registry } from './registry.fixture.ts';

let registry: Registry;
let second: TestPerson;
const as = (person: TestPerson) => registry.world.as(person);
const idFor = async (name: string) =>
  (await as(registry.steward).post('/api/registry/people/search', { purpose: 'register', name })).json<{
    items: PersonSummary[];
  }>().items[0]?.id ?? '';

beforeAll(async () => {
  registry = await startRegistry();
  second = await registry.world.person('steward');
  await registry.bring('people', peopleCsv);
});
afterAll(() => registry.world.close());

describe('a real name', () => {
  const prove = (by: TestPerson, name: string, idNumber: string) =>
    as(by).post('/api/me/real-name', { name, idNumber });
  test('is proved by name and number; a wrong name and an unknown number are answered alike', async () => {
    const resident = await registry.world.person('resident');
    const wrong = await prove(resident, '别的名', people.zhang.number);
    const unknown = await prove(resident, people.zhang.name, idOf('1970-05-06', 999));
    const malformed = await prove(resident, people.zhang.name, '1234567');
    expect(wrong.json()).toMatchObject({ code: 'registry.not_proven' });
    expect([unknown.json(), malformed.json()]).toEqual([wrong.json(), wrong.json()]);
    expect((await prove(resident, '张 三丰', people.zhang.number)).json()).toEqual({ level: 2 });
    const mine = (await as(resident).get('/api/me/registry')).json<MyRegistry>();
    expect(mine.fields).toContainEqual(
      expect.objectContaining({
        field: 'phone',
        value: people.zhang.phone,
        source: '公安户籍',
        asOf: '2026-11-01',
      }),
    );
    const other = await registry.world.person('resident');
    expect((await prove(other, people.zhang.name, people.zhang.number)).json()).toMatchObject({
      code: 'identity.person_taken',
    });
  });
  test('is not guessed: five tries a day by an account, and about a number', async () => {
    const resident = await registry.world.person('resident');
    for (let i = 0; i < 5; i += 1) await prove(resident, '猜一猜', idOf('1961-01-01', i));
    expect((await prove(resident, people.li.name, people.li.number)).json()).toMatchObject({
      code: 'registry.proving_paused',
    });
    registry.world.clock.advance({ hours: 25 });
    await registry.world.settle();
    expect((await prove(resident, people.li.name, people.li.number)).json()).toEqual({ level: 2 });
  });
  test('is proved at the window as well, for the phone of the account', async () => {
    const clerk = await registry.world.person('intake');
    const resident = await registry.world.person('resident');
    const { phone } = await registry.world.asSystem(async (work) => {
      const row = await work.db
        .selectFrom('identity.account')
        .select('phone_enc')
        .where('id', '=', resident.account)
        .executeTakeFirstOrThrow();
      return {
        phone: work.vault.open(row.phone_enc ?? Buffer.alloc(0), {
          table: 'identity.account',
          column: 'phone_enc',
          row: resident.account,
        }),
      };
    });
    const { wang } = people;
    const prove = (whose: object) =>
      as(clerk).post('/api/registry/real-names', { name: wang.name, idNumber: wang.number, ...whose });
    expect((await prove({ phone: '13900000000' })).json()).toMatchObject({
      code: 'registry.no_account_of_phone',
    });
    // A clerk has a queue: what stops one account after five tries stops the window only after many more.
    for (let i = 0; i < 5; i += 1) await prove({ phone, idNumber: idOf('1962-02-02', i) });
    // Whoever tried the same number at home too often comes here, where the paper is in hand.
    const guessing = await registry.world.person('resident');
    for (let i = 0; i < 5; i += 1)
      await as(guessing).post('/api/me/real-name', { name: '猜一猜', idNumber: wang.number });
    expect((await prove({ phone })).json()).toEqual({ level: 2 });
    const { items } = (await as(resident).get('/api/messages')).json<{
      items: { kind: string; zh: string }[];
    }>();
    expect(items[0]).toMatchObject({ kind: 'registry.proved', zh: expect.stringContaining('窗口') });
    expect((await as(resident).get('/api/me/registry')).json()).toMatchObject({ known: true });
    const unphoned = await registry.world.person('resident');
    expect((await prove({ account: unphoned.account })).json()).toMatchObject({
      code: 'identity.person_taken',
    });
  });
});

describe('a correction', () => {
  test('has ten work days, is decided by another person, is written with who vouches, and the requester reads the answer', async () => {
    const resident = await registry.world.person('resident');
    expect(
      (
        await as(resident).post('/api/me/registry/corrections', {
          wishes: [{ field: 'phone', value: '19900000077' }],
        })
      ).json(),
    ).toMatchObject({ code: 'registry.not_proven_yet' });
    registry.world.clock.advance({ hours: 25 });
    await registry.world.settle();
    await as(resident).post('/api/me/real-name', { name: people.zhao.name, idNumber: people.zhao.number });
    const ask = (wishes: object[]) => as(resident).post('/api/me/registry/corrections', { wishes });
    expect((await ask([{ field: 'phone', value: people.zhao.phone }])).json()).toMatchObject({
      code: 'registry.correction_same',
    });
    const asked = (
      await ask([
        { field: 'phone', value: '199 0000 0077' },
        { field: 'address', value: '橹声路8号1幢602室' },
      ])
    ).json<CorrectionView>();
    expect(asked).toMatchObject({ state: 'open', byResident: true, fields: ['phone', 'address'] });
    expect((await ask([{ field: 'phone', value: '19900000078' }])).json()).toMatchObject({
      code: 'registry.correction_open',
    });
    const days = (Date.parse(asked.dueAt) - Date.parse(asked.askedAt)) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(13);
    const detail = await as(registry.steward).post(`/api/registry/corrections/${asked.id}/view`, {
      purpose: 'correct',
    });
    expect(detail.json()).toMatchObject({
      wishes: [{ field: 'phone', now: people.zhao.phone, asked: '199 0000 0077' }, {}],
    });
    const decided = await as(registry.steward).post(`/api/registry/corrections/${asked.id}/decision`, {
      accept: ['phone', 'address'],
      reply: '已电话核实，予以更正。',
    });
    expect(decided.json()).toMatchObject({ state: 'accepted', reply: '已电话核实，予以更正。' });
    expect(
      (
        await as(registry.steward).post(`/api/registry/corrections/${asked.id}/decision`, {
          accept: [],
          reply: '再来一次',
        })
      ).json(),
    ).toMatchObject({ code: 'registry.correction_decided' });
    const mine = (await as(resident).get('/api/me/registry')).json<MyRegistry>();
    expect(mine.fields).toContainEqual(
      expect.objectContaining({ field: 'phone', value: '19900000077', source: '校核' }),
    );
    expect(mine.corrections).toMatchObject([{ state: 'accepted', reply: '已电话核实，予以更正。' }]);
    const found = await as(registry.worker).post('/api/registry/people/search', {
      purpose: 'register',
      phone: '19900000077',
    });
    expect(found.json<{ items: PersonSummary[] }>().items).toMatchObject([{ grid: 'c01-g01' }]);
  });
  test('asked by staff is not decided by whoever asked, and the list has those due first', async () => {
    const id = await idFor(people.li.name);
    const asked = (
      await as(registry.steward).post(`/api/registry/people/${id}/corrections`, {
        wishes: [{ field: 'workplace', value: '听枫实验小学' }],
        words: '入户时本人说的',
      })
    ).json<CorrectionView>();
    const decide = (by: TestPerson) =>
      as(by).post(`/api/registry/corrections/${asked.id}/decision`, {
        accept: ['workplace'],
        reply: '已核实，予以更正',
      });
    expect((await decide(registry.steward)).json()).toMatchObject({ code: 'registry.second_eyes' });
    expect((await decide(second)).json()).toMatchObject({ state: 'accepted' });
    const list = (await as(registry.steward).get('/api/registry/corrections')).json<{
      items: CorrectionView[];
    }>().items;
    expect(list.map(({ dueAt }) => dueAt)).toEqual(list.map(({ dueAt }) => dueAt).toSorted());
    expect(
      (await as(registry.neighbour).get(`/api/registry/corrections?subject=${id}`)).json(),
    ).toMatchObject({ items: [] });
  });
  test('unanswered after ten work days is told once, to the stewards and the leader', async () => {
    const { world } = registry;
    const leader = await world.person('leader');
    const id = await idFor(people.li.name);
    await as(registry.worker).post(`/api/registry/people/${id}/corrections`, {
      wishes: [{ field: 'phone', value: '19900000078' }],
    });
    const told = async () =>
      (await as(leader).get('/api/messages'))
        .json<{ items: { kind: string }[] }>()
        .items.filter(({ kind }) => kind === 'registry.correction_overdue').length;
    expect(await told()).toBe(0);
    world.clock.advance({ days: 17 });
    await world.settle();
    const first = await told();
    await world.settle();
    expect([first > 0, await told()]).toEqual([true, first]);
  });
});

describe('rows that may be one person', () => {
  test('are found behind however many that only share a name and a birthday', async () => {
    const crowd = (name: string, born: string) =>
      Array.from({ length: 20 }, (_, n) => `${name},${idOf(born, 500 + n)},,,,常住人口`);
    const rows = [
      ...crowd('同名甲', '1960-01-01'),
      ...crowd('同名乙', '1960-01-02'),
      ...crowd('同名丙', '1960-01-03'),
    ];
    const head = '姓名,身份证号,出生日期,手机号码,现住址,人口类别';
    await registry.bring('people', `${head}\n${rows.join('\n')}\n`);
    const twice = '孙一一,,1991-02-03,19900000071,橹声路8号1幢301室,常住人口';
    await registry.bring('people', `${head}\n${twice}\n`);
    await registry.bring('people', `${head}\n${twice.replace(',,', `,${idOf('1991-02-03', 71)},`)}\n`);
    expect((await as(registry.steward).post('/api/registry/twins/search', {})).json()).toEqual({ found: 1 });
    const { items } = (await as(registry.steward).get('/api/registry/twins')).json<{ items: TwinView[] }>();
    await as(registry.steward).post(`/api/registry/twins/${items[0]?.one}/${items[0]?.other}/decision`, {
      keep: null,
    });
  });
  test('are proposed with reasons, compared masked, merged by a person, and parted again', async () => {
    const csv =
      '姓名,身份证号,出生日期,手机号码,现住址,人口类别\n钱多多,,1991-02-03,19900000061,橹声路8号1幢301室,常住人口\n';
    await registry.bring('people', csv);
    await registry.bring('people', csv.replace('钱多多,,', `钱多多,${idOf('1991-02-03', 61)},`));
    expect((await as(registry.steward).post('/api/registry/twins/search', {})).json()).toEqual({ found: 1 });
    const { items } = (await as(registry.steward).get('/api/registry/twins')).json<{ items: TwinView[] }>();
    expect(items).toMatchObject(
      [{ score: 1, reasons: ['same_name', 'same_birth_date', 'same_phone', 'same_building'] }].map(
        ({ reasons }) => ({ reasons: expect.arrayContaining(reasons.slice(0, 3)) }),
      ),
    );
    const path = `/api/registry/twins/${items[0]?.one}/${items[0]?.other}`;
    const seen = (
      await as(registry.steward).post(`${path}/view`, { purpose: 'register' })
    ).json<TwinDetail>();
    expect(seen.sides.map(({ name }) => name)).toEqual(['钱**', '钱**']);
    expect(seen.differ).toContain('idNumber');
    const merged = await as(registry.steward).post(`${path}/decision`, { keep: items[0]?.one });
    expect(merged.json()).toMatchObject({ state: 'merged' });
    expect((await as(registry.steward).post(`${path}/decision`, { keep: null })).json()).toMatchObject({
      code: 'registry.twin_state',
    });
    const found = async () =>
      (
        await as(registry.steward).post('/api/registry/people/search', {
          purpose: 'register',
          name: '钱多多',
        })
      ).json<{ items: unknown[] }>().items.length;
    expect(await found()).toBe(1);
    expect((await as(registry.steward).post(`${path}/undoing`, {})).json()).toMatchObject({ state: 'open' });
    expect(await found()).toBe(2);
  });
});
