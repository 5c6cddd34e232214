import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mobile } from './index.ts';
import type { TestPerson } from '#test/people.ts';
import { lowerRooms } from '#test/rooms.ts';
import { startWorld, type Hand, type World } from '#test/world.ts';

let world: World;
let intake: TestPerson;
let made = 0;

beforeAll(async () => {
  world = await startWorld({ rooms: lowerRooms, env: { DEMO: 'on' } });
  intake = await world.person('intake');
});
afterAll(() => world.close());

type Reply = Awaited<ReturnType<Hand['get']>>;
const code = (reply: Reply) => reply.json<{ code?: string }>().code;
const DAY = 86_400_000;
const inDays = (days: number) =>
  new Date(world.clock.now().getTime() + days * DAY).toISOString().slice(0, 10);
const all = ['reports.report', 'reports.follow', 'reports.answer', 'data.see'];

/** A resident and the phone they sign in with. */
async function resident(): Promise<TestPerson & { phone: string }> {
  const person = await world.person('resident');
  const phone = await world.asSystem(async (work) => {
    const row = await work.db
      .selectFrom('identity.account')
      .select('phone_enc')
      .where('id', '=', person.account)
      .executeTakeFirstOrThrow();
    const place = { table: 'identity.account', column: 'phone_enc', row: person.account };
    return mobile(work.vault.open(row.phone_enc ?? Buffer.alloc(0), place)) ?? '';
  });
  return { ...person, phone };
}

const invite = (by: TestPerson, phone: string, more: object = {}) =>
  world.as(by).post('/api/mandates/helpers', { phone, acts: all, until: inDays(90), ...more });
const answer = (by: TestPerson, id: string, accept = true) =>
  world.as(by).post(`/api/mandates/${id}/answer`, { accept });
const mine = async (person: TestPerson) => (await world.as(person).get('/api/mandates')).json().items;
const actFor = (person: TestPerson, mandate: string) =>
  world.as(person).post('/api/sessions/current/principal', { mandate });

async function mandated() {
  const [mother, son] = [await resident(), await resident()];
  const asked = (await invite(mother, son.phone)).json();
  await answer(son, asked.id);
  return { mother, son, id: asked.id as string };
}

async function smsTo(phone: string): Promise<string[]> {
  await world.settle();
  const { items } = (await world.as(null).get('/api/demo/outbox')).json();
  return items.filter((one: { to: string }) => one.to === phone).map((one: { text: string }) => one.text);
}

async function picture(person: TestPerson): Promise<string> {
  const background = { r: 31, g: 100, b: (made += 1) % 256 };
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
  const headers = { 'content-type': 'application/octet-stream' };
  return (await world.as(person).post('/api/uploads', bytes, { headers })).json().id;
}

const form = async (more: object = {}) => ({
  principal: { name: '陈阿婆' },
  helper: { phone: (await resident()).phone, name: '王小枫' },
  acts: all,
  until: inDays(180),
  evidence: await picture(intake),
  ...more,
});
const enter = (body: object, as = intake) => world.as(as).post('/api/window-mandates', body);

test('an old mother asks her son by phone; once he accepts he may act for her, and both are told by message', async () => {
  const [mother, son] = [await resident(), await resident()];
  const asked = (await invite(mother, son.phone)).json();
  expect(asked).toMatchObject({ side: 'principal', state: 'asked', waitsForMe: false, acts: all });
  expect(code(await actFor(son, asked.id))).toBe('platform.not_found');
  expect((await smsTo(son.phone))[0]).toContain('家庭与代办');
  expect(await mine(son)).toMatchObject([{ id: asked.id, side: 'helper', waitsForMe: true }]);
  expect((await answer(son, asked.id)).json()).toMatchObject({ state: 'active', waitsForMe: false });
  expect((await actFor(son, asked.id)).json()).toMatchObject({
    account: son.account,
    behalf: { account: mother.account, mandate: asked.id, acts: all },
  });
  expect((await smsTo(mother.phone))[0]).toContain('替您办事');
  expect((await world.as(son).delete('/api/sessions/current/principal')).json().behalf).toBeNull();
});

