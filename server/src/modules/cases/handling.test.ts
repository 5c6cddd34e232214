import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseView, TaskView } from '@fengqiao/contract/cases/views.ts';
import { record, startHandling, type Handling } from './handling.fixture.ts';

let town: Handling;
beforeAll(async () => void (town = await startHandling()));
beforeEach(() => town.world.clock.set('2026-11-23T02:00:00Z'));
afterAll(() => town.world.close());

const handled = (more: object = {}) => ({
  summary: '已劝离摊贩',
  outcome: 'solved',
  evidence: record,
  ...more,
});
const looked = (more: object = {}) => ({
  method: 'onsite',
  passed: true,
  note: '已到现场',
  evidence: record,
  ...more,
});
const taskOf = (view: CaseView, unit: string) => view.tasks.find((task) => task.unit === unit)?.id ?? '';
const help = [{ unit: 'property_co', text: '劝导商户' }];

describe('receipt and contact', () => {
  test('the unit that has the case takes it in hand once, and its clock of receipt stops', async () => {
    const id = await town.registered();
    await town.done(town.dispatcher, `/cases/${id}/dispatch`);
    expect(await town.codes(await town.staff('police'), `/cases/${id}/acknowledgement`)).toEqual([
      404,
      'platform.not_found',
    ]);
    expect(await town.codes(town.officer, `/cases/${id}/acknowledgement`, { version: 1 })).toEqual([
      409,
      'platform.stale',
    ]);
    await town.done(town.officer, `/cases/${id}/acknowledgement`);
    expect([(await town.read(id)).state, (await town.open(id)).includes('sign')]).toEqual([
      'handling',
      false,
    ]);
    expect(await town.codes(town.officer, `/cases/${id}/acknowledgement`)).toEqual([
      409,
      'cases.nothing_to_acknowledge',
    ]);
  });

  test('the clock of the first contact stops only when the reporter was reached', async () => {
    const { caseId } = await town.reportedInHand();
    await town.done(town.officer, `/cases/${caseId}/contact`, { reached: false, note: '无人接听' });
    expect(await town.open(caseId)).toContain('contact');
    await town.done(town.officer, `/cases/${caseId}/contact`, { reached: true, note: '已说明安排' });
    const found = await town.read(caseId);
    expect([(await town.open(caseId)).includes('contact'), found.assignments[0]?.contactedAt]).toEqual([
      false,
      '2026-11-23T02:00:00.000Z',
    ]);
    expect(
      await town.codes(await town.staff('c01'), `/cases/${caseId}/contact`, {
        reached: true,
        note: '顺便问了',
      }),
    ).toEqual([403, 'cases.not_yours']);
    await town.toClosed(caseId);
    expect(
      await town.codes(town.officer, `/cases/${caseId}/contact`, { reached: true, note: '再次联系' }),
    ).toEqual([409, 'cases.not_in_this_state']);
  });
});

describe('passing on', () => {
  test('goes to a team or grid below, which signs for it; the chain stays to be seen', async () => {
    const id = await town.registered({ type: '12001' });
    const community = await town.staff('c01');
    await town.done(town.dispatcher, `/cases/${id}/consultation`, {
      lead: 'c01',
      co: [],
      question: '请社区牵头',
    });
    await town.done(community, `/consultations/${(await town.read(id)).consultations[0]?.id}/opinions`, {
      consents: true,
    });
    await town.done(community, `/cases/${id}/acknowledgement`);
    for (const unit of ['c02-g01', 'c01', 'nobody', 'police'])
      expect(await town.codes(community, `/cases/${id}/sub-assignment`, { unit })).toEqual([
        422,
        'cases.not_below_you',
      ]);
    await town.done(community, `/cases/${id}/sub-assignment`, { unit: 'c01-g01', note: '请上门' });
    const grid = await town.staff('c01-g01');
    expect(await town.read(id)).toMatchObject({
      state: 'handling',
      lead: 'c01',
      holder: 'c01-g01',
      assignments: [
        { level: 1, unit: 'c01' },
        { level: 2, unit: 'c01-g01', why: { from: 'c01', note: '请上门' } },
      ],
    });
    expect(await town.may(id, grid, 'acknowledge')).toMatchObject({ may: true });
    await town.done(grid, `/cases/${id}/acknowledgement`);
    await town.done(community, `/cases/${id}/sub-assignment`, { unit: 'c01-g02' });
    expect((await town.read(id)).assignments.map((one) => [one.unit, one.endedHow])).toEqual([
      ['c01', null],
      ['c01-g01', 'rerouted'],
      ['c01-g02', null],
    ]);
  });

  test('needs a case in hand', async () => {
    const id = await town.inHand();
    await town.handle(id);
    expect(await town.codes(town.officer, `/cases/${id}/sub-assignment`, { unit: 'c01-g01' })).toEqual([
      409,
      'cases.not_in_this_state',
    ]);
    expect(await town.codes(town.officer, `/cases/${id}/tasks`, { unit: 'police', text: '请到场' })).toEqual([
      409,
      'cases.not_in_this_state',
    ]);
  });
});

