import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HoldView, RequestView } from '@fengqiao/contract/cases/beside.ts';
import type { TestPerson } from '#test/people.ts';
import { record, startHandling, type Handling } from './handling.fixture.ts';

let town: Handling;
let supervisor: TestPerson;
beforeAll(async () => {
  town = await startHandling();
  supervisor = await town.world.person('supervisor');
});
beforeEach(() => town.world.clock.set('2026-11-23T02:00:00Z'));
afterAll(() => town.world.close());

const DAY = 86_400_000;
const inDays = (days: number) =>
  new Date(town.world.clock.now().getTime() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);
const plan = (...days: number[]) => days.map((day) => ({ title: `第 ${day} 天节点`, dueOn: inDays(day) }));
const wish = (days: number[] = [30, 60]) => ({
  reasonCode: 'engineering',
  reason: '需要施工改造',
  plan: '分两期改造，完工后复查',
  toldHow: '已电话告知诉求人',
  milestones: plan(...days),
});
const askHold = (id: string, days?: number[], by: TestPerson = town.officer) =>
  town.codes(by, `/cases/${id}/hold`, wish(days));

/** A case that a supervisor has put on hold. */
async function held(id: string, days?: number[], by: TestPerson = supervisor): Promise<HoldView> {
  const request = await town.done<RequestView>(town.officer, `/cases/${id}/hold`, wish(days));
  await town.done(by, `/requests/${request.id}/decision`, { approved: true, note: '同意挂账' });
  const hold = (await town.read(id)).holds.at(-1);
  if (!hold) throw new Error('the case is not on hold');
  return hold;
}
const review = (hold: string, body: object, by: TestPerson = supervisor) =>
  town.codes(by, `/holds/${hold}/review`, { note: '三十天复核', ...body });
const resume = (id: string) =>
  town.done(town.officer, `/cases/${id}/resumption`, { reason: '条件已具备，恢复办理' });

describe('to hold a case', () => {
  test('needs a type that may be held, in hand, with milestones at most 60 days apart and before the cap', async () => {
    const firm = await town.registered({ type: '02012' });
    await town.done(town.dispatcher, `/cases/${firm}/dispatch`);
    expect(await askHold(firm)).toEqual([409, 'cases.not_in_this_state']);
    await town.done(town.officer, `/cases/${firm}/acknowledgement`);
    expect(await askHold(firm)).toEqual([409, 'cases.not_elastic']);
    expect(await town.may(firm, town.officer, 'ask_hold')).toMatchObject({
      may: false,
      code: 'cases.not_elastic',
    });
    const id = await town.inHand();
    for (const days of [[61], [30, 91], [30, 30], [40, 20], [-1], [60, 120, 179, 200]])
      expect(await askHold(id, days)).toEqual([422, 'cases.hold_needs_plan']);
    expect(await askHold(id, [30], await town.staff('c01'))).toEqual([403, 'cases.not_yours']);
    expect((await town.post(town.officer, `/cases/${id}/hold`, { ...wish(), toldHow: '' })).statusCode).toBe(
      400,
    );
    expect(await askHold(id)).toEqual([200, undefined]);
  });

  test('is refused for what is urgent until the danger is averted; then what remains may be held', async () => {
    const id = await town.registered({ type: '05005', calledOut: '已拨打 110' });
    await town.done(town.dispatcher, `/cases/${id}/dispatch`, { tasks: [] });
    const builder = await town.staff('construction');
    await town.done(builder, `/cases/${id}/acknowledgement`);
    expect(await askHold(id, [30], builder)).toEqual([409, 'cases.first_stage_not_elastic']);
    expect(await town.may(id, builder, 'ask_hold')).toMatchObject({
      may: false,
      code: 'cases.first_stage_not_elastic',
    });
    const first = (await town.read(id)).tasks.find((task) => task.unit === 'c01-g01');
    await town.done(await town.staff('c01-g01'), `/tasks/${first?.id}/report`, { text: '已设围挡' });
    expect(await town.may(id, builder, 'ask_hold')).toMatchObject({ may: true });
    expect(await askHold(id, [30], builder)).toEqual([200, undefined]);
  });

  test('for more than 90 days is a leader’s to approve', async () => {
    const id = await town.inHand();
    const request = await town.done<RequestView>(town.officer, `/cases/${id}/hold`, wish([60, 110]));
    const approve = { approved: true, note: '同意挂账' };
    expect(await town.codes(town.dispatcher, `/requests/${request.id}/decision`, approve)).toEqual([
      403,
      'cases.may_not_decide',
    ]);
    expect(await town.codes(supervisor, `/requests/${request.id}/decision`, approve)).toEqual([
      403,
      'cases.may_not_decide',
    ]);
    expect((await town.read(id)).state).toBe('handling');
    await town.done(town.leader, `/requests/${request.id}/decision`, approve);
    expect((await town.read(id)).state).toBe('held');
  });
});

