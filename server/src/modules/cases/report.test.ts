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
let department: TestPerson;

beforeAll(async () => {
  world = await startCases();
  resident = await world.person('resident');
  neighbour = await world.person('resident');
  intake = await world.person('intake');
  dispatcher = await world.person('dispatcher');
  worker = await world.person('grid_worker', 'c01-g01');
  department = await world.person('department', 'law_enforcement');
});
afterAll(() => world.close());

const codeOf = (reply: { statusCode: number; json(): { code?: string } }) => [
  reply.statusCode,
  reply.json().code,
];
const caseOf = async (id: string) => (await world.as(intake).get(`/api/cases/${id}`)).json();
const progress = async (report: string) => (await world.as(resident).get(`/api/reports/${report}`)).json();
const decline = (id: string, body: Record<string, unknown>) =>
  world.as(intake).post(`/api/cases/${id}/refusal`, { reason: '不属于公共事务', ...body });
const found = (body: Record<string, unknown>) =>
  world.as(worker).post('/api/field/reports', { ...garbage, ...body });
const record = [{ kind: 'record', note: '已劝导入店' }];

async function verified(id: string, is: boolean): Promise<void> {
  await world.as(intake).post(`/api/cases/${id}/verification-request`, { unit: 'c01-g01' });
  expect(
    (await world.as(worker).post(`/api/cases/${id}/verification`, { found: is, note: '已到现场' }))
      .statusCode,
  ).toBe(200);
}

/** A resident's report that law enforcement has in hand. */
async function inHand(): Promise<Receipt> {
  const receipt = await reported(world, resident, { text: '早餐车占道摆摊' });
  await verified(receipt.caseId, true);
  expect(
    (await world.as(intake).post(`/api/cases/${receipt.caseId}/registration`, { type: '02001' })).statusCode,
  ).toBe(200);
  expect((await world.as(dispatcher).post(`/api/cases/${receipt.caseId}/dispatch`, {})).statusCode).toBe(200);
  expect(
    (await world.as(department).post(`/api/cases/${receipt.caseId}/acknowledgement`, {})).statusCode,
  ).toBe(200);
  return receipt;
}

test('what a grid worker finds is registered at once, without a second look', async () => {
  const receipt = (await found({ type: '02002', text: '店外经营占了人行道' })).json<Receipt>();
  expect(await caseOf(receipt.caseId)).toMatchObject({
    state: 'registered',
    channel: 'field',
    verified: true,
    type: '02002',
    dueAt: receipt.dueAt,
  });
  const unsure = (await found({ text: '说不清是什么' })).json<Receipt>();
  expect(await caseOf(unsure.caseId)).toMatchObject({ state: 'received', verified: true, type: null });
});

test('an emergency found by a worker is registered once the call is on record, and is never lost before', async () => {
  const silent = (await found({ type: '20001', text: '楼道起火' })).json<Receipt>();
  expect(await caseOf(silent.caseId)).toMatchObject({ state: 'received' });
  const called = (
    await found({ type: '20001', text: '楼道起火', calledOut: '10:00 已拨 119' })
  ).json<Receipt>();
  expect(await caseOf(called.caseId)).toMatchObject({
    state: 'registered',
    grade: 'S',
    tasks: [{ unit: 'c01-g01' }],
  });
});

test('solved on the spot is one act, and still waits for the check by somebody else', async () => {
  const receipt = (
    await found({ type: '02002', text: '店外经营', onTheSpot: { done: '已劝导入店经营', evidence: record } })
  ).json<Receipt>();
  const seen = await caseOf(receipt.caseId);
  expect(seen).toMatchObject({
    state: 'handled',
    lead: 'c01',
    holder: 'c01-g01',
    basis: 'statutory',
    outcome: 'solved',
    assignments: [
      { level: 1, unit: 'c01' },
      { level: 2, unit: 'c01-g01' },
    ],
  });
  expect(seen.timeline.map((line: { kind: string }) => line.kind)).toEqual([
    'report',
    'register',
    'dispatch',
    'report_handled',
  ]);
  expect(
    seen.clocks
      .filter((clock: { stoppedAt: string | null }) => clock.stoppedAt === null)
      .map((clock: { kind: string }) => clock.kind),
  ).toEqual(['overall', 'check']);
  const check = { method: 'onsite', passed: true, note: '已看过', evidence: record };
  expect(codeOf(await world.as(worker).post(`/api/cases/${receipt.caseId}/check`, check))).toEqual([
    403,
    'cases.checker_is_handler',
  ]);
  expect(
    (await world.as(await world.person('checker')).post(`/api/cases/${receipt.caseId}/check`, check))
      .statusCode,
  ).toBe(200);
});