test('a neighbour offers help, and it is the person helped who accepts or declines', async () => {
  const [neighbour, old] = [await resident(), await resident()];
  const offer = { phone: old.phone, acts: ['reports.follow'], until: inDays(30) };
  const first = (await world.as(neighbour).post('/api/mandates/offers', offer)).json();
  expect(first).toMatchObject({ side: 'helper', state: 'asked', waitsForMe: false });
  expect(code(await answer(neighbour, first.id))).toBe('platform.not_found');
  expect((await answer(old, first.id, false)).json().state).toBe('declined');
  expect(code(await answer(old, first.id))).toBe('identity.mandate_over');
  const second = (await world.as(neighbour).post('/api/mandates/offers', offer)).json();
  expect((await answer(old, second.id)).json()).toMatchObject({ side: 'principal', state: 'active' });
});

test('inviting tells nobody whether a number is known here', async () => {
  const mother = await resident();
  const [known, unknown] = [
    await invite(mother, (await resident()).phone),
    await invite(mother, '13700009999'),
  ];
  const shape = (reply: Reply) => ({ ...reply.json(), id: '', other: '' });
  expect(shape(known)).toEqual(shape(unknown));
  expect(known.json().other).toEqual({ name: null, phone: expect.stringMatching(/^198\*{4}/) });
});

test('a mandate lasts from tomorrow up to twelve months and is not given twice, to oneself, or to a crowd', async () => {
  const [mother, son] = [await resident(), await resident()];
  for (const until of [inDays(0), inDays(400)])
    expect([until, code(await invite(mother, son.phone, { until }))]).toEqual([
      until,
      'identity.mandate_too_long',
    ]);
  expect(code(await invite(mother, son.phone, { until: '2026-02-31' }))).toBe('platform.invalid_input');
  expect(code(await invite(mother, mother.phone))).toBe('identity.mandate_with_oneself');
  await answer(son, (await invite(mother, son.phone, { until: inDays(365) })).json().id);
  expect(code(await invite(mother, son.phone))).toBe('identity.mandate_exists');
  for (let n = 0; n < 4; n += 1) expect((await invite(mother, `1370001000${n}`)).statusCode).toBe(200);
  expect(code(await invite(mother, '13700010009'))).toBe('identity.too_many_helpers');
});

test('the person revokes at once, and a session that acts for them is back to itself with its next request', async () => {
  const { mother, son, id } = await mandated();
  await actFor(son, id);
  expect(code(await world.as(son).post(`/api/mandates/${id}/revocation`))).toBe(
    'identity.acting_for_another',
  );
  expect((await world.as(mother).post(`/api/mandates/${id}/revocation`)).json()).toMatchObject({
    state: 'ended',
    endedHow: 'principal',
  });
  expect((await world.as(son).get('/api/me')).json().behalf).toBeNull();
  expect(code(await actFor(son, id))).toBe('identity.mandate_over');
  expect(code(await world.as(mother).post(`/api/mandates/${id}/revocation`))).toBe('identity.mandate_over');
  expect((await smsTo(son.phone))[0]).toContain('已结束');
});

test('a helper may give it up; a stranger can neither see, answer nor end it', async () => {
  const { son, id } = await mandated();
  const stranger = await resident();
  expect(await mine(stranger)).toEqual([]);
  expect(code(await answer(stranger, id))).toBe('platform.not_found');
  expect(code(await world.as(stranger).post(`/api/mandates/${id}/revocation`))).toBe('platform.not_found');
  expect(code(await actFor(stranger, id))).toBe('platform.not_found');
  expect((await world.as(son).post(`/api/mandates/${id}/revocation`)).json().endedHow).toBe('helper');
});

