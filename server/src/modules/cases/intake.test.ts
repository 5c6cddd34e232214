import { afterAll, beforeAll, expect, test } from 'vitest';
import { garbage, reported, startCases, type Receipt } from '#test/cases.ts';
import { places } from '#test/ground.ts';
import type { TestPerson } from '#test/people.ts';
import type { World } from '#test/world.ts';

let world: World;
let resident: TestPerson;
let neighbour: TestPerson;
let intake: TestPerson;
let dispatcher: TestPerson;
let worker: TestPerson;
let community: TestPerson;

beforeAll(async () => {
  world = await startCases();
  resident = await world.person('resident');
  neighbour = await world.person('resident');
  intake = await world.person('intake');
  dispatcher = await world.person('dispatcher');
  worker = await world.person('grid_worker', 'c01-g01');
  community = await world.person('community', 'c01');
});
afterAll(() => world.close());

const codeOf = (reply: { statusCode: number; json(): { code?: string } }) => [
  reply.statusCode,
  reply.json().code,
];
const caseOf = async (id: string) => (await world.as(intake).get(`/api/cases/${id}`)).json();
const register = (id: string, body: Record<string, unknown>) =>
  world.as(intake).post(`/api/cases/${id}/registration`, body);
/** Somebody goes to see whether it is there. */
async function seen(id: string, found: boolean): Promise<void> {
  expect(
    (await world.as(intake).post(`/api/cases/${id}/verification-request`, { unit: 'c01-g01' })).statusCode,
  ).toBe(200);
  expect(
    (await world.as(worker).post(`/api/cases/${id}/verification`, { found, note: '已到现场' })).statusCode,
  ).toBe(200);
}

test('a resident who reports gets a number, a code that is easy to read, and lands in the grid of the place', async () => {
  const receipt = await reported(world, resident);
  expect(receipt.no).toMatch(/^TF20261123-\d{6}$/);
  expect(receipt.code).toMatch(/^[A-HJKMNP-Z2-9]{8}$/);
  const found = await caseOf(receipt.caseId);
  expect(found).toMatchObject({
    state: 'received',
    community: 'c01',
    grid: 'c01-g01',
    channel: 'resident',
    title: '橹声路口有一堆垃圾没人清，已经发臭了',
    reports: 1,
    verified: false,
  });
  expect(found.clocks.map((clock: { kind: string; dueAt: string }) => [clock.kind, clock.dueAt])).toEqual([
    ['register', '2026-11-23T02:30:00.000Z'],
  ]);
});

test('a guest reports without an account and follows the report by number and code alone', async () => {
  const receipt = await reported(world, null, { contact: { phone: '13800000001' }, anonymous: true });
  const progress = await world.as(null).post('/api/reports/tracking', {
    no: receipt.no.toLowerCase(),
    code: ` ${receipt.code.slice(0, 4)}-${receipt.code.slice(4)}`,
  });
  expect(progress.json()).toMatchObject({
    no: receipt.no,
    state: 'received',
    text: garbage.text,
    holder: { zh: '联动中心' },
    mayWithdraw: true,
  });
  expect(
    codeOf(await world.as(null).post('/api/reports/tracking', { no: receipt.no, code: 'ABCDEFGH' })),
  ).toEqual([404, 'cases.tracking_unknown']);
  expect(
    codeOf(
      await world.as(null).post('/api/reports/tracking', { no: 'TF20200101-000001', code: receipt.code }),
    ),
  ).toEqual([404, 'cases.tracking_unknown']);
});

test('nobody reads the report of somebody else, whatever they hold', async () => {
  const receipt = await reported(world, resident);
  expect(codeOf(await world.as(neighbour).get(`/api/reports/${receipt.report}`))).toEqual([
    404,
    'platform.not_found',
  ]);
  expect(codeOf(await world.as(null).get(`/api/reports/${receipt.report}`))).toEqual([
    401,
    'platform.not_signed_in',
  ]);
  expect(
    codeOf(
      await world.as(neighbour).post(`/api/reports/${receipt.report}/withdrawal`, { reason: '不是我的' }),
    ),
  ).toEqual([404, 'platform.not_found']);
  expect(
    codeOf(
      await world
        .as(null)
        .post(`/api/reports/${receipt.report}/additions`, { text: '补充', code: 'AAAABBBB' }),
    ),
  ).toEqual([404, 'cases.tracking_unknown']);
  expect((await world.as(resident).get(`/api/reports/${receipt.report}`)).json()).toMatchObject({
    report: receipt.report,
    steps: [{ zh: '收到诉求' }],
  });
});