describe('joint tasks', () => {
  test('hold the lead up until somebody else has accepted them; nobody writes or accepts for another', async () => {
    const id = await town.inHand(help);
    const task = taskOf(await town.read(id), 'property_co');
    const helper = await town.staff('property_co');
    expect(await town.codes(town.officer, `/cases/${id}/handled`, handled())).toEqual([
      409,
      'cases.tasks_open',
    ]);
    expect(await town.codes(town.officer, `/tasks/${task}/report`, { text: '物业已劝导' })).toEqual([
      403,
      'cases.task_not_yours',
    ]);
    expect(
      await town.codes(town.officer, `/tasks/${task}/judgement`, { accepted: true, note: '好的' }),
    ).toEqual([409, 'cases.task_not_reported']);
    await town.done(helper, `/tasks/${task}/report`, { text: '已劝导', evidence: record });
    expect(await town.codes(helper, `/tasks/${task}/report`, { text: '再报一次' })).toEqual([
      409,
      'cases.task_closed',
    ]);
    expect(
      await town.codes(helper, `/tasks/${task}/judgement`, { accepted: true, note: '自己认可' }),
    ).toEqual([403, 'cases.task_self_judged']);
    expect(
      await town.codes(await town.staff('c01'), `/tasks/${task}/judgement`, {
        accepted: true,
        note: '社区认可',
      }),
    ).toEqual([403, 'cases.not_yours']);
    expect(
      await town.done<TaskView>(town.officer, `/tasks/${task}/judgement`, {
        accepted: false,
        note: '只劝了一半',
      }),
    ).toMatchObject({ state: 'rejected', rejections: 1 });
    expect(await town.codes(town.officer, `/cases/${id}/handled`, handled())).toEqual([
      409,
      'cases.tasks_open',
    ]);
    await town.done(helper, `/tasks/${task}/report`, { text: '全部劝导完' });
    await town.done(town.officer, `/tasks/${task}/judgement`, { accepted: true, note: '属实' });
    expect(
      await town.codes(town.officer, `/tasks/${task}/judgement`, { accepted: true, note: '再次认可' }),
    ).toEqual([409, 'cases.task_closed']);
    const clock = (await town.read(id)).clocks.find((one) => one.subject === task);
    expect(clock?.stoppedAt).not.toBeNull();
    await town.handle(id);
  });

  test('are seen by the unit they are given to, and listed on its own desk and the lead’s', async () => {
    const id = await town.inHand([]);
    const helper = await town.staff('police');
    expect(
      (await town.post(helper, `/cases/${id}/contact`, { reached: true, note: '问过' })).statusCode,
    ).toBe(404);
    const task = await town.done<TaskView>(town.officer, `/cases/${id}/tasks`, {
      unit: 'police',
      text: '维持秩序',
      weight: 2,
    });
    expect(task).toMatchObject({ state: 'open', required: true, weight: 2, mayReport: false });
    const mine = async (by: typeof helper) =>
      (await town.world.as(by).get('/api/tasks?state=open'))
        .json()
        .items.map((one: { id: string }) => one.id);
    expect([
      (await mine(helper)).includes(task.id),
      (await mine(town.officer)).includes(task.id),
      (await mine(await town.staff('fire'))).includes(task.id),
    ]).toEqual([true, true, false]);
    expect(
      await town.codes(town.officer, `/cases/${id}/tasks`, { unit: 'law_enforcement', text: '自己协办' }),
    ).toEqual([422, 'cases.co_is_lead']);
    expect(await town.codes(town.officer, `/cases/${id}/tasks`, { unit: 'nobody', text: '不存在' })).toEqual([
      422,
      'cases.unknown_unit',
    ]);
    expect(await town.codes(helper, `/cases/${id}/tasks`, { unit: 'fire', text: '替主办派活' })).toEqual([
      403,
      'cases.not_yours',
    ]);
  });

  test('never reach a street unit with what an upper level has taken back, not even later', async () => {
    const id = await town.registered({ type: '10008', calledOut: '已拨打 119' });
    await town.done(town.dispatcher, `/cases/${id}/dispatch`);
    expect(
      await town.codes(town.dispatcher, `/cases/${id}/tasks`, { unit: 'c01', text: '协助封控' }),
    ).toEqual([409, 'cases.recalled_duty']);
    expect(
      (await town.post(town.dispatcher, `/cases/${id}/tasks`, { unit: 'district_urban', text: '协助封控' }))
        .statusCode,
    ).toBe(200);
  });

  test('that nobody waited for end with the case, and cannot be reported into a closed one', async () => {
    const id = await town.inHand([
      { ...help[0]!, required: false },
      { unit: 'police', text: '备勤', required: false },
    ]);
    const view = await town.read(id);
    await town.done(await town.staff('police'), `/tasks/${taskOf(view, 'police')}/report`, {
      text: '已备勤',
    });
    await town.toClosed(id);
    const after = await town.read(id);
    expect(after.tasks.map((task) => [task.unit, task.state])).toEqual([
      ['law_enforcement', 'reported'],
      ['property_co', 'cancelled'],
      ['police', 'cancelled'],
    ]);
    expect(await town.open(id)).toEqual([]);
    expect(
      await town.codes(await town.staff('property_co'), `/tasks/${taskOf(after, 'property_co')}/report`, {
        text: '迟到的反馈',
      }),
    ).toEqual([409, 'cases.not_in_this_state']);
    expect(
      await town.codes(town.officer, `/tasks/${taskOf(after, 'police')}/judgement`, {
        accepted: true,
        note: '补认可',
      }),
    ).toEqual([409, 'cases.not_in_this_state']);
  });
});

