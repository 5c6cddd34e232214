import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddressNode } from '@fengqiao/contract/registry/addresses.ts';
import type { PersonSummary, PersonView } from '@fengqiao/contract/registry/people.ts';
import { homesCsv, idOf, people, peopleCsv, startRegistry, type Registry } from './registry.fixture.ts';
import { openPersonTo } from './actions/openings.ts';

let registry: Registry;
const search = (by: Registry['steward'], body: object) =>
  registry.world.as(by).post('/api/registry/people/search', { purpose: 'register', ...body });
const found = async (by: Registry['steward'], body: object) =>
  (await search(by, body)).json<{ items: PersonSummary[] }>().items;
const idFor = async (name: string) => (await found(registry.steward, { name }))[0]?.id ?? '';

beforeAll(async () => {
  registry = await startRegistry();
  await registry.bring('homes', homesCsv.replace(/,[^,\n]*\n/, ',\n').replace(people.zhang.number, ''));
  await registry.bring('people', peopleCsv);
});
afterAll(() => registry.world.close());

describe('who is found by whom', () => {
  test('by name, phone, number and address, each masked', async () => {
    const { zhang } = people;
    for (const body of [
      { name: zhang.name },
      { phone: '199 0000 0001' },
      { idNumber: zhang.number.toLowerCase() },
    ]) {
      const items = await found(registry.steward, body);
      expect(items).toMatchObject([
        {
          name: '张**',
          phone: '199****0001',
          sex: '1',
          grid: 'c01-g01',
          building: '橹声路 8 号 1 幢',
          kind: 'registered',
        },
      ]);
    }
    expect(
      (await found(registry.steward, { address: '橹声路8号1幢2单元501室' })).map(({ name }) => name),
    ).toEqual(['张**', '李**']);
    expect((await found(registry.steward, { address: '橹声路8号' })).length).toBe(2);
  });
  test('a grid worker sees people of their own grid only, a community those of its grids, a department nobody, a resident is refused', async () => {
    const names = async (by: Registry['steward']) =>
      (await found(by, { community: 'c01' })).map(({ name }) => name);
    expect(await names(registry.worker)).toEqual(['张**', '李**']);
    expect(await names(registry.community)).toEqual(['张**', '李**', '赵*']);
    expect(await names(registry.neighbour)).toEqual([]);
    expect(await found(registry.neighbour, { name: people.wang.name })).toHaveLength(1);
    const department = await registry.world.person('department', 'urban_ops');
    expect(await found(department, { name: people.wang.name })).toEqual([]);
    const resident = await registry.world.person('resident');
    expect((await search(resident, { name: '张三丰' })).json()).toMatchObject({
      code: 'platform.not_allowed',
    });
  });
  test('a case or a share opens one person to a department until it ends', async () => {
    const department = await registry.world.person('department', 'law_enforcement');
    const person = await idFor(people.wang.name);
    await registry.world.asSystem((work) =>
      openPersonTo(work, {
        person,
        unit: 'law_enforcement',
        basis: 'case',
        ref: person,
        endsAt: new Date(work.now.getTime() + 3_600_000),
      }),
    );
    expect(await found(department, { name: people.wang.name })).toHaveLength(1);
    registry.world.clock.advance({ hours: 2 });
    await registry.world.settle();
    expect(await found(department, { name: people.wang.name })).toEqual([]);
  });
  test('a page leaves one record of all it showed', async () => {
    const before = await accesses();
    const items = await found(registry.steward, { grid: 'c01-g01' });
    const after = await accesses();
    expect(after.length).toBe(before.length + 1);
    expect([...(after[0]?.subjects ?? [])].toSorted()).toEqual(items.map(({ id }) => id).toSorted());
  });
  test('422 registry.search_by_what when nothing is asked', async () =>
    expect((await search(registry.steward, {})).json()).toMatchObject({ code: 'registry.search_by_what' }));
});

/** The looks written down, newest first. */
const accesses = () =>
  registry.world.asSystem((work) =>
    work.db.selectFrom('audit.access').select(['subjects', 'fields']).orderBy('id', 'desc').execute(),
  );

