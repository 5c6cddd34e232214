import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CorrectionView } from '@fengqiao/contract/registry/corrections.ts';
import type { PersonHints, PersonView } from '@fengqiao/contract/registry/people.ts';
import type { HomeDetail, OrganizationDetail } from '@fengqiao/contract/registry/places.ts';
import type { TestPerson } from '#test/people.ts';
import { homesCsv, idOf, people, peopleCsv, startRegistry, type Registry } from './registry.fixture.ts';

let registry: Registry;
const as = (person: TestPerson) => registry.world.as(person);
const stated = { source: '入户核实', asOf: '2026-11-20' };

beforeAll(async () => {
  registry = await startRegistry();
  await registry.bring('homes', homesCsv);
  await registry.bring('people', peopleCsv);
});
afterAll(() => registry.world.close());

describe('somebody who is to be written down', () => {
  const check = async (by: TestPerson, body: object) =>
    (await as(by).post('/api/registry/people/check', body)).json<{ hints: PersonHints }>().hints;

  test('is said to be registered already: by number in the whole street, by phone and name within reach, masked', async () => {
    const { zhang } = people;
    expect(
      await check(registry.worker, { idNumber: zhang.number, phone: zhang.phone, name: zhang.name }),
    ).toMatchObject([
      { why: 'same_number', person: { name: '张**' } },
      { why: 'same_phone', person: { phone: '199****0001' } },
      { why: 'same_name_birth', person: { name: '张**' } },
    ]);
    expect(
      await check(registry.neighbour, { idNumber: zhang.number, phone: zhang.phone, name: zhang.name }),
    ).toEqual([{ why: 'same_number', person: null }]);
    expect(await check(registry.worker, { idNumber: idOf('1999-01-01', 8), phone: '19900000999' })).toEqual(
      [],
    );
  });

  test('stands with the source and day that were said and the unit that vouches, in a home that is known', async () => {
    const body = {
      kind: 'resident',
      name: '周新来',
      idNumber: idOf('1988-08-08', 9),
      address: people.zhang.address,
      ...stated,
    };
    const added = await as(registry.community).post('/api/registry/people', body);
    expect(added.json()).toMatchObject({ homeKnown: true });
    const { id } = added.json<{ id: string }>();
    const view = await as(registry.community).post(`/api/registry/people/${id}/view`, {
      purpose: 'register',
    });
    const { fields } = view.json<PersonView>();
    expect(fields.find(({ field }) => field === 'idNumber')).toMatchObject({
      ...stated,
      unit: { id: 'c01' },
    });
    const ahead = { ...body, idNumber: idOf('1988-08-08', 10), asOf: '2027-01-01' };
    expect((await as(registry.community).post('/api/registry/people', ahead)).json()).toMatchObject({
      code: 'registry.day_ahead',
    });
  });
});

