import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RequestView } from '@fengqiao/contract/cases/beside.ts';
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

const asked = (id: string, what: string, body: object, by: TestPerson = town.officer) =>
  town.done<RequestView>(by, `/cases/${id}/${what}`, body);
const decide = (request: string, by: TestPerson, approved = true) =>
  town.done<RequestView>(by, `/requests/${request}/decision`, { approved, note: '经核对' });
const decideCodes = (request: string, by: TestPerson) =>
  town.codes(by, `/requests/${request}/decision`, { approved: true, note: '经核对' });
const extension = { value: 1, reason: '需要再协调一次' };
const lately = { reason: '重复录入的测试件' };

describe('any request beside the line of work', () => {
  test('waits with a clock of its own, once a kind, moves nothing, and is decided by somebody else', async () => {
    const id = await town.inHand();
    const request = await asked(id, 'voiding', lately);
    expect([request.state, (await town.read(id)).state, await town.open(id)]).toEqual([
      'pending',
      'handling',
      ['overall', 'request_decision'],
    ]);
    expect(await town.codes(town.officer, `/cases/${id}/voiding`, lately)).toEqual([
      409,
      'cases.request_pending',
    ]);
    expect(await town.may(id, town.officer, 'ask_void')).toMatchObject({
      may: false,
      code: 'cases.request_pending',
    });
    expect(await decideCodes(request.id, town.dispatcher)).toEqual([403, 'cases.may_not_decide']);
    const mine = await asked(id, 'type-change', { type: '02012', reason: '实为扰民噪声' }, town.dispatcher);
    expect(await decideCodes(mine.id, town.dispatcher)).toEqual([403, 'cases.decider_is_asker']);
    expect((await decide(request.id, supervisor, false)).state).toBe('rejected');
    expect(await decideCodes(request.id, supervisor)).toEqual([409, 'cases.request_decided']);
    expect([
      (await town.read(id)).state,
      (await town.open(id)).filter((kind) => kind === 'request_decision'),
    ]).toEqual(['handling', ['request_decision']]);
  });

  test('is taken back by whoever asked it, and can be asked anew', async () => {
    const id = await town.inHand();
    const request = await asked(id, 'extension', extension);
    expect(await town.codes(town.dispatcher, `/requests/${request.id}/withdrawal`)).toEqual([
      404,
      'platform.not_found',
    ]);
    expect((await town.done<RequestView>(town.officer, `/requests/${request.id}/withdrawal`)).state).toBe(
      'withdrawn',
    );
    expect(await town.open(id)).toEqual(['overall']);
    expect((await asked(id, 'extension', extension)).state).toBe('pending');
  });

  test('is listed and counted for those who see the case only', async () => {
    const id = await town.inHand();
    const request = await asked(id, 'extension', extension);
    const listed = async (by: TestPerson) =>
      (await town.world.as(by).get('/api/requests?state=pending&kind=extension&limit=100')).json().items;
    const counted = async (by: TestPerson) =>
      (await town.world.as(by).get('/api/cases/counts')).json().requests;
    expect((await listed(town.dispatcher)).find((one: RequestView) => one.id === request.id)).toMatchObject({
      mayDecide: true,
      unit: 'law_enforcement',
      facts: { value: extension.value },
      clockUnit: 'work_hour',
    });
    expect((await listed(town.officer)).find((one: RequestView) => one.id === request.id)).toMatchObject({
      mayDecide: false,
    });
    expect([await listed(await town.staff('fire')), await counted(await town.staff('fire'))]).toEqual([
      [],
      0,
    ]);
    expect(await counted(town.officer)).toBeGreaterThan(0);
  });

  test('is the holder’s to ask', async () => {
    const id = await town.inHand();
    const stranger = await town.staff('c01');
    for (const [what, body] of [
      ['extension', extension],
      ['voiding', lately],
      ['escalation', { to: 'district_urban', reason: '需要上级协调' }],
      ['type-change', { type: '02012', reason: '类别不符' }],
      ['termination', { reason: '不肯配合', explained: '已当面说明' }],
    ] as const) {
      expect(await town.codes(stranger, `/cases/${id}/${what}`, { ...body, reason: '社区代为申请' })).toEqual(
        [403, 'cases.not_yours'],
      );
    }
  });
});