describe('while it is held', () => {
  test('the clocks stand still and say why, nothing counts as closed, and the reporter is told', async () => {
    const { caseId, report } = await town.reportedInHand();
    const hold = await held(caseId);
    expect([hold.capAt, hold.nextReviewAt]).toEqual([
      new Date(Date.parse('2026-11-23T02:00:00Z') + 180 * DAY).toISOString(),
      new Date(Date.parse('2026-11-23T02:00:00Z') + 30 * DAY).toISOString(),
    ]);
    const overall = (await town.read(caseId)).clocks.find((one) => one.kind === 'overall');
    expect([overall?.paused, overall?.lines.some((line) => line.zh.includes('需要施工改造'))]).toEqual([
      true,
      true,
    ]);
    town.world.clock.advance({ days: 20 });
    await town.world.settle();
    const found = await town.read(caseId);
    expect([found.state, found.lateSince, found.closedAt]).toEqual(['held', null, null]);
    const progress = (await town.world.as(town.resident).get(`/api/reports/${report}`)).json();
    expect(progress.hold).toMatchObject({ reason: '需要施工改造', next: { title: '第 30 天节点' } });
    expect(
      await town.codes(town.officer, `/cases/${caseId}/handled`, {
        summary: '直接反馈办结',
        outcome: 'solved',
        evidence: record,
      }),
    ).toEqual([409, 'cases.not_in_this_state']);
    expect(
      (await town.world.as(town.dispatcher).get('/api/cases?desk=held'))
        .json()
        .items.map((one: { id: string }) => one.id),
    ).toContain(caseId);
  });

  test('its holder reaches milestones, each once', async () => {
    const id = await town.inHand();
    const hold = await held(id);
    const first = hold.milestones[0]?.id;
    expect(
      await town.codes(await town.staff('c01'), `/milestones/${first}/completion`, { note: '社区代报' }),
    ).toEqual([403, 'cases.not_yours']);
    const after = await town.done<HoldView>(town.officer, `/milestones/${first}/completion`, {
      note: '已进场',
      evidence: record,
    });
    expect(after.milestones.map((one) => one.note)).toEqual(['已进场', null]);
    expect(await town.codes(town.officer, `/milestones/${first}/completion`, { note: '再报一次' })).toEqual([
      409,
      'cases.not_held',
    ]);
    await resume(id);
    expect(
      await town.codes(town.officer, `/milestones/${hold.milestones[1]?.id}/completion`, {
        note: '恢复后补报',
      }),
    ).toEqual([409, 'cases.not_held']);
  });

  test('it is reviewed every thirty days, and goes on only towards something that lies ahead', async () => {
    const id = await town.inHand();
    const hold = await held(id, [10, 25]);
    expect(await town.open(id)).toEqual(['overall', 'review']);
    town.world.clock.advance({ days: 30 });
    expect(await review(hold.id, { goOn: true })).toEqual([422, 'cases.hold_needs_plan']);
    expect(await review(hold.id, { goOn: true, milestones: plan(70) })).toEqual([
      422,
      'cases.hold_needs_plan',
    ]);
    expect(await review(hold.id, { goOn: true, milestones: plan(40) })).toEqual([200, undefined]);
    const again = (await town.read(id)).holds[0];
    expect([again?.nextReviewAt, again?.milestones.length, await town.open(id)]).toEqual([
      new Date(town.world.clock.now().getTime() + 30 * DAY).toISOString(),
      3,
      ['overall', 'review'],
    ]);
    expect(await review(hold.id, { goOn: false })).toEqual([200, undefined]);
    expect([(await town.read(id)).state, await town.open(id)]).toEqual(['handling', ['overall']]);
    expect(await review(hold.id, { goOn: true })).toEqual([409, 'cases.not_held']);
  });

  test('it may be voided, which ends the hold', async () => {
    const id = await town.inHand();
    await held(id);
    const request = await town.done<RequestView>(town.dispatcher, `/cases/${id}/voiding`, {
      reason: '重复录入的工单',
    });
    await town.done(supervisor, `/requests/${request.id}/decision`, { approved: true, note: '同意作废' });
    const found = await town.read(id);
    expect([found.state, found.holds[0]?.endedWhy, await town.open(id)]).toEqual(['voided', 'voided', []]);
  });
});

