import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepContact, keepPersonKeys, newPersonKeys, personSeals } from '#modules/identity';
import { ledgerOf, readLedger } from '#platform/ledger.ts';
import { streetIds } from '#platform/street.ts';
import type { TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { replayLedger } from './index.ts';

let world: World;
let officer: TestPerson;
let other: TestPerson;
let steward: TestPerson;
beforeAll(async () => {
  world = await startWorld();
  officer = await world.person('privacy');
  other = await world.person('privacy');
  steward = await world.person('steward');
}, 60_000);
afterAll(() => world.close());

const answer = { approve: true, answer: '符合删除条件' };
const askErasure = (who: TestPerson) => world.as(who).post('/api/me/erasure', { reason: '不再使用' });
const decide = (id: string, by: TestPerson, body: object = answer) =>
  world.as(by).post(`/api/retention/erasures/${id}/decision`, body);
const place = (subject: string) =>
  world
    .as(officer)
    .post('/api/retention/holds', { subject, basis: '民事诉讼法第八十四条', reason: '法院要求保全' });

/** A person of the registry with a key and something sealed by it. */
async function registered(): Promise<{ id: string; sealed: Buffer }> {
  return world.asSystem(async (work) => {
    const id = work.newId();
    const made = newPersonKeys(work, [id]);
    await keepPersonKeys(work, made.rows);
    const sealed = made.of(id).seal('000000199001011237', placeOf(id));
    await work.db
      .insertInto('registry.person')
      .values({
        street: work.street,
        id,
        kind: 'registered',
        name_index: Buffer.from(id),
        g3_enc: sealed,
        provenance: '{}',
        made_at: work.now,
        changed_at: work.now,
      })
      .execute();
    return { id, sealed };
  });
}

const placeOf = (row: string) => ({ table: 'registry.person', column: 'g3_enc', row });
const readable = (id: string) => world.asSystem(async (work) => (await personSeals(work, [id])).has(id));

test('a resident asks for their account to be erased, is answered within fifteen work days, and is then unknown', async () => {
  const resident = await world.person('resident');
  const asked = await askErasure(resident);
  expect([asked.statusCode, asked.json().state]).toEqual([200, 'asked']);
  expect(asked.json().dueAt.slice(0, 10)).toBe('2026-12-14');
  expect((await askErasure(resident)).json().code).toBe('retention.asked_already');
  const waiting = (await world.as(officer).get('/api/retention/erasures?waiting=true')).json().items;
  expect(waiting).toMatchObject([{ account: resident.account, held: false }]);
  expect((await decide(asked.json().id, officer)).json().state).toBe('approved');
  await world.settle();
  const account = await world.asSystem((work) =>
    work.db
      .selectFrom('identity.account')
      .select(['state', 'name_enc', 'phone_enc', 'phone_index', 'level'])
      .where('id', '=', resident.account)
      .executeTakeFirstOrThrow(),
  );
  expect(account).toEqual({ state: 'closed', name_enc: null, phone_enc: null, phone_index: null, level: 0 });
  expect((await world.as(resident).get('/api/me/erasure')).statusCode).toBe(401);
});

test('a request is withdrawn before it is decided, and not after', async () => {
  const resident = await world.person('resident');
  expect((await world.as(resident).delete('/api/me/erasure')).json().code).toBe('platform.not_found');
  const { id } = (await askErasure(resident)).json();
  expect((await world.as(resident).delete('/api/me/erasure')).json()).toEqual({ ok: true });
  expect((await decide(id, officer)).json().code).toBe('retention.not_waiting');
  expect((await world.as(resident).delete('/api/me/erasure')).json().code).toBe('retention.not_waiting');
});

test('a refusal says why, and the resident hears it', async () => {
  const resident = await world.person('resident');
  const { id } = (await askErasure(resident)).json();
  await decide(id, officer, { approve: false, answer: '有未办结的行政复议' });
  expect((await world.as(resident).get('/api/me/erasure')).json().request).toMatchObject({
    state: 'refused',
    answer: '有未办结的行政复议',
  });
});

test('erasing somebody of the registry is asked by one and decided by another; key, facts and indexes are gone', async () => {
  const { id } = await registered();
  const body = { person: id, ground: 'left', reason: '已迁出三年' };
  const asked = (await world.as(officer).post('/api/retention/erasures', body)).json();
  expect((await decide(asked.id, officer)).json().code).toBe('retention.own_request');
  expect(await readable(id)).toBe(true);
  await decide(asked.id, other);
  await world.settle();
  const row = await world.asSystem((work) =>
    work.db.selectFrom('registry.person').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
  expect([row.g3_enc, row.name_index, row.state, await readable(id)]).toEqual([null, null, 'left', false]);
});

test('a legal hold beats erasure, also when it comes after the approval; another person lifts it', async () => {
  const { id } = await registered();
  const hold = (await place(id)).json();
  expect((await place(id)).json().code).toBe('retention.hold_stands');
  const body = { person: id, ground: 'unlawful', reason: '登记错误' };
  const asked = (await world.as(steward).post('/api/retention/erasures', body)).json();
  expect((await decide(asked.id, officer)).json().code).toBe('retention.held');
  const lift = (by: TestPerson) =>
    world.as(by).post(`/api/retention/holds/${hold.id}/lifting`, { reason: '案件已结' });
  expect((await lift(officer)).json().code).toBe('retention.own_hold');
  expect((await lift(other)).statusCode).toBe(200);
  expect((await lift(other)).json().code).toBe('retention.not_waiting');
  await decide(asked.id, officer);
  const later = (await place(id)).json();
  await world.settle();
  expect(await readable(id)).toBe(true);
  await world.as(other).post(`/api/retention/holds/${later.id}/lifting`, { reason: '案件已结' });
  await world.settle();
  expect(await readable(id)).toBe(false);
  expect((await world.as(officer).get('/api/retention/holds')).json().items).toHaveLength(2);
});

test('contacts with the phone of an erased account forget it, and its reports name nobody', async () => {
  const resident = await world.person('resident');
  const phone = '19900007788';
  const contact = await world.asSystem(async (work) => {
    await work.db
      .updateTable('identity.account')
      .set({ phone_index: work.vault.index(phone, 'phone') })
      .where('id', '=', resident.account)
      .execute();
    return keepContact(work, { name: '周八', phone });
  });
  const { id } = (await askErasure(resident)).json();
  await decide(id, officer);
  await world.settle();
  const row = await world.asSystem((work) =>
    work.db.selectFrom('identity.contact').selectAll().where('id', '=', contact).executeTakeFirstOrThrow(),
  );
  expect([row.name_enc, row.phone_enc, row.phone_index]).toEqual([null, null, null]);
});

test('every erasure stands in a ledger outside the database, by keys alone, and replaying it twice does no harm', async () => {
  const entries = await readLedger(ledgerOf(world.platform.settings));
  expect(entries.length).toBeGreaterThanOrEqual(4);
  expect(Object.keys(entries[0] ?? {}).sort()).toEqual([
    'account',
    'accounts',
    'at',
    'erasure',
    'people',
    'person',
    'street',
  ]);
  const streets = await streetIds(world.platform.db);
  expect((await replayLedger(world.platform, entries, streets)).people).toBe(entries.length);
  expect((await replayLedger(world.platform, entries, ['elsewhere'])).people).toBe(0);
});

test('what residents ask is theirs and the desk’s alone', async () => {
  for (const role of ['community', 'leader', 'admin', 'steward'] as const) {
    const who = await world.person(role);
    expect((await world.as(who).get('/api/retention/erasures')).statusCode).toBe(403);
  }
});

test('a request that nobody decided in time is told once to officers and leaders', async () => {
  const leader = await world.person('leader');
  await askErasure(await world.person('resident'));
  world.clock.advance({ days: 40 });
  await world.settle();
  world.clock.advance({ minutes: 10 });
  await world.settle();
  const { items } = (await world.as(leader).get('/api/messages')).json();
  expect(items.filter(({ kind }: { kind: string }) => kind === 'retention.overdue')).toHaveLength(1);
});

test('how many requests wait is counted for officers, without their own', async () => {
  const waiting = async (by: TestPerson) =>
    (await world.as(by).get('/api/retention/erasures/waiting')).json<{ erasures: number }>().erasures;
  const before = [await waiting(officer), await waiting(other)];
  const { id } = await registered();
  const asked = await world
    .as(officer)
    .post('/api/retention/erasures', { person: id, ground: 'left', reason: '已迁出本街道' });
  expect(asked.statusCode).toBe(200);
  expect([await waiting(officer), await waiting(other)]).toEqual([before[0], (before[1] ?? 0) + 1]);
  await decide(asked.json<{ id: string }>().id, other, { approve: false, answer: '仍有保存必要' });
  expect([await waiting(officer), await waiting(other)]).toEqual(before);
});