describe('a home', () => {
  const add = (by: TestPerson, address: string, more: object = {}) =>
    as(by).post('/api/registry/homes', { address, use: 'owner', ...stated, ...more });
  const change = (by: TestPerson, { id, version }: HomeDetail, facts: object) =>
    as(by).put(`/api/registry/homes/${id}`, { facts, version, source: '网格走访', asOf: '2026-11-21' });

  test('is written down once, in a building of the street and of the post', async () => {
    const made = await add(registry.worker, '橹声路8号1幢2单元601室', {
      squareMetres: 61.5,
      houseCode: 'F-601',
    });
    expect(made.json()).toMatchObject({
      door: '2单元601室',
      grid: 'c01-g01',
      squareMetres: 61.5,
      version: 1,
      codes: [{ scheme: 'house', value: 'F601', from: '2026-11-20' }],
      sources: expect.arrayContaining([
        { field: 'squareMetres', ...stated, unit: expect.objectContaining({ id: 'c01-g01' }) },
      ]),
    });
    expect((await add(registry.worker, '听枫街道橹声路8号1幢2单元601')).json()).toMatchObject({
      code: 'registry.home_known',
    });
    expect((await add(registry.neighbour, '橹声路8号1幢2单元602室')).json()).toMatchObject({
      code: 'registry.outside_reach',
    });
    expect((await add(registry.worker, '乌有路1号1幢101室')).json()).toMatchObject({
      code: 'registry.row_wrong',
      details: { problems: ['home_unknown'], said: [{ zh: expect.stringContaining('建筑库') }] },
    });
  });

  test('is changed from the version that was on the screen; who comes late is told what changed', async () => {
    const seen = (await add(registry.worker, '橹声路8号1幢2单元603室', { rooms: 2 })).json<HomeDetail>();
    expect((await change(registry.worker, seen, { use: 'owner' })).json()).toMatchObject({
      code: 'registry.correction_same',
    });
    const empty = await change(registry.worker, seen, { use: 'empty' });
    expect(empty.json()).toMatchObject({ use: 'empty', rooms: 2, version: 2 });
    const sources = empty.json<HomeDetail>().sources;
    expect(sources.find(({ field }) => field === 'use')).toMatchObject({ source: '网格走访' });
    expect(sources.find(({ field }) => field === 'rooms')).toMatchObject({ source: '入户核实' });
    expect((await change(registry.community, seen, { use: 'rented' })).json()).toMatchObject({
      code: 'registry.changed_meanwhile',
      details: { version: 2, changed: [{ zh: '使用情况：空置（网格走访，2026-11-21）' }] },
    });
    expect((await change(registry.neighbour, seen, { use: 'rented' })).statusCode).toBe(404);
  });

  test('keeps what was seen later than the day of a table, and takes the rest from it', async () => {
    const seen = (await add(registry.worker, '橹声路8号1幢2单元604室')).json<HomeDetail>();
    const csv = '房屋地址,使用情况,建筑面积\n橹声路8号1幢2单元604室,出租,77\n';
    await registry.bring('homes', csv, { asOf: '2026-11-01', reason: '只有一行' });
    const read = async () =>
      (await as(registry.worker).get(`/api/registry/homes/${seen.id}`)).json<HomeDetail>();
    expect(await read()).toMatchObject({ use: 'owner', squareMetres: 77, version: 2 });
    expect((await change(registry.worker, seen, { use: 'empty' })).json()).toMatchObject({
      details: { changed: [{ zh: expect.stringContaining('公安户籍') }] },
    });
    await registry.bring('homes', csv.replace('77', '78'), { asOf: '2026-11-22', reason: '只有一行' });
    const { use, sources } = await read();
    expect(use).toBe('rented');
    expect(sources.find(({ field }) => field === 'use')).toMatchObject({
      source: '公安户籍',
      asOf: '2026-11-22',
    });
  });
});

describe('an organization', () => {
  const CODE = '91110000600037341L';
  const given = { name: '枫桥豆腐坊', kind: 'household_business', address: '橹声路8号1幢', ...stated };
  const add = (by: TestPerson, more: object = {}) =>
    as(by).post('/api/registry/organizations', { ...given, ...more });
  let made: OrganizationDetail;

  test('is written down with a credit code whose sign is right, once', async () => {
    const reply = await add(registry.community, {
      creditCode: CODE,
      contact: '唐师傅',
      phone: '19900000021',
    });
    made = reply.json<OrganizationDetail>();
    expect(made).toMatchObject({
      state: 'open',
      grid: 'c01-g01',
      creditCode: CODE,
      contact: '唐**',
      version: 1,
    });
    expect((await add(registry.community, { creditCode: CODE })).json()).toMatchObject({
      code: 'registry.organization_known',
    });
    expect((await add(registry.community, { creditCode: '91110000600037341M' })).json()).toMatchObject({
      code: 'registry.row_wrong',
      details: { problems: ['credit_checksum'] },
    });
    expect(
      (await add(registry.community, { name: '别处的店', address: '寒山新村3幢' })).json(),
    ).toMatchObject({
      code: 'registry.outside_reach',
    });
  });

  test('moves to where others look after it, and closes there', async () => {
    const change = (by: TestPerson, version: number, facts: object) =>
      as(by).put(`/api/registry/organizations/${made.id}`, { facts, version, ...stated });
    expect((await change(registry.community, 1, { address: '乌有路3号' })).json()).toMatchObject({
      code: 'registry.row_wrong',
    });
    expect(
      (await change(registry.community, 1, { address: '橹声路9号1幢', trade: '豆制品' })).json(),
    ).toMatchObject({ trade: '豆制品', address: '橹声路9号1幢', version: 2 });
    expect((await change(registry.steward, 2, { state: 'moved' })).json()).toMatchObject({ state: 'moved' });
    expect((await change(registry.steward, 3, { state: 'closed', phone: null })).json()).toMatchObject({
      state: 'closed',
      phone: null,
      contact: '唐**',
    });
  });
});