describe('an extension', () => {
  test('lengthens the overall clock once, within what the grade grants; what was late stays late', async () => {
    const id = await town.inHand();
    const { dueAt } = await town.read(id);
    expect(await town.codes(town.officer, `/cases/${id}/extension`, { ...extension, value: 41 })).toEqual([
      422,
      'cases.extension_too_long',
    ]);
    const request = await asked(id, 'extension', { ...extension, value: 8 });
    town.world.clock.advance({ hours: 3 });
    await decide(request.id, town.dispatcher);
    const found = await town.read(id);
    expect(new Date(found.dueAt ?? 0).getTime()).toBeGreaterThan(new Date(dueAt ?? 0).getTime());
    expect([
      found.lateSince,
      found.clocks.find((one) => one.kind === 'overall')?.lines.some((line) => line.kind === 'extended'),
    ]).toEqual([dueAt, true]);
    expect(await town.codes(town.officer, `/cases/${id}/extension`, extension)).toEqual([
      409,
      'cases.no_extension_left',
    ]);
    expect(await town.may(id, town.officer, 'ask_extension')).toMatchObject({
      may: false,
      code: 'cases.no_extension_left',
    });
  });

  test('is never granted for an emergency, and is asked while a clock runs', async () => {
    const emergency = await town.registered({ type: '05005', calledOut: '已拨打 110' });
    await town.done(town.dispatcher, `/cases/${emergency}/dispatch`);
    expect(
      await town.codes(await town.staff('construction'), `/cases/${emergency}/extension`, extension),
    ).toEqual([409, 'cases.no_extension_left']);
    const closed = await town.toClosed(await town.inHand());
    expect(await town.codes(town.officer, `/cases/${closed}/extension`, extension)).toEqual([
      409,
      'cases.not_in_this_state',
    ]);
  });
});

describe('voiding', () => {
  test('takes the case out of the line of work with its tasks and clocks; all stays to be read', async () => {
    const id = await town.inHand([{ unit: 'property_co', text: '劝导商户' }]);
    await decide((await asked(id, 'voiding', lately)).id, supervisor);
    const found = await town.read(id);
    expect([
      found.state,
      found.tasks.map((task) => task.state),
      found.assignments.map((one) => one.endedHow),
      await town.open(id),
    ]).toEqual(['voided', ['cancelled', 'cancelled'], ['voided'], []]);
    expect(await town.codes(town.officer, `/cases/${id}/voiding`, lately)).toEqual([
      409,
      'cases.not_in_this_state',
    ]);
  });
});

describe('an escalation', () => {
  test('names a district unit, which sees the case, is told, and owes an answer in time; no clock of the street is reset', async () => {
    const id = await town.inHand();
    const { dueAt } = await town.read(id);
    for (const to of ['police', 'nobody'])
      expect(
        await town.codes(town.officer, `/cases/${id}/escalation`, { to, reason: '需要上级协调' }),
      ).toEqual([422, 'cases.escalate_needs_district']);
    const upper = await town.world.person('district', 'district_urban');
    const request = await asked(id, 'escalation', { to: 'district_urban', reason: '需要上级协调' });
    expect(await decideCodes(request.id, supervisor)).toEqual([403, 'cases.may_not_decide']);
    await decide(request.id, town.leader);
    await town.world.settle();
    const found = await town.read(id, upper);
    expect(found).toMatchObject({
      dueAt,
      lead: 'law_enforcement',
      supervisions: [{ level: 4, unit: 'district_urban', kind: 'order', mayAnswer: true }],
    });
    expect(await town.open(id)).toEqual(['overall', 'supervision']);
    const messages = (await town.world.as(upper).get('/api/messages')).json();
    expect(JSON.stringify(messages)).toContain('已提级');
    const order = found.supervisions[0]?.id;
    expect(await town.codes(town.leader, `/supervisions/${order}/answer`, { text: '街道代为答复' })).toEqual([
      403,
      'cases.not_yours',
    ]);
    await town.done(upper, `/supervisions/${order}/answer`, { text: '区里已协调进场' });
    expect(await town.open(id)).toEqual(['overall']);
  });
});