test('on the spot needs the proof the type asks for, a type that allows it, and leaves nothing behind when refused', async () => {
  const before = await world.asSystem(({ db }) => db.selectFrom('cases.case').select('id').execute());
  expect(codeOf(await found({ type: '02002', onTheSpot: { done: '已处置', evidence: [] } }))).toEqual([
    409,
    'cases.evidence_missing',
  ]);
  expect(codeOf(await found({ type: '02002', evidence: [{ kind: 'photo' }] }))).toEqual([
    422,
    'cases.evidence_file_needed',
  ]);
  expect(codeOf(await found({ type: '02001', onTheSpot: { done: '已处置', evidence: record } }))).toEqual([
    422,
    'cases.not_on_the_spot',
  ]);
  expect(codeOf(await found({ onTheSpot: { done: '已处置', evidence: record } }))).toEqual([
    422,
    'cases.not_on_the_spot',
  ]);
  expect((await world.asSystem(({ db }) => db.selectFrom('cases.case').select('id').execute())).length).toBe(
    before.length,
  );
});

test('a worker who joins a neighbour’s report has seen it with their own eyes', async () => {
  const receipt = await reported(world, resident, places['c02-g02']);
  expect((await found({ ...places['c02-g02'], join: receipt.caseId })).json()).toMatchObject({
    joined: true,
    caseId: receipt.caseId,
  });
  expect(await caseOf(receipt.caseId)).toMatchObject({ verified: true, reports: 2 });
});

test('somebody about to report sees what neighbours reported: number, title, state, count, and not a word more', async () => {
  const at = places['c02-g01'];
  const text = '寒山一格路灯不亮，电话 13800000009 联系李某';
  const first = await reported(world, resident, { ...at, text });
  await reported(world, resident, { ...at, text: '家里困难，想申请低保', type: '15001' });
  const { items } = (
    await world
      .as(null)
      .get(`/api/reports/nearby?lng=${at.lng + 0.0004}&lat=${at.lat}&text=${encodeURIComponent('路灯不亮')}`)
  ).json();
  expect(items).toMatchObject([
    { caseId: first.caseId, no: first.no, state: 'received', reports: 1, metres: 38 },
  ]);
  expect(items[0].whyZh).toContain('40 米内、今天');
  expect(JSON.stringify(items)).not.toMatch(/13800000009|低保/);
});

test('declining cites an exit, tells the reporter why, and is contested once; granted, it is received again', async () => {
  const receipt = await reported(world, resident);
  expect(codeOf(await decline(receipt.caseId, { exit: 'EXIT_NOT_FOUND' }))).toEqual([
    409,
    'cases.exit_not_verified',
  ]);
  expect(codeOf(await decline(receipt.caseId, { exit: 'EXIT_LEGAL_ROUTE' }))).toEqual([
    422,
    'cases.exit_names_route',
  ]);
  expect(codeOf(await decline(receipt.caseId, { exit: 'EXIT_WHATEVER' }))).toEqual([
    400,
    'platform.invalid_input',
  ]);
  await verified(receipt.caseId, false);
  expect(
    (await decline(receipt.caseId, { exit: 'EXIT_NOT_FOUND', reason: '两次到场均未见垃圾' })).json(),
  ).toMatchObject({ state: 'declined' });
  expect(await progress(receipt.report)).toMatchObject({
    state: 'declined',
    exit: { code: 'EXIT_NOT_FOUND', zh: '现场核实不存在', reason: '两次到场均未见垃圾' },
    mayContest: true,
    holder: null,
  });
  const contest = () =>
    world.as(resident).post(`/api/reports/${receipt.report}/objection`, { reason: '垃圾还在，我刚拍了照' });
  expect((await contest()).statusCode).toBe(200);
  expect(codeOf(await contest())).toEqual([409, 'cases.contest_once']);
  expect((await progress(receipt.report)).mayContest).toBe(false);
  const [reopening] = (await caseOf(receipt.caseId)).reopenings;
  expect(
    (
      await world
        .as(dispatcher)
        .post(`/api/reopenings/${reopening.id}/decision`, { granted: true, reason: '照片属实，予以受理' })
    ).statusCode,
  ).toBe(200);
  const again = await caseOf(receipt.caseId);
  expect(again).toMatchObject({ state: 'received', exitCode: null });
  expect(
    again.clocks.some(
      (clock: { kind: string; stoppedAt: string | null }) =>
        clock.kind === 'register' && clock.stoppedAt === null,
    ),
  ).toBe(true);
});