test('only the hash of a tracking code is stored', async () => {
  const receipt = await reported(world, resident);
  const rows = await world.asSystem((work) =>
    work.db.selectFrom('cases.report').selectAll().where('id', '=', receipt.report).execute(),
  );
  expect(JSON.stringify(rows)).not.toContain(receipt.code);
});

test('a place outside the street is refused, and without an address it is named after the nearest building', async () => {
  expect(codeOf(await world.as(resident).post('/api/reports', { ...garbage, ...places.outside }))).toEqual([
    422,
    'cases.place_outside',
  ]);
  const near = await reported(world, resident, { address: '' });
  expect((await caseOf(near.caseId)).address).toBe('橹声路 8 号 1 幢');
  const far = await reported(world, resident, { address: '', ...places['c02-g02'] });
  expect((await caseOf(far.caseId)).address).toBe('东经120.16500°、北纬31.23500° 附近');
});

test('a type that the list does not know is refused, and a sensitive one is hidden from the place at once', async () => {
  expect(codeOf(await world.as(resident).post('/api/reports', { ...garbage, type: '99999' }))).toEqual([
    422,
    'cases.unknown_type',
  ]);
  const quiet = await reported(world, resident, { type: '15001', text: '家里困难，想申请低保' });
  expect(codeOf(await world.as(community).get(`/api/cases/${quiet.caseId}`))).toEqual([
    404,
    'platform.not_found',
  ]);
  expect((await caseOf(quiet.caseId)).sensitive).toBe(true);
});

test('answers beside the text are bounded', async () => {
  const facts = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [
      `q${n}`,
      Array.from({ length: 20 }, () => '很长的回答'.repeat(20)),
    ]),
  );
  expect(codeOf(await world.as(resident).post('/api/reports', { ...garbage, facts }))).toEqual([
    413,
    'platform.too_large',
  ]);
});

test('somebody who reports far too often without an account is asked to wait', async () => {
  const replies = [];
  for (let i = 0; i < 8; i++) replies.push((await world.as(null).post('/api/reports', garbage)).statusCode);
  expect(replies.at(-1)).toBe(429);
  world.clock.advance({ minutes: 1 });
});

test('the desk takes what is said by phone, window, letter, hotline or from above, with the same number and clock', async () => {
  for (const channel of ['hotline', 'phone', 'window', 'paper', 'upstream']) {
    const reply = await world.as(intake).post('/api/cases', {
      ...garbage,
      channel,
      title: '路口垃圾',
      contact: { name: '王某', phone: '13800000002' },
    });
    expect(reply.statusCode).toBe(200);
    expect(await caseOf(reply.json<Receipt>().caseId)).toMatchObject({
      channel,
      title: '路口垃圾',
      reportList: [{ reachable: true }],
    });
  }
  expect(codeOf(await world.as(intake).post('/api/cases', { ...garbage, channel: 'field' }))).toEqual([
    422,
    'cases.channel_not_desk',
  ]);
  expect(codeOf(await world.as(worker).post('/api/cases', { ...garbage, channel: 'phone' }))).toEqual([
    403,
    'platform.not_allowed',
  ]);
});

test('a neighbour joins a case: every reporter is kept, the count grows, and far away or twice is refused', async () => {
  const first = await reported(world, resident);
  world.clock.advance({ seconds: 20 });
  const second = await reported(world, neighbour, { join: first.caseId });
  expect(second).toMatchObject({ caseId: first.caseId, no: first.no, joined: true });
  expect(second.code).not.toBe(first.code);
  expect(await caseOf(first.caseId)).toMatchObject({
    reports: 2,
    reportList: [{ id: first.report }, { id: second.report }],
  });
  expect(codeOf(await world.as(neighbour).post('/api/reports', { ...garbage, join: first.caseId }))).toEqual([
    409,
    'cases.joined_already',
  ]);
  expect(
    codeOf(
      await world.as(null).post('/api/reports', { ...garbage, ...places['c01-g02'], join: first.caseId }),
    ),
  ).toEqual([422, 'cases.join_far']);
  const mine = (await world.as(neighbour).get(`/api/reports/${second.report}`)).json();
  expect(mine.steps.map((step: { zh: string }) => step.zh)).toEqual([
    '收到诉求',
    '又有居民反映同一问题，共 2 件',
  ]);
  world.clock.advance({ seconds: 40 });
});