test('when its time is over it opens nothing, and both are told; a question nobody answers lapses after two weeks', async () => {
  const { mother, son, id } = await mandated();
  const asked = (await invite(mother, '13700020001')).json();
  await actFor(son, id);
  world.clock.advance({ days: 14 });
  await world.settle();
  expect((await mine(mother)).find((one: { id: string }) => one.id === asked.id)).toMatchObject({
    state: 'ended',
    endedHow: 'lapsed',
  });
  world.clock.advance({ days: 77 });
  expect((await world.as(son).get('/api/me')).json().behalf).toBeNull();
  expect(code(await actFor(son, id))).toBe('identity.mandate_over');
  await world.settle();
  expect((await mine(mother)).find((one: { id: string }) => one.id === id)).toMatchObject({
    endedHow: 'expired',
  });
});

test('the window enters a signed form for somebody without a phone, and it holds at once', async () => {
  const helper = await resident();
  const body = await form({ helper: { phone: helper.phone } });
  const entered = (await enter(body)).json();
  expect(entered).toMatchObject({
    state: 'active',
    principal: { name: '陈**', phone: null },
    unit: 'centre',
    evidence: body.evidence,
  });
  expect((await actFor(helper, entered.id)).json().behalf).toMatchObject({ name: '陈**' });
  const { account } = entered.principal;
  const second = (await enter(await form({ principal: { account } }))).json();
  expect(second.principal).toEqual(entered.principal);
  const found = await world.as(intake).get(`/api/window-mandates?phone=${helper.phone}`);
  expect(found.json().items.map((one: { id: string }) => one.id)).toEqual([entered.id]);
  expect((await world.as(intake).get('/api/window-mandates')).json().items.length).toBeGreaterThan(1);
});

test('the photo of a signed form is seen by the unit that entered it and nobody else', async () => {
  const { evidence } = (await enter(await form())).json();
  const colleague = await world.person('intake');
  const elsewhere = await world.person('community');
  expect((await world.as(colleague).get(`/api/files/${evidence}`)).statusCode).toBe(200);
  expect(code(await world.as(elsewhere).get(`/api/files/${evidence}`))).toBe('platform.not_found');
  expect(code(await world.as(await resident()).get(`/api/files/${evidence}`))).toBe('platform.not_found');
});

test('the window refuses a form without its photo, a person unknown, or both sides the same', async () => {
  const phone = (await resident()).phone;
  const nobody = '0198c0de-0000-7000-8000-0000000000aa';
  expect(code(await enter(await form({ evidence: nobody })))).toBe('platform.file_unknown');
  expect(code(await enter(await form({ principal: { account: nobody } })))).toBe('platform.not_found');
  expect(code(await enter(await form({ principal: { name: '甲', phone }, helper: { phone } })))).toBe(
    'identity.mandate_with_oneself',
  );
});

test('somebody without a phone revokes by coming to the window or ringing up, with the reason on record', async () => {
  const helper = await resident();
  const { id } = (await enter(await form({ helper: { phone: helper.phone } }))).json();
  await actFor(helper, id);
  const revoke = (how: string, reason: string) =>
    world.as(intake).post(`/api/window-mandates/${id}/revocation`, { how, reason });
  expect((await revoke('phone', '本人来电，不再需要')).json()).toMatchObject({
    state: 'ended',
    endedHow: 'phone',
    endReason: '本人来电，不再需要',
  });
  expect(code(await revoke('window', '再撤一次'))).toBe('identity.mandate_over');
  expect((await world.as(helper).get('/api/me')).json().behalf).toBeNull();
});

test('while acting for somebody one neither gives nor takes mandates', async () => {
  const { son, id } = await mandated();
  await actFor(son, id);
  expect(code(await invite(son, '13700030001'))).toBe('identity.acting_for_another');
  expect(code(await answer(son, id))).toBe('identity.acting_for_another');
});

test('giving a mandate asks the person to prove again that it is they', async () => {
  const mother = await resident();
  await world.asSystem((work) =>
    work.db
      .updateTable('identity.session')
      .set({ stepped_until: null })
      .where('account', '=', mother.account)
      .execute(),
  );
  expect(code(await invite(mother, '13700040001'))).toBe('identity.step_up_needed');
});