describe('a correction of a place', () => {
  const decide = (by: TestPerson, id: string, accept: string[]) =>
    as(by).post(`/api/registry/corrections/${id}/decision`, { accept, reply: '已现场核实。' });

  test('of a home is decided by another person and written as corrected', async () => {
    const { items } = (await as(registry.worker).get('/api/registry/homes?use=owner&limit=1')).json<{
      items: HomeDetail[];
    }>();
    const { id } = items[0] ?? { id: '' };
    const ask = (wishes: object[]) =>
      as(registry.community).post(`/api/registry/homes/${id}/corrections`, { wishes });
    expect((await ask([{ field: 'use', value: 'owner' }])).json()).toMatchObject({
      code: 'registry.correction_same',
    });
    expect((await ask([{ field: 'rooms', value: '许多' }])).json()).toMatchObject({
      code: 'registry.row_wrong',
    });
    const asked = (await ask([{ field: 'use', value: 'rented' }])).json<CorrectionView>();
    expect(asked).toMatchObject({ about: 'home', subject: id, fields: ['use'], state: 'open' });
    expect((await ask([{ field: 'use', value: 'empty' }])).json()).toMatchObject({
      code: 'registry.correction_open',
    });
    expect((await decide(registry.community, asked.id, ['use'])).json()).toMatchObject({
      code: 'registry.second_eyes',
    });
    expect(
      (
        await as(registry.steward).post(`/api/registry/corrections/${asked.id}/view`, { purpose: 'correct' })
      ).json(),
    ).toMatchObject({ wishes: [{ field: 'use', now: 'owner', asked: 'rented' }] });
    expect((await decide(registry.steward, asked.id, ['use'])).json()).toMatchObject({ state: 'accepted' });
    const home = (await as(registry.worker).get(`/api/registry/homes/${id}`)).json<HomeDetail>();
    expect(home).toMatchObject({ use: 'rented', openCorrections: 0 });
    expect(home.sources.find(({ field }) => field === 'use')).toMatchObject({ source: '校核' });
  });

  test('of an organization tells whom to ask for on record only', async () => {
    const added = await as(registry.community).post('/api/registry/organizations', {
      name: '听枫理发店',
      kind: 'household_business',
      address: '橹声路8号1幢',
      contact: '陆一剪',
      ...stated,
    });
    const { id } = added.json<OrganizationDetail>();
    const asked = await as(registry.worker).post(`/api/registry/organizations/${id}/corrections`, {
      wishes: [
        { field: 'contact', value: '陆二剪' },
        { field: 'staff', value: '3' },
      ],
    });
    const correction = asked.json<CorrectionView>();
    expect(correction).toMatchObject({ about: 'organization', subject: id });
    expect(
      (await as(registry.steward).get(`/api/registry/corrections?subject=${id}`)).json<{ items: unknown[] }>()
        .items,
    ).toHaveLength(1);
    const seen = await as(registry.community).post(`/api/registry/corrections/${correction.id}/view`, {
      purpose: 'correct',
    });
    expect(seen.json()).toMatchObject({
      wishes: [
        { now: '陆一剪', asked: '陆二剪' },
        { now: null, asked: '3' },
      ],
    });
    const [look] = await registry.world.asSystem((work) =>
      work.db
        .selectFrom('audit.access')
        .select(['subjects', 'fields'])
        .orderBy('id', 'desc')
        .limit(1)
        .execute(),
    );
    expect(look).toMatchObject({ subjects: [id], fields: ['name', 'phone'] });
    expect((await decide(registry.community, correction.id, ['staff'])).json()).toMatchObject({
      state: 'partly',
    });
    expect(
      (await as(registry.worker).get(`/api/registry/organizations/${id}`)).json<OrganizationDetail>(),
    ).toMatchObject({ staff: 3, contact: '陆**' });
  });
});