describe('reporting it handled', () => {
  test('takes the evidence of the type and the hand that has it', async () => {
    const id = await town.inHand();
    expect(await town.codes(town.officer, `/cases/${id}/handled`, handled({ evidence: [] }))).toEqual([
      409,
      'cases.evidence_missing',
    ]);
    expect(await town.codes(await town.staff('c01'), `/cases/${id}/handled`, handled())).toEqual([
      403,
      'cases.not_yours',
    ]);
    await town.handle(id);
    expect(await town.codes(town.officer, `/cases/${id}/handled`, handled())).toEqual([
      409,
      'cases.not_in_this_state',
    ]);
    expect(await town.read(id)).toMatchObject({
      state: 'handled',
      outcome: 'solved',
      evidence: [{ stage: 'handle', kind: 'record', unit: 'law_enforcement' }],
    });
    expect(await town.open(id)).toEqual(['check', 'overall']);
  });
});

describe('the check', () => {
  test('is made the prescribed way, by somebody outside the handling, with evidence of their own', async () => {
    const id = await town.inHand();
    expect(await town.codes(town.checker, `/cases/${id}/check`, looked())).toEqual([
      409,
      'cases.not_in_this_state',
    ]);
    await town.handle(id);
    expect(await town.codes(town.checker, `/cases/${id}/check`, looked({ method: 'phone' }))).toEqual([
      422,
      'cases.check_method_needed',
    ]);
    expect(await town.codes(town.checker, `/cases/${id}/check`, looked({ evidence: [] }))).toEqual([
      422,
      'cases.check_needs_evidence',
    ]);
    await town.check(id);
    expect(await town.open(id)).toContain('close');
  });

  test('of what the centre itself handled is the district’s, and so is its closing', async () => {
    const id = await town.registered({ type: '21004', text: '感谢网格员帮忙' });
    const clerk = await town.staff('centre');
    await town.done(town.dispatcher, `/cases/${id}/dispatch`);
    await town.done(clerk, `/cases/${id}/acknowledgement`);
    await town.done(clerk, `/cases/${id}/handled`, handled({ summary: '已转达谢意' }));
    const said = looked({ method: 'record', note: '已看过记录' });
    const closing = { summary: '已转达，予以结案', outcome: 'solved' };
    expect(await town.codes(town.checker, `/cases/${id}/check`, said)).toEqual([
      403,
      'cases.checker_is_handler',
    ]);
    const district = await town.world.person('district');
    await town.done(district, `/cases/${id}/check`, said);
    expect(await town.codes(town.dispatcher, `/cases/${id}/closure`, closing)).toEqual([
      403,
      'cases.checker_is_handler',
    ]);
    await town.done(district, `/cases/${id}/closure`, closing);
    expect((await town.read(id)).state).toBe('closed');
  });

  test('is not made by a unit that helped, nor by the grid that solved it on the spot or its community', async () => {
    const id = await town.inHand([{ unit: 'c01', text: '社区劝导', required: false }]);
    await town.done(await town.staff('c01'), `/tasks/${taskOf(await town.read(id), 'c01')}/report`, {
      text: '已劝导',
    });
    await town.handle(id);
    expect(await town.codes(await town.staff('c01'), `/cases/${id}/check`, looked())).toEqual([
      403,
      'cases.checker_is_handler',
    ]);
    const worker = await town.staff('c01-g01');
    const spot = await town.done<{ caseId: string }>(worker, '/field/reports', {
      text: '店外经营',
      address: '橹声路',
      lng: 120.155,
      lat: 31.225,
      type: '02002',
      onTheSpot: { done: '已劝导入店', evidence: record },
    });
    expect((await town.read(spot.caseId)).state).toBe('handled');
    for (const unit of ['c01-g01', 'c01'])
      expect(await town.codes(await town.staff(unit), `/cases/${spot.caseId}/check`, looked())).toEqual([
        403,
        'cases.checker_is_handler',
      ]);
    expect(
      (await town.post(await town.world.person('district'), `/cases/${spot.caseId}/check`, looked()))
        .statusCode,
    ).toBe(200);
    expect(
      (
        await town.post(town.checker, `/cases/${spot.caseId}/closure`, {
          summary: '核查通过结案',
          outcome: 'solved',
        })
      ).statusCode,
    ).toBe(200);
  });

  test('is also made by the district from the root of the tree, which stands above all units and is of none', async () => {
    const id = await town.inHand();
    await town.handle(id);
    expect(
      (await town.post(await town.world.person('district', 'street'), `/cases/${id}/check`, looked()))
        .statusCode,
    ).toBe(200);
  });

  test('that fails sends it back to work; one that passed before no longer counts', async () => {
    const id = await town.inHand();
    await town.handle(id);
    await town.check(id);
    await town.check(id, false);
    expect(await town.read(id)).toMatchObject({ state: 'handling', outcome: null, handledAt: null });
    expect((await town.open(id)).filter((kind) => kind === 'check' || kind === 'close')).toEqual([]);
    await town.handle(id, 'explained');
    expect(
      await town.codes(town.checker, `/cases/${id}/closure`, {
        summary: '直接予以结案',
        outcome: 'explained',
      }),
    ).toEqual([409, 'cases.not_checked']);
    expect(await town.may(id, town.checker, 'close')).toMatchObject({
      may: false,
      code: 'cases.not_checked',
    });
  });
});