test('after 14 days, or while nothing was declined, there is nothing to contest', async () => {
  const receipt = await reported(world, null);
  const contest = { reason: '我不同意', code: receipt.code };
  expect(codeOf(await world.as(null).post(`/api/reports/${receipt.report}/objection`, contest))).toEqual([
    409,
    'cases.not_in_this_state',
  ]);
  await decline(receipt.caseId, { exit: 'EXIT_OUT_OF_SCOPE' });
  expect(codeOf(await world.as(null).post('/api/reports', { ...garbage, join: receipt.caseId }))).toEqual([
    409,
    'cases.join_ended',
  ]);
  world.clock.advance({ days: 14, seconds: 1 });
  expect(codeOf(await world.as(null).post(`/api/reports/${receipt.report}/objection`, contest))).toEqual([
    409,
    'cases.window_over',
  ]);
});

test('a case declined after it was registered and taken back goes on with the time it had', async () => {
  const { report, caseId } = await reported(world, resident);
  await world.as(intake).post(`/api/cases/${caseId}/registration`, { type: '18001' });
  const due = new Date((await caseOf(caseId)).dueAt);
  await decline(caseId, { exit: 'EXIT_OUT_OF_SCOPE' });
  await world.as(resident).post(`/api/reports/${report}/objection`, { reason: '这是公共道路' });
  world.clock.advance({ hours: 2 });
  const [reopening] = (await caseOf(caseId)).reopenings;
  await world
    .as(dispatcher)
    .post(`/api/reopenings/${reopening.id}/decision`, { granted: true, reason: '属于公共道路' });
  await world.as(intake).post(`/api/cases/${caseId}/registration`, { type: '18001' });
  const overall = (await caseOf(caseId)).clocks.findLast(
    (clock: { kind: string }) => clock.kind === 'overall',
  );
  expect(new Date(overall.dueAt) >= due).toBe(true);
  expect(overall.lines.some((line: { zh: string }) => line.zh.includes('不予受理期间'))).toBe(true);
});

test('the reporter sees who has it and for how long, and what it takes to be done', async () => {
  const receipt = await inHand();
  world.clock.advance({ hours: 3 });
  const seen = await progress(receipt.report);
  expect(seen).toMatchObject({
    state: 'handling',
    holder: { zh: '执法局' },
    closeCondition: '劝离或引导至疏导点',
    mayReopen: false,
    question: null,
  });
  expect(
    seen.holders.map((one: { unit: { zh: string }; hours: number }) => [one.unit.zh, one.hours]),
  ).toEqual([['执法局', 3]]);
  expect(seen.steps.map((step: { zh: string }) => step.zh)).toEqual([
    '收到诉求',
    '已安排人员到现场核实',
    '现场核实：情况属实',
    '已立案，开始计时',
    '已分派承办单位',
    '承办单位已签收',
  ]);
  const mine = (await world.as(resident).get('/api/reports/mine?limit=1')).json();
  expect(mine.items).toMatchObject([{ report: receipt.report, state: 'handling', holder: { zh: '执法局' } }]);
  const rest = (
    await world.as(resident).get(`/api/reports/mine?limit=100&after=${encodeURIComponent(mine.next)}`)
  ).json();
  expect(rest.items.some((one: { report: string }) => one.report === receipt.report)).toBe(false);
  expect((await world.as(neighbour).get('/api/reports/mine')).json().items).toEqual([]);
});