test('guard 1: a public report of such a type is seen by somebody before it is registered', async () => {
  const { caseId } = await reported(world, resident);
  expect(codeOf(await register(caseId, { type: '02001' }))).toEqual([409, 'cases.needs_verification']);
  expect(
    codeOf(await world.as(intake).post(`/api/cases/${caseId}/verification-request`, { unit: 'nowhere' })),
  ).toEqual([422, 'cases.unknown_unit']);
  await world.as(intake).post(`/api/cases/${caseId}/verification-request`, { unit: 'c01-g01' });
  expect(
    codeOf(
      await world
        .as(await world.person('grid_worker', 'c01-g02'))
        .post(`/api/cases/${caseId}/verification`, { found: true, note: '看过了' }),
    ),
  ).toEqual([404, 'platform.not_found']);
  expect(
    codeOf(
      await world
        .as(await world.person('checker'))
        .post(`/api/cases/${caseId}/verification`, { found: true, note: '看过了' }),
    ),
  ).toEqual([403, 'cases.verification_not_yours']);
  expect(
    (
      await world.as(worker).post(`/api/cases/${caseId}/verification`, { found: true, note: '确有摊贩' })
    ).json(),
  ).toMatchObject({ state: 'received' });
  expect(
    codeOf(
      await world.as(worker).post(`/api/cases/${caseId}/verification`, { found: true, note: '再看一次' }),
    ),
  ).toEqual([409, 'cases.not_in_this_state']);
  expect((await register(caseId, { type: '02001' })).json()).toMatchObject({
    state: 'registered',
    dueAt: '2026-11-23T04:02:00.000Z',
  });
  const found = await caseOf(caseId);
  expect(found).toMatchObject({
    type: '02001',
    grade: 'B',
    class: 'enforcement',
    listVersion: 1,
    verified: true,
  });
  expect(
    found.clocks.map((clock: { kind: string; stoppedAt: string | null }) => [
      clock.kind,
      clock.stoppedAt === null,
    ]),
  ).toEqual([
    ['register', false],
    ['verify', false],
    ['register', false],
    ['overall', true],
    ['dispatch', true],
  ]);
});

test('whoever registers may raise the grade, and gives a reason to change it otherwise', async () => {
  const { caseId } = await reported(world, resident);
  await seen(caseId, true);
  expect(codeOf(await register(caseId, { type: '99999' }))).toEqual([422, 'cases.unknown_type']);
  expect(codeOf(await register(caseId, { type: '02001', grade: 'C' }))).toEqual([422, 'cases.reason_needed']);
  expect(codeOf(await register(caseId, { type: '02001', grade: 'S' }))).toEqual([
    409,
    'cases.emergency_call_out',
  ]);
  expect(codeOf(await register(caseId, { type: '02001', version: 1 }))).toEqual([409, 'platform.stale']);
  expect(
    (await register(caseId, { type: '02001', grade: 'S', calledOut: '10:03 已拨 119' })).statusCode,
  ).toBe(200);
  const found = await caseOf(caseId);
  expect(found.grade).toBe('S');
  expect(found.clocks.map((clock: { kind: string }) => clock.kind)).toContain('first_action');
});

test('without a list in force nothing is registered, and a foreign street has no such case', async () => {
  const { caseId } = await reported(world, resident);
  await world.asSystem((work) =>
    work.db
      .updateTable('cases.list')
      .set({ effective_from: new Date('2030-01-01') })
      .execute(),
  );
  expect(codeOf(await register(caseId, { type: '18001' }))).toEqual([409, 'cases.list_missing']);
  await world.asSystem((work) =>
    work.db
      .updateTable('cases.list')
      .set({ effective_from: new Date('2026-01-01') })
      .execute(),
  );
  expect(codeOf(await register('0199ab00-0000-7000-8000-000000000000', { type: '18001' }))).toEqual([
    404,
    'platform.not_found',
  ]);
  expect(
    (await world.as(dispatcher).post(`/api/cases/${caseId}/registration`, { type: '18001' })).statusCode,
  ).toBe(200);
});