describe('when the hold ends', () => {
  test('the clocks go on with what was left', async () => {
    const id = await town.inHand();
    town.world.clock.advance({ hours: 1 });
    await held(id);
    town.world.clock.advance({ days: 7 });
    await resume(id);
    const found = await town.read(id);
    expect([found.state, found.dueAt, found.lateSince]).toEqual([
      'handling',
      '2026-11-30T04:00:00.000Z',
      null,
    ]);
    expect(await town.codes(town.officer, `/cases/${id}/resumption`, { reason: '再次恢复办理' })).toEqual([
      409,
      'cases.not_held',
    ]);
    expect(await town.may(id, town.officer, 'resume')).toMatchObject({ may: false, code: 'cases.not_held' });
    expect(
      await town.codes(await town.staff('c01'), `/cases/${id}/resumption`, { reason: '社区要求恢复' }),
    ).toEqual([409, 'cases.not_held']);
  });

  test('holding again buys no time: the cap of the first hold stays', async () => {
    const id = await town.inHand();
    const first = await held(id);
    town.world.clock.advance({ days: 150 });
    await resume(id);
    expect(await askHold(id, [29, 31])).toEqual([422, 'cases.hold_needs_plan']);
    const second = await held(id, [29]);
    expect([second.capAt, (await town.read(id)).holds.length]).toEqual([first.capAt, 2]);
    await resume(id);
    town.world.clock.advance({ days: 31 });
    expect(await askHold(id, [10])).toEqual([422, 'cases.hold_needs_plan']);
  });

  test('a round after a reopening has a cap of its own', async () => {
    const { caseId, report } = await town.reportedInHand();
    const first = await held(caseId);
    await resume(caseId);
    await town.toClosed(caseId);
    town.world.clock.advance({ days: 1 });
    await town.done(town.resident, `/reports/${report}/satisfaction`, {
      solved: false,
      reasons: ['came_back'],
    });
    await town.done(town.dispatcher, `/reopenings/${(await town.read(caseId)).reopenings[0]?.id}/decision`, {
      granted: true,
      reason: '情况属实，重办',
    });
    expect(Date.parse((await held(caseId)).capAt)).toBe(Date.parse(first.capAt) + DAY);
  });
});

test('after 180 days the district is told, and only the district lets it stay on hold; the street may end it', async () => {
  const id = await town.inHand();
  const hold = await held(id, [60, 120, 179], town.leader);
  town.world.clock.advance({ days: 181 });
  await town.world.settle();
  const root = await town.world.person('district', 'street');
  const found = await town.read(id, root);
  const order = found.supervisions.find((one) => one.level === 4 && one.text.includes('180'));
  expect([found.state, found.holds[0]?.escalatedAt === null, order?.mayAnswer]).toEqual([
    'held',
    false,
    true,
  ]);
  await town.done(root, `/supervisions/${order?.id}/answer`, { text: '区里研究后答复' });
  for (const by of [supervisor, town.leader])
    expect(await review(hold.id, { goOn: true, milestones: plan(30) }, by)).toEqual([
      403,
      'cases.only_district_releases',
    ]);
  expect(await review(hold.id, { goOn: true, milestones: plan(30) }, root)).toEqual([200, undefined]);
  expect(await review(hold.id, { goOn: false })).toEqual([200, undefined]);
  expect((await town.read(id)).state).toBe('handling');
});

test('what has been on hold too long goes to where the district’s supervisors sit, and they answer', async () => {
  const id = await town.inHand();
  await held(id, [60, 120, 179], town.leader);
  const above = await town.world.person('district', 'district_command');
  const colleague = await town.world.person('district', 'district_command');
  town.world.clock.advance({ days: 181 });
  await town.world.settle();
  const found = await town.read(id, above);
  const order = found.supervisions.find((one) => one.level === 4 && one.text.includes('180'));
  expect([order?.unit, order?.mayAnswer]).toEqual(['district_command', true]);
  await town.done(colleague, `/supervisions/${order?.id}/answer`, { text: '区里已协调，月底前进场' });
});