describe('one person', () => {
  const view = async (by: Registry['steward'], id: string) =>
    registry.world.as(by).post(`/api/registry/people/${id}/view`, { purpose: 'register' });
  test('is shown masked with source, day and who vouches, the family, and never a birth date beside a masked number', async () => {
    const reply = await view(registry.worker, await idFor(people.zhang.name));
    const shown = reply.json<PersonView>();
    expect(shown).toMatchObject({
      name: '张**',
      idKind: 'resident',
      family: [{ name: '李**', relation: 'spouse' }],
      events: [{ kind: 'moved_in', at: '2001-02-03', source: '公安户籍' }],
    });
    expect(shown.fields.find(({ field }) => field === 'phone')).toMatchObject({
      masked: '199****0001',
      source: '公安户籍',
      asOf: '2026-11-01',
      unit: { id: 'centre' },
    });
    for (const hidden of ['张三丰', people.zhang.number, people.zhang.phone, '1970', '501'])
      expect(reply.body).not.toContain(hidden);
  });
  test('is 404 for a worker of another grid, in every way of asking', async () => {
    const id = await idFor(people.zhang.name);
    for (const path of ['view', 'reveal', 'events', 'corrections']) {
      const body = {
        view: { purpose: 'register' },
        reveal: { purpose: 'register', fields: ['name'] },
        events: { kind: 'died', at: '2026-11-01', source: '医院' },
        corrections: { wishes: [{ field: 'phone', value: '19900000009' }] },
      }[path];
      expect(
        (await registry.world.as(registry.neighbour).post(`/api/registry/people/${id}/${path}`, body))
          .statusCode,
      ).toBe(404);
    }
  });
  test('is revealed field by field for a purpose, sensitive ones with a reason, on record', async () => {
    const id = await idFor(people.zhang.name);
    const reveal = (body: object) =>
      registry.world.as(registry.worker).post(`/api/registry/people/${id}/reveal`, body);
    expect((await reveal({ purpose: 'visit', fields: ['phone'] })).json()).toEqual({
      values: [{ field: 'phone', value: people.zhang.phone }],
      seconds: 30,
    });
    expect((await reveal({ purpose: 'visit', fields: ['idNumber'] })).json()).toMatchObject({
      code: 'registry.reason_needed',
    });
    expect(
      (await reveal({ purpose: 'visit', reason: '上门核对', fields: ['idNumber', 'address'] })).json(),
    ).toMatchObject({ values: [{ value: people.zhang.number }, { value: '橹声路8号1幢2单元501室' }] });
    expect((await accesses())[0]).toMatchObject({ subjects: [id], fields: ['idNumber', 'address'] });
  });
  test('is written down once; what is wrong is said', async () => {
    const add = (body: object) =>
      registry.world.as(registry.worker).post('/api/registry/people', { kind: 'migrant', ...body });
    const number = idOf('1999-09-09', 7);
    expect((await add({ name: '新来客', idNumber: number, address: '橹声路8号1幢401室' })).statusCode).toBe(
      200,
    );
    expect((await add({ name: '新来客', idNumber: number })).json()).toMatchObject({
      code: 'registry.known_already',
    });
    expect((await add({ name: '新来客', idNumber: `${number.slice(0, 17)}Z` })).json()).toMatchObject({
      code: 'registry.row_wrong',
      details: { problems: ['id_malformed'] },
    });
    expect((await add({ name: '新来客', birthDate: '1999-09-09', phone: '123456' })).json()).toMatchObject({
      code: 'registry.row_wrong',
      details: { problems: ['phone_unusable'] },
    });
  });
  test('moves away, comes back, and dies once', async () => {
    const id = await idFor(people.li.name);
    const note = (kind: string) =>
      registry.world
        .as(registry.worker)
        .post(`/api/registry/people/${id}/events`, { kind, at: '2026-11-20', source: '入户核实' });
    expect((await note('returned')).json()).toMatchObject({ code: 'registry.event_impossible' });
    expect((await note('moved_out')).json()).toMatchObject({ state: 'left' });
    expect((await note('returned')).json()).toMatchObject({ state: 'here' });
  });
});