describe('what happens to somebody', () => {
  const note = (id: string, body: object) =>
    as(registry.worker).post(`/api/registry/people/${id}/events`, {
      at: '2026-11-20',
      source: '入户核实',
      ...body,
    });
  const view = async (id: string) =>
    (
      await as(registry.steward).post(`/api/registry/people/${id}/view`, { purpose: 'register' })
    ).json<PersonView>();
  const idFor = async (name: string) =>
    (await as(registry.steward).post('/api/registry/people/search', { purpose: 'register', name })).json<{
      items: { id: string }[];
    }>().items[0]?.id ?? '';

  test('changes home and household, and says from where, of which day and by whom it is told', async () => {
    const id = await idFor(people.li.name);
    expect((await note(id, { kind: 'moved' })).json()).toMatchObject({ code: 'registry.event_needs' });
    expect((await note(id, { kind: 'moved_in', address: '橹声路8号1幢301室' })).json()).toMatchObject({
      code: 'registry.event_impossible',
    });
    const to = { household: 'H9', relation: 'head' };
    expect((await note(id, { kind: 'moved', address: people.zhang.address, ...to })).statusCode).toBe(200);
    const moved = await view(id);
    expect(moved.family).toEqual([]);
    expect(moved.fields.find(({ field }) => field === 'household')).toMatchObject({
      masked: 'head',
      source: '入户核实',
    });
    expect(moved.events.at(-1)).toMatchObject({
      kind: 'moved',
      source: '入户核实',
      asOf: '2026-11-23',
      unit: { id: 'c01-g01' },
    });
    expect(moved.events[0]).toMatchObject({ kind: 'moved' });
    await note(id, { kind: 'moved_out' });
    expect((await note(id, { kind: 'moved_in', address: '橹声路9号1幢401室' })).json()).toMatchObject({
      state: 'here',
    });
    const { grid, household } = await view(id);
    expect(grid).not.toBeNull();
    const older = peopleCsv.replace(people.li.phone, '19900000012');
    await registry.bring('people', older, { asOf: '2026-11-02', reason: '只有几行' });
    const kept = await view(id);
    expect(kept).toMatchObject({ phone: '199****0012', grid, household });
    expect(kept.building).toContain('橹声路 9 号');
  });

  test('is noted of both who marry, and a child is born into the household of a parent', async () => {
    const [zhang, zhao] = [await idFor(people.zhang.name), await idFor(people.zhao.name)];
    expect((await note(zhang, { kind: 'married', partner: idOf('1950-01-01', 77) })).json()).toMatchObject({
      code: 'registry.partner_unknown',
    });
    expect((await note(zhang, { kind: 'married', partner: people.zhao.number })).statusCode).toBe(200);
    expect((await view(zhao)).events.at(-1)).toMatchObject({ kind: 'married' });
    const born = await as(registry.worker).post(`/api/registry/people/${zhang}/births`, {
      name: '张小满',
      sex: '2',
      at: '2026-11-19',
      source: '出生医学证明',
    });
    const child = await view(born.json<{ id: string }>().id);
    const parent = await view(zhang);
    expect(child).toMatchObject({ household: parent.household, home: parent.home, sex: '2' });
    expect(child.events).toContainEqual(expect.objectContaining({ kind: 'born', at: '2026-11-19' }));
    expect(child.fields.find(({ field }) => field === 'household')).toMatchObject({ masked: 'child' });
    expect((await note(zhang, { kind: 'divorced' })).statusCode).toBe(200);
  });
});
