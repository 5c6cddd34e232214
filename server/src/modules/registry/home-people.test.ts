import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MyRegistry } from '@fengqiao/contract/registry/corrections.ts';
import type { HomePeople } from '@fengqiao/contract/registry/home-people.ts';
import type { HomeDetail } from '@fengqiao/contract/registry/places.ts';
import type { TestPerson } from '#test/people.ts';
import { homesCsv, people, peopleCsv, startRegistry, type Registry } from './registry.fixture.ts';
import { scrubPerson } from './store/scrub.ts';

let registry: Registry;
const as = (person: TestPerson) => registry.world.as(person);
const code = (reply: { json(): { code?: string } }) => reply.json().code;
const stated = { source: '不动产权证', asOf: '2026-11-20' };

beforeAll(async () => {
  registry = await startRegistry();
  await registry.bring('people', peopleCsv);
});
afterAll(() => registry.world.close());

const idFor = async ({ name }: { name: string }) =>
  (await as(registry.steward).post('/api/registry/people/search', { purpose: 'register', name })).json<{
    items: { id: string }[];
  }>().items[0]?.id ?? '';
const add = (by: TestPerson, address: string) =>
  as(by).post('/api/registry/homes', { address, use: 'owner', source: '入户核实', asOf: '2026-11-20' });
const added = async (address: string) => (await add(registry.worker, address)).json<HomeDetail>();
const read = async (id: string) =>
  (await as(registry.worker).get(`/api/registry/homes/${id}`)).json<HomeDetail>();
const look = (id: string, by = registry.worker) =>
  as(by).post(`/api/registry/homes/${id}/people/view`, { purpose: 'register' });
const peopleOf = async (id: string, by = registry.worker) => (await look(id, by)).json<HomePeople>();
const link = (home: string, body: object, by = registry.worker) =>
  as(by).post(`/api/registry/homes/${home}/people`, { ...stated, ...body });
const looks = ({ account }: TestPerson) =>
  registry.world.asSystem(({ db }) =>
    db
      .selectFrom('audit.access')
      .select(['subjects', 'purpose', 'object'])
      .where('account', '=', account)
      .where('action', '=', 'registry.homePeople')
      .orderBy('id')
      .execute(),
  );

describe('a home that is written down after those who live there', () => {
  let home: HomeDetail;
  test('offers whoever is written down with its address, masked and on record, and links nobody by itself', async () => {
    home = await added(people.zhang.address);
    expect(home).toMatchObject({ people: 0, linked: 0, unhoused: 2 });
    const { offered, links } = await peopleOf(home.id);
    expect(links).toEqual([]);
    expect(offered).toMatchObject([
      { name: '张**', phone: '199****0001' },
      { name: '李**', phone: '199****0002' },
    ]);
    expect(await looks(registry.worker)).toMatchObject([
      { subjects: offered.map(({ id }) => id), purpose: 'register', object: `home:${home.id}` },
    ]);
    expect((await read(home.id)).people).toBe(0);
    expect((await look(home.id, registry.neighbour)).statusCode).toBe(404);
  });

  test('takes in those who were chosen, and nobody who lives elsewhere or in a home already', async () => {
    const [zhang, li, zhao] = [await idFor(people.zhang), await idFor(people.li), await idFor(people.zhao)];
    const house = (...chosen: string[]) =>
      as(registry.worker).post(`/api/registry/homes/${home.id}/residents`, { people: chosen });
    expect(code(await house(zhang, zhao))).toBe('platform.not_found');
    const inBuilding = await as(registry.worker).post('/api/registry/people', {
      kind: 'resident',
      name: '周楼上',
      birthDate: '1980-02-03',
      address: '橹声路8号1幢2单元601室',
    });
    expect(code(await house(zhang, inBuilding.json<{ id: string }>().id))).toBe('registry.not_of_this_home');
    expect((await read(home.id)).people).toBe(0);
    expect((await house(zhang)).statusCode).toBe(200);
    expect(await read(home.id)).toMatchObject({ people: 1, unhoused: 2 });
    expect((await peopleOf(home.id)).offered.map(({ id }) => id)).toEqual([li]);
    expect(code(await house(zhang))).toBe('registry.not_of_this_home');
  });
});