describe('closing', () => {
  test('needs a passed check and somebody outside the handling; an answer is never closed as a solution', async () => {
    const id = await town.inHand();
    await town.handle(id, 'explained');
    await town.check(id);
    expect(
      await town.codes(town.checker, `/cases/${id}/closure`, { summary: '当作已解决', outcome: 'solved' }),
    ).toEqual([422, 'cases.close_needs_outcome']);
    await town.close(id, 'explained');
    expect(await town.read(id)).toMatchObject({ state: 'closed', outcome: 'explained', satisfied: null });
    expect(await town.open(id)).toEqual([]);
  });

  test('keeps that it was late, for ever', async () => {
    const id = await town.inHand();
    const due = (await town.read(id)).dueAt;
    town.world.clock.advance({ days: 1 });
    await town.toClosed(id);
    expect((await town.read(id)).lateSince).toBe(due);
  });

  test('ends requests nobody decided, so that none is decided into a closed case', async () => {
    const id = await town.inHand();
    const request = await town.done<{ id: string }>(town.officer, `/cases/${id}/extension`, {
      value: 1,
      reason: '需要再协调一次',
    });
    await town.toClosed(id);
    expect((await town.read(id)).requests).toMatchObject([{ state: 'withdrawn' }]);
    expect(
      await town.codes(town.dispatcher, `/requests/${request.id}/decision`, {
        approved: true,
        note: '同意延期',
      }),
    ).toEqual([409, 'cases.request_decided']);
  });
});

test('two hands on the same case at the same moment: one acts, the other hears that it has moved', async () => {
  const id = await town.registered();
  await town.done(town.dispatcher, `/cases/${id}/dispatch`);
  const replies = await Promise.all(
    [1, 2, 3].map(() => town.post(town.officer, `/cases/${id}/acknowledgement`)),
  );
  expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 409, 409]);
});
