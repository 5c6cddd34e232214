import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#test/people.ts';
import { people, peopleCsv, startRegistry, type Registry } from './registry.fixture.ts';

let registry: Registry;
let intake: TestPerson;
beforeAll(async () => {
  registry = await startRegistry();
  await registry.bring('homes', '房屋地址,使用情况,建筑面积\n橹声路8号1幢2单元501室,自住,89.5\n');
  await registry.bring('people', peopleCsv);
  intake = await registry.world.person('intake');
});
afterAll(() => registry.world.close());

const as = (person: TestPerson) => registry.world.as(person);
const why = { reasonCode: 'missing', text: '独居老人两天没有应门，邻居报警' };
const open = (by: TestPerson, who: object) => as(by).post('/api/registry/emergencies', { ...why, ...who });
const view = (by: TestPerson) => as(by).post('/api/registry/emergencies/mine/view');
const reveal = (by: TestPerson, ...fields: string[]) =>
  as(by).post('/api/registry/emergencies/mine/reveal', { fields });
const code = (reply: { json(): { code?: string } }) => reply.json().code;

test('nobody is opened by a wrong name, by one that fits several, by nothing, without a reason, or for a desk', async () => {
  expect(code(await open(intake, { name: '没有此人' }))).toBe('registry.nobody_meant');
  expect(code(await open(intake, { address: '橹声路8号1幢2单元501室' }))).toBe('registry.several_meant');
  expect(code(await open(intake, {}))).toBe('registry.search_by_what');
  expect(code(await open(intake, { name: people.wang.name, text: '          ' }))).toBe(
    'platform.invalid_input',
  );
  expect(code(await open(registry.steward, { name: people.wang.name }))).toBe('platform.not_allowed');
  expect(code(await view(intake))).toBe('audit.break_glass_over');
});

test('whoever cannot reach a person opens that one alone, sees masked facts, reveals single ones, and all of it is on record', async () => {
  const used = (await open(intake, { name: people.zhang.name, phone: people.zhang.phone })).json();
  expect(used).toMatchObject({ reasonCode: 'missing', mine: true, looks: 0 });
  const seen = (await view(intake)).json();
  expect(seen).toMatchObject({ name: '张**', family: [], events: [], household: null });
  expect(JSON.stringify(seen)).not.toContain(people.li.name);
  expect((await reveal(intake, 'phone', 'address')).json().values).toEqual([
    { field: 'phone', value: people.zhang.phone },
    { field: 'address', value: expect.stringContaining('501') },
  ]);
  const records = await registry.world.asSystem(({ db }) =>
    db
      .selectFrom('audit.access')
      .select(['action', 'fields', 'purpose', 'capacity', 'reason', 'subjects'])
      .where('account', '=', intake.account)
      .where('action', '<>', 'registry.openEmergency')
      .orderBy('id')
      .execute(),
  );
  expect(records).toMatchObject([
    { action: 'registry.emergency', capacity: 'emergency', purpose: 'emergency', reason: why.text },
    { action: 'registry.emergencyReveal', fields: ['phone', 'address'], subjects: [used.subject] },
  ]);
  expect(code(await open(intake, { name: people.wang.name }))).toBe('audit.break_glass_open');
});

test('what one opened nobody else sees, and after half an hour neither do they', async () => {
  const other = await registry.world.person('dispatcher');
  expect(code(await view(other))).toBe('audit.break_glass_over');
  registry.world.clock.advance({ minutes: 30 });
  expect(code(await view(intake))).toBe('audit.break_glass_over');
  expect(code(await reveal(intake, 'phone'))).toBe('audit.break_glass_over');
});

test('an emergency look spends nothing of the limit of the day', async () => {
  await open(intake, { idNumber: people.wang.number });
  await reveal(intake, 'phone');
  const spent = await registry.world.asSystem(({ db }) =>
    db.selectFrom('audit.revealed').select('subject').where('account', '=', intake.account).execute(),
  );
  expect(spent).toEqual([]);
});

test('looking for people in emergencies is few a minute', async () => {
  const leader = await registry.world.person('leader');
  const codes = [];
  for (let i = 0; i < 12; i += 1) codes.push(code(await open(leader, { name: '没有此人' })));
  expect(codes.at(-1)).toBe('platform.too_many');
});
