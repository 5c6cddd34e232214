import { accessFlags, type AccessFlag } from '@fengqiao/contract/audit.ts';
import { LOOKUPS_A_MINUTE } from '@fengqiao/contract/registry/people.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#test/people.ts';
import { idOf, people, peopleCsv, startRegistry, type Registry } from './registry.fixture.ts';

/** A "no" says something of somebody as well: that they are registered, or are not. */

let registry: Registry;
let ids: Map<string, string>;
const as = (person: TestPerson) => registry.world.as(person);
const code = (reply: { json(): { code?: string } }) => reply.json().code;

beforeAll(async () => {
  registry = await startRegistry();
  await registry.bring('people', peopleCsv);
  const search = async (name: string) =>
    (await as(registry.steward).post('/api/registry/people/search', { purpose: 'register', name })).json<{
      items: { id: string }[];
    }>().items[0]?.id ?? '';
  ids = new Map();
  for (const { name } of Object.values(people)) ids.set(name, await search(name));
});
afterAll(() => registry.world.close());

const idFor = ({ name }: { name: string }) => ids.get(name) ?? '';
const has = (flags: number, flag: AccessFlag) => (flags & (1 << accessFlags[flag].bit)) !== 0;

/** What was written down of the looks of one account, in order. */
const looksOf = async ({ account }: TestPerson) =>
  (
    await registry.world.asSystem(({ db }) =>
      db
        .selectFrom('audit.access')
        .select(['action', 'subjects', 'fields', 'purpose', 'reason', 'flags'])
        .where('account', '=', account)
        .orderBy('id')
        .execute(),
    )
  ).map(({ flags, ...look }) => ({ ...look, missed: has(flags, 'missed'), masked: has(flags, 'masked') }));

test('whoever writes somebody down and hears that they are registered has learned it on record', async () => {
  const clerk = await registry.world.person('community', 'c02');
  const add = (idNumber: string, name: string) =>
    as(clerk).post('/api/registry/people', {
      kind: 'resident',
      name,
      idNumber,
      address: people.wang.address,
    });
  expect(code(await add(people.zhang.number, '随便写'))).toBe('registry.known_already');
  expect(await looksOf(clerk)).toMatchObject([
    {
      action: 'registry.check',
      subjects: [idFor(people.zhang)],
      fields: ['idNumber'],
      purpose: 'register',
      masked: true,
    },
  ]);
});

test('numbers are not tried out by writing people down either', async () => {
  const clerk = await registry.world.person('community', 'c02');
  const add = () =>
    as(clerk).post('/api/registry/people', {
      kind: 'resident',
      name: '随便写',
      idNumber: idOf('1990-11-12', 4),
    });
  const codes = new Set<string | undefined>();
  for (let n = 0; n <= LOOKUPS_A_MINUTE; n += 1) codes.add(code(await add()));
  expect([...codes].at(-1)).toBe('platform.too_many');
});

test('whose number nobody has, whom somebody is said to have married, is on record under a pseudonym', async () => {
  const nobody = idOf('1950-01-01', 77);
  const note = (partner: string) =>
    as(registry.worker).post(`/api/registry/people/${idFor(people.zhang)}/events`, {
      kind: 'married',
      at: '2026-11-20',
      source: '入户核实',
      partner,
    });
  expect(code(await note(nobody))).toBe('registry.partner_unknown');
  expect(code(await note(nobody))).toBe('registry.partner_unknown');
  const [first, second] = await looksOf(registry.worker);
  expect(first).toMatchObject({ action: 'registry.check', fields: ['idNumber'], missed: true });
  expect(second?.subjects).toEqual(first?.subjects);
});

test('an emergency of nobody, and one of several, is on record with its reason', async () => {
  const leader = await registry.world.person('leader');
  const open = (who: object) =>
    as(leader).post('/api/registry/emergencies', {
      reasonCode: 'missing',
      text: '独居老人两天没有应门，邻居报警',
      ...who,
    });
  expect(code(await open({ name: '没有此人' }))).toBe('registry.nobody_meant');
  expect(code(await open({ address: '橹声路8号1幢' }))).toBe('registry.several_meant');
  const look = { purpose: 'emergency', reason: '独居老人两天没有应门，邻居报警', masked: true };
  expect(await looksOf(leader)).toMatchObject([
    { ...look, missed: true, fields: ['name'] },
    { ...look, missed: false, subjects: [expect.any(String), expect.any(String)] },
  ]);
});

test('a number that was asked for as a correction and is another’s already is a look at that one', async () => {
  const second = await registry.world.person('steward');
  const asked = await as(registry.steward).post(`/api/registry/people/${idFor(people.li)}/corrections`, {
    wishes: [{ field: 'idNumber', value: people.wang.number }],
  });
  const { id } = asked.json<{ id: string }>();
  const decided = await as(second).post(`/api/registry/corrections/${id}/decision`, {
    accept: ['idNumber'],
    reply: '已核实，予以更正',
  });
  expect(code(decided)).toBe('registry.known_already');
  expect(await looksOf(second)).toMatchObject([
    { subjects: [idFor(people.wang)], fields: ['idNumber'], purpose: 'correct', masked: true },
  ]);
});

test('how a table differs from what is known is told masked, and spends nothing of the limit of the day', async () => {
  const table = peopleCsv.replace(people.zhao.phone, '19900000044');
  const { id } = await registry.bring('people', table, { apply: false });
  const before = (await looksOf(registry.steward)).length;
  await as(registry.steward).get(`/api/registry/imports/${id}/differences`);
  expect((await looksOf(registry.steward)).slice(before)).toMatchObject([
    { action: 'registry.differences', subjects: [idFor(people.zhao)], masked: true },
  ]);
});