describe('a change of type', () => {
  test('shows both clocks, counts the new term from the same start, and takes the new row and grade', async () => {
    const id = await town.inHand();
    const before = await town.read(id);
    expect(
      await town.codes(town.officer, `/cases/${id}/type-change`, { type: '02001', reason: '同一个类别' }),
    ).toEqual([422, 'cases.unknown_type']);
    expect(
      await town.codes(town.officer, `/cases/${id}/type-change`, { type: '99999', reason: '没有的类别' }),
    ).toEqual([422, 'cases.unknown_type']);
    const request = await asked(id, 'type-change', { type: '12003', reason: '实为邻里纠纷' });
    town.world.clock.advance({ minutes: 30 });
    await decide(request.id, town.dispatcher);
    const found = await town.read(id);
    expect(found).toMatchObject({
      type: '12003',
      rowKey: '12003',
      grade: 'C',
      class: 'mediation',
      state: 'handling',
    });
    const overall = found.clocks.filter((one) => one.kind === 'overall');
    expect(overall.map((one) => [one.value, one.unit, one.startedAt, one.stoppedAt === null])).toEqual([
      [2, 'work_hour', before.registeredAt, false],
      [15, 'work_day', before.registeredAt, true],
    ]);
    expect(found.dueAt).toBe(overall[1]?.dueAt);
  });

  test('cannot bring a recalled duty into the hands of the street', async () => {
    const id = await town.inHand();
    expect(
      await town.codes(town.officer, `/cases/${id}/type-change`, { type: '02011', reason: '实为上级事项' }),
    ).toEqual([409, 'cases.recalled_duty']);
    expect(
      await town.codes(town.officer, `/cases/${id}/type-change`, { type: '12006', reason: '实为配合事项' }),
    ).toEqual([409, 'cases.assist_only']);
  });

  test('to a sensitive one takes the case out of sight of the units of its place', async () => {
    const id = await town.inHand();
    const community = await town.staff('c01');
    expect((await town.world.as(community).get(`/api/cases/${id}`)).statusCode).toBe(200);
    await decide(
      (await asked(id, 'type-change', { type: '11007', reason: '涉及刑满释放人员' })).id,
      town.dispatcher,
    );
    expect((await town.world.as(community).get(`/api/cases/${id}`)).statusCode).toBe(404);
    expect((await town.read(id, town.officer)).sensitive).toBe(true);
  });

  test('to an urgent one sends the nearest unit at once', async () => {
    const id = await town.inHand();
    await decide(
      (await asked(id, 'type-change', { type: '03005', reason: '招牌摇摇欲坠' })).id,
      town.dispatcher,
    );
    expect(await town.read(id)).toMatchObject({
      grade: 'A',
      tasks: [{ part: 'lead' }, { unit: 'c01-g01', required: false }],
    });
    expect(await town.open(id)).toContain('first_action');
  });

  test('is asked of a case that has a type', async () => {
    const taken = await town.done<{ caseId: string }>(town.intake, '/cases', {
      text: '不清楚是什么问题',
      address: '橹声路',
      channel: 'upstream',
      lng: 120.155,
      lat: 31.225,
    });
    expect(
      await town.codes(town.dispatcher, `/cases/${taken.caseId}/type-change`, {
        type: '02001',
        reason: '先定个类别',
      }),
    ).toEqual([409, 'cases.not_in_this_state']);
  });
});

describe('a termination', () => {
  test('is an answer and never a solution, ends the help, and is still checked by somebody else', async () => {
    const id = await town.inHand([{ unit: 'property_co', text: '劝导商户' }]);
    const request = await asked(id, 'termination', { reason: '诉求人拒绝见面', explained: '已书面说明理由' });
    await decide(request.id, supervisor);
    const found = await town.read(id);
    expect([
      found.state,
      found.outcome,
      found.tasks.map((task) => [task.part, task.state]),
      await town.open(id),
    ]).toEqual([
      'handled',
      'explained',
      [
        ['lead', 'reported'],
        ['co', 'cancelled'],
      ],
      ['check', 'overall'],
    ]);
    expect(
      await town.codes(town.officer, `/cases/${id}/check`, {
        method: 'onsite',
        passed: true,
        note: '自查',
        evidence: record,
      }),
    ).toEqual([403, 'platform.not_allowed']);
    await town.check(id, false);
    expect((await town.read(id)).state).toBe('handling');
    await town.handle(id);
  });

  test('needs a case being handled', async () => {
    const id = await town.registered();
    await town.done(town.dispatcher, `/cases/${id}/dispatch`);
    expect(
      await town.codes(town.officer, `/cases/${id}/termination`, {
        reason: '诉求人拒绝见面',
        explained: '已书面说明理由',
      }),
    ).toEqual([409, 'cases.not_in_this_state']);
  });
});