describe('whoever has to do with a home', () => {
  let home: string;
  const zhang = () => idFor(people.zhang);
  test('is linked by hand in a capacity and for a time, with who vouches for it', async () => {
    ({ id: home } = await added('橹声路8号1幢2单元702室'));
    const person = await zhang();
    const body = { person, role: 'owner', from: '2001-02-03' };
    const made = await link(home, body);
    expect(made.statusCode).toBe(200);
    expect((await read(home)).linked).toBe(1);
    expect((await peopleOf(home)).links).toMatchObject([
      {
        id: made.json<{ id: string }>().id,
        person,
        name: '张**',
        inReach: true,
        role: 'owner',
        from: '2001-02-03',
        until: null,
        over: false,
        ...stated,
        unit: { id: 'c01-g01' },
      },
    ]);
    expect((await looks(registry.worker)).at(-1)).toMatchObject({ subjects: [person] });
  });

  test('stands once in one capacity at one time, and with days in order', async () => {
    const person = await zhang();
    const known = 'registry.home_link_known';
    expect(code(await link(home, { person, role: 'owner' }))).toBe(known);
    expect(code(await link(home, { person, role: 'owner', from: '2020-01-01' }))).toBe(known);
    expect(code(await link(home, { person, role: 'owner', until: '2001-02-03' }))).toBe(known);
    expect((await link(home, { person, role: 'owner', until: '2001-02-02' })).statusCode).toBe(200);
    const turned = { person, role: 'tenant', from: '2026-05-01', until: '2026-04-30' };
    expect(code(await link(home, turned))).toBe('registry.home_link_days');
    expect(code(await link(home, { person, role: 'tenant', asOf: '2027-01-01' }))).toBe('registry.day_ahead');
    const both = [0, 1].map(() => link(home, { person, role: 'caretaker' }));
    expect((await Promise.all(both)).map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });

  test('is looked for within reach, by those whose home it is to write down', async () => {
    const zhao = await idFor(people.zhao);
    expect((await link(home, { person: zhao, role: 'tenant' })).statusCode).toBe(404);
    expect((await link(home, { person: zhao, role: 'tenant' }, registry.neighbour)).statusCode).toBe(404);
    expect((await link(home, { person: zhao, role: 'tenant' }, registry.steward)).statusCode).toBe(200);
    const tenant = (await peopleOf(home)).links.find(({ role }) => role === 'tenant');
    expect(tenant).toMatchObject({ name: '赵*', inReach: false });
    const intake = await registry.world.person('intake');
    expect(code(await link(home, { person: zhao, role: 'tenant' }, intake))).toBe('platform.not_allowed');
  });

  test('is so until the last day that somebody writes down, once', async () => {
    const { links } = await peopleOf(home);
    const tenant = links.find(({ role }) => role === 'tenant')?.id ?? '';
    const end = (until: string, by = registry.community) =>
      as(by).post(`/api/registry/home-links/${tenant}/ending`, { until, ...stated });
    expect((await end('2026-11-19', registry.neighbour)).statusCode).toBe(404);
    expect((await end('2026-11-19')).statusCode).toBe(200);
    expect(code(await end('2026-11-20'))).toBe('registry.home_link_over');
    const owner = links.find(({ role, until }) => role === 'owner' && until === null)?.id ?? '';
    const turned = await as(registry.community).post(`/api/registry/home-links/${owner}/ending`, {
      until: '2001-02-02',
      ...stated,
    });
    expect(code(turned)).toBe('registry.home_link_days');
    const now = (await peopleOf(home)).links;
    expect(now.find(({ id }) => id === tenant)).toMatchObject({ until: '2026-11-19', over: true });
    // Those who still are come first.
    expect(now.map(({ over }) => over)).toEqual([false, false, true, true]);
    expect((await read(home)).linked).toBe(2);
  });

  test('reads it among what the street has written down about them', async () => {
    const resident = await registry.world.person('resident');
    const { zhang: who } = people;
    await as(resident).post('/api/me/real-name', { name: who.name, idNumber: who.number });
    const mine = (await as(resident).get('/api/me/registry')).json<MyRegistry>();
    expect(mine.homes).toContainEqual({
      address: expect.stringMatching(/橹声路.*2单元702室/u),
      role: 'owner',
      from: '2001-02-03',
      until: null,
      ...stated,
      unit: expect.objectContaining({ zh: expect.any(String) }),
    });
  });

  test('is told by the row that stays after rows were merged, and by nobody once erased', async () => {
    const [person, other] = [await zhang(), await idFor(people.wang)];
    const merge = (into: string | null) =>
      registry.world.asSystem(({ db }) =>
        db
          .updateTable('registry.person')
          .set({ state: into === null ? 'here' : 'merged', merged_into: into })
          .where('id', '=', person)
          .execute(),
      );
    await merge(other);
    const names = new Set((await peopleOf(home)).links.map(({ name }) => name));
    expect(names).toEqual(new Set(['王**', '赵*']));
    await merge(null);
    await registry.world.asSystem((work) => scrubPerson(work, person));
    expect((await peopleOf(home)).links.map(({ name }) => name)).toEqual(['赵*']);
  });
});

describe('the owners of a table', () => {
  const csv = (owner: string) =>
    homesCsv.split('\n').slice(0, 2).join('\n').replace(people.zhang.number, owner) + '\n';
  const bring = (owner: string, asOf: string) =>
    registry.bring('homes', csv(owner), { asOf, reason: '只有一行' });
  const owners = async () => {
    const { items } = (await as(registry.steward).get('/api/registry/homes')).json<{ items: HomeDetail[] }>();
    const id = items.find(({ door }) => door === '2单元501室')?.id ?? '';
    const { links } = await peopleOf(id, registry.steward);
    return links.map(({ name, over, source }) => `${name}${over ? ' 已止' : ''} ${source}`);
  };

  test('end those of the table before, which come back when it is taken back, and never what was written by hand', async () => {
    await bring(people.li.number, '2026-11-01');
    expect(await owners()).toEqual(['李** 公安户籍']);
    const { items } = (await as(registry.steward).get('/api/registry/homes')).json<{ items: HomeDetail[] }>();
    const id = items.find(({ door }) => door === '2单元501室')?.id ?? '';
    await link(id, { person: await idFor(people.zhao), role: 'owner' }, registry.steward);
    const { id: second } = await bring(people.wang.number, '2026-11-10');
    expect((await owners()).toSorted()).toEqual(
      ['李** 已止 公安户籍', '王** 公安户籍', '赵* 不动产权证'].toSorted(),
    );
    await bring(people.wang.number, '2026-11-11');
    expect(await owners()).toHaveLength(3);
    const undo = await as(registry.steward).post(`/api/registry/imports/${second}/undoing`, {
      reason: '对方发错了文件',
    });
    expect(undo.statusCode).toBe(200);
    await registry.world.settle();
    expect((await owners()).toSorted()).toEqual(['李** 公安户籍', '赵* 不动产权证'].toSorted());
  });
});