test('words added later reach the staff, and a report taken back is not added to', async () => {
  const receipt = await reported(world, null);
  const said = { text: '现在味道更大了', code: receipt.code };
  expect((await world.as(null).post(`/api/reports/${receipt.report}/additions`, said)).statusCode).toBe(200);
  expect((await caseOf(receipt.caseId)).reportList[0].facts.additions).toMatchObject([
    { text: '现在味道更大了' },
  ]);
  const back = { reason: '已经有人清了', code: receipt.code };
  expect((await world.as(null).post(`/api/reports/${receipt.report}/withdrawal`, back)).statusCode).toBe(200);
  expect(codeOf(await world.as(null).post(`/api/reports/${receipt.report}/additions`, said))).toEqual([
    409,
    'cases.report_withdrawn',
  ]);
  expect(codeOf(await world.as(null).post(`/api/reports/${receipt.report}/withdrawal`, back))).toEqual([
    409,
    'cases.report_withdrawn',
  ]);
  world.clock.advance({ minutes: 1 });
});

test('the last report taken back asks to void what nobody handles yet; once handled, handling goes on', async () => {
  const early = await reported(world, resident);
  const joined = await reported(world, neighbour, { join: early.caseId });
  await world.as(resident).post(`/api/reports/${early.report}/withdrawal`, { reason: '我弄错了' });
  expect((await caseOf(early.caseId)).requests).toEqual([]);
  await world.as(neighbour).post(`/api/reports/${joined.report}/withdrawal`, { reason: '我也弄错了' });
  expect((await caseOf(early.caseId)).requests).toMatchObject([{ kind: 'void', state: 'pending' }]);
  const late = await inHand();
  await world.as(resident).post(`/api/reports/${late.report}/withdrawal`, { reason: '不想管了' });
  expect(await caseOf(late.caseId)).toMatchObject({ state: 'handling', requests: [] });
});

test('how to reach a reporter is told to those who need it, on record, and not to handlers when they wish to be anonymous', async () => {
  const receipt = await inHand();
  const ask = (person: TestPerson, of: Receipt, purpose: string) =>
    world.as(person).post(`/api/cases/${of.caseId}/reporter`, { report: of.report, purpose });
  expect((await ask(department, receipt, 'contact')).json()).toMatchObject({
    phone: expect.stringMatching(/^198/),
    anonymous: false,
  });
  expect((await world.as(resident).get('/api/me/accesses')).json().items).toMatchObject([
    { purpose: 'handle', unit: 'law_enforcement' },
  ]);
  expect(codeOf(await ask(await world.person('department', 'urban_ops'), receipt, 'contact'))).toEqual([
    404,
    'platform.not_found',
  ]);
  expect(codeOf(await ask(await world.person('supervisor'), receipt, 'contact'))).toEqual([
    403,
    'cases.not_yours',
  ]);
  const shy = await reported(world, null, {
    anonymous: true,
    contact: { name: '王某', phone: '13800000003' },
  });
  await world.as(intake).post(`/api/cases/${shy.caseId}/verification-request`, { unit: 'c01-g01' });
  expect(codeOf(await ask(worker, shy, 'verify'))).toEqual([403, 'cases.reporter_anonymous']);
  expect((await ask(await world.person('callback'), shy, 'callback')).json()).toMatchObject({
    phone: '13800000003',
    anonymous: true,
  });
  const silent = await reported(world, null);
  expect(codeOf(await ask(intake, silent, 'contact'))).toEqual([409, 'cases.reporter_unreachable']);
  expect(codeOf(await ask(intake, { ...silent, report: shy.report }, 'contact'))).toEqual([
    404,
    'platform.not_found',
  ]);
});

test('whoever guesses codes is slowed down', async () => {
  const replies = [];
  for (let i = 0; i < 12; i++)
    replies.push(
      (await world.as(null).post('/api/reports/tracking', { no: 'TF20261123-000001', code: 'ABCDEFGH' }))
        .statusCode,
    );
  expect(replies.slice(-1)).toEqual([429]);
});