describe('homes, organizations and addresses', () => {
  test('a home says how many live there and its codes with their validity, not who', async () => {
    const { items } = (
      await registry.world.as(registry.worker).get('/api/registry/homes?grid=c01-g01')
    ).json<{ items: { id: string; people: number; door: string }[] }>();
    expect(items).toMatchObject([{ door: '2单元501室', people: 2 }]);
    const home = await registry.world.as(registry.worker).get(`/api/registry/homes/${items[0]?.id}`);
    expect(home.json()).toMatchObject({
      use: 'owner',
      squareMetres: 89.5,
      codes: [{ scheme: 'real_estate_unit', until: null }],
      sources: expect.arrayContaining([
        expect.objectContaining({ field: 'squareMetres', source: '公安户籍', asOf: '2026-11-01' }),
      ]),
    });
    expect(
      (await registry.world.as(registry.neighbour).get(`/api/registry/homes/${items[0]?.id}`)).statusCode,
    ).toBe(404);
  });
  test('an organization is found by name and credit code; whom to ask for is masked until revealed', async () => {
    await registry.bring(
      'organizations',
      '单位名称,统一社会信用代码,企业类型,经营地址,法定代表人,联系电话\n听枫面馆,91350100M000100Y43,个体户,橹声路8号1幢,钱多多,19900000008\n',
    );
    for (const q of ['面馆', '91350100m000100y43']) {
      const { items } = (
        await registry.world.as(registry.worker).get(`/api/registry/organizations?q=${encodeURIComponent(q)}`)
      ).json<{ items: { id: string; name: string }[] }>();
      expect(items).toMatchObject([
        { name: '听枫面馆', kind: 'household_business', creditCode: '91350100M000100Y43', grid: 'c01-g01' },
      ]);
      const one = await registry.world.as(registry.worker).get(`/api/registry/organizations/${items[0]?.id}`);
      expect(one.json()).toMatchObject({
        contact: '钱**',
        phone: '199****0008',
        codes: [{ scheme: 'credit' }, { scheme: 'organization', value: 'M000100Y4' }],
      });
      const revealed = await registry.world
        .as(registry.worker)
        .post(`/api/registry/organizations/${items[0]?.id}/reveal`, { purpose: 'visit' });
      expect(revealed.json()).toMatchObject({ contact: '钱多多', phone: '19900000008' });
    }
  });
  test('the address book stands in steps and is found by any part', async () => {
    await registry.bring(
      'addresses',
      '标准地址,经度,纬度\n橹声路8号1幢2单元501室,,\n橹声路8号1幢2单元502室,120.155,31.225\n',
    );
    const { items } = (
      await registry.world
        .as(registry.worker)
        .get(`/api/registry/addresses?q=${encodeURIComponent('橹声路8号')}`)
    ).json<{ items: { text: string; level: string; parent: string | null; id: string }[] }>();
    expect(items.map(({ text, level }) => [level, text])).toEqual([
      ['number', '橹声路8号'],
      ['building', '橹声路8号1幢'],
      ['unit', '橹声路8号1幢2单元'],
      ['room', '橹声路8号1幢2单元501室'],
      ['room', '橹声路8号1幢2单元502室'],
    ]);
    expect(items[2]?.parent).toBe(items[1]?.id);
    const below = async (parent?: string) =>
      (
        await registry.world
          .as(registry.worker)
          .get(`/api/registry/addresses${parent === undefined ? '' : `?parent=${parent}`}`)
      ).json<{ path: { text: string }[]; items: AddressNode[] }>();
    const [road] = (await below()).items;
    expect(road).toMatchObject({
      text: '橹声路',
      code: '41',
      below: 1,
      source: '公安户籍',
      unit: { id: 'centre' },
    });
    const unit = await below(items[2]?.id);
    expect(unit.path.map(({ text }) => text)).toEqual([
      '橹声路',
      '橹声路8号',
      '橹声路8号1幢',
      '橹声路8号1幢2单元',
    ]);
    expect(unit.items).toMatchObject([
      { level: 'room', code: null, homes: 1, people: 2 },
      { level: 'room', homes: 0, people: 0, lng: 120.155 },
    ]);
    const out = await registry.world
      .as(registry.neighbour)
      .get(`/api/registry/addresses?parent=${items[2]?.id}`);
    expect(out.json()).toMatchObject({ items: [{ homes: 0, people: 0 }, {}] });
  });
});
