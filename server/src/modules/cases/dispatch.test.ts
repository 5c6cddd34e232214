import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '#platform/refusal.ts';
import { designate } from './actions/designate.ts';
import { lockCase, saveCase } from './store/case.ts';
import { after, touched } from './domain/case.ts';
import { codeOf, startDispatch } from './dispatch.fixture.ts';

let town: Awaited<ReturnType<typeof startDispatch>>;
beforeAll(async () => void (town = await startDispatch()));
afterAll(() => town.world.close());

const road = { type: '02004', placeKind: 'road' };
const dispatch = (id: string, body: object = {}) =>
  town.world.as(town.dispatcher).post(`/api/cases/${id}/dispatch`, body);
const designation = (id: string, body: object) =>
  town.world.as(town.leader).post(`/api/cases/${id}/designation`, { reason: '经研究由该单位牵头', ...body });
const consult = (id: string, body: object) =>
  town.world.as(town.dispatcher).post(`/api/cases/${id}/consultation`, {
    lead: 'law_enforcement',
    co: ['property_co'],
    question: '谁来牵头处理',
    ...body,
  });
const answer = async (id: string, unit: string, body: object) =>
  town.world.as(await town.staff(unit)).post(`/api/consultations/${id}/opinions`, body);
const giveBack = async (id: string, unit: string, body: object = {}) =>
  town.world.as(await town.staff(unit)).post(`/api/cases/${id}/return`, {
    clause: '责任清单 02004.1',
    betterLead: 'law_enforcement',
    reason: '现场在人行道上',
    ...body,
  });
const decided = (request: string, approved: boolean) =>
  town.world.as(town.dispatcher).post(`/api/requests/${request}/decision`, { approved, note: '经核对清单' });
const openKinds = async (id: string) =>
  (await town.read(id)).clocks
    .filter((clock) => clock.stoppedAt === null)
    .map((clock) => clock.kind)
    .sort();
const consultationOf = async (id: string) => (await town.read(id)).consultations.at(-1);
async function arbitrated(): Promise<string> {
  const id = await town.registered(road);
  await dispatch(id);
  await decided((await giveBack(id, 'traffic_police')).json<{ id: string }>().id, false);
  expect((await giveBack(id, 'traffic_police')).statusCode).toBe(200);
  return id;
}

describe('statutory dispatch', () => {
  test('cites the row and its version, keeps why the others were not taken, and lets all who take part see the case', async () => {
    const id = await town.registered({ ...road, type: '02012' });
    const before = await town.read(id);
    expect((await dispatch(id, { note: '白天' })).json()).toMatchObject({ state: 'dispatched' });
    const found = await town.read(id);
    expect(found).toMatchObject({
      lead: 'law_enforcement',
      holder: 'law_enforcement',
      basis: 'statutory',
      rowKey: '02012.1',
      handOffs: 0,
      dueAt: before.dueAt,
    });
    expect(found.assignments).toMatchObject([
      {
        level: 1,
        unit: 'law_enforcement',
        basis: 'statutory',
        why: {
          rowKey: '02012.1',
          listVersion: 1,
          note: '白天',
          alternatives: [{ rowKey: '02012.2', lead: 'police' }],
        },
      },
    ]);
    expect(found.tasks.map((task) => [task.unit, task.part, task.required])).toEqual([
      ['law_enforcement', 'lead', true],
      ['police', 'co', false],
    ]);
    expect((await town.world.as(await town.staff('police')).get(`/api/cases/${id}`)).statusCode).toBe(200);
    expect(codeOf(await town.world.as(await town.staff('fire')).get(`/api/cases/${id}`))).toEqual([
      404,
      'platform.not_found',
    ]);
  });

  test('starts receipt and contact by the grade: two working hours for B, at once for an enquiry, and no contact where nobody of the public reported', async () => {
    const id = await town.registered(road);
    await dispatch(id);
    const sign = (await town.read(id)).clocks.find((clock) => clock.kind === 'sign');
    expect([sign?.value, sign?.unit, sign?.owner]).toEqual([2, 'work_hour', 'traffic_police']);
    expect(await openKinds(id)).toEqual(['overall', 'sign', 'task']);
    const enquiry = await town.registered({ type: '18001', channel: 'phone' });
    await dispatch(enquiry);
    expect(await openKinds(enquiry)).toEqual(['contact', 'overall', 'task']);
  });

  test('takes the joint tasks the dispatcher names instead, each with its own clock', async () => {
    const id = await town.registered(road);
    await dispatch(id, { tasks: [{ unit: 'property_co', text: '联系车主', weight: 3 }] });
    expect((await town.read(id)).tasks.filter((task) => task.part === 'co')).toMatchObject([
      { unit: 'property_co', text: '联系车主', weight: 3, required: true },
    ]);
  });

  test('is settled by the cited row when only the kind of place is missing', async () => {
    const id = await town.registered({ type: '02004' });
    expect(codeOf(await dispatch(id))).toEqual([409, 'cases.several_rows_fit']);
    expect((await dispatch(id, { rowKey: '02004.2' })).statusCode).toBe(200);
    expect((await town.read(id)).lead).toBe('law_enforcement');
  });

  test('is refused with a row that does not fit, for a matter to be negotiated, and where a leader decides', async () => {
    const id = await town.registered(road);
    expect(codeOf(await dispatch(id, { rowKey: '02004.3' }))).toEqual([422, 'cases.row_does_not_fit']);
    expect(codeOf(await dispatch(await town.registered({ type: '12001' })))).toEqual([
      409,
      'cases.several_rows_fit',
    ]);
    expect(codeOf(await dispatch(await town.registered({ type: '12005' })))).toEqual([
      409,
      'cases.no_row_fits',
    ]);
  });

  test('is refused before registration, twice, to unknown helpers, with the lead as its own helper, and on a stale view', async () => {
    const id = await town.registered(road);
    expect(codeOf(await dispatch(id, { version: 1 }))).toEqual([409, 'platform.stale']);
    expect(codeOf(await dispatch(id, { tasks: [{ unit: 'nobody', text: '帮忙' }] }))).toEqual([
      422,
      'cases.unknown_unit',
    ]);
    expect(codeOf(await dispatch(id, { tasks: [{ unit: 'traffic_police', text: '帮忙' }] }))).toEqual([
      422,
      'cases.co_is_lead',
    ]);
    expect((await dispatch(id)).statusCode).toBe(200);
    expect(codeOf(await dispatch(id))).toEqual([409, 'cases.not_in_this_state']);
  });

  test('never brings a recalled duty to the street: not by the row, not as a helper, not by a leader', async () => {
    const id = await town.registered({ type: '16002' });
    expect(codeOf(await dispatch(id, { tasks: [{ unit: 'urban_ops', text: '帮忙' }] }))).toEqual([
      409,
      'cases.recalled_duty',
    ]);
    expect(codeOf(await consult(id, { lead: 'urban_ops', co: [] }))).toEqual([409, 'cases.recalled_duty']);
    expect((await dispatch(id)).statusCode).toBe(200);
    expect((await town.read(id)).lead).toBe('district_edu');
  });

  test('lets the street assist, not lead, and gives a community nothing outside its list', async () => {
    const gas = await town.registered({ type: '05009', placeKind: 'indoor', calledOut: '已拨打 119' });
    expect(codeOf(await consult(gas, { lead: 'construction', co: [] }))).toEqual([409, 'cases.assist_only']);
    const garbage = await town.registered({ type: '01002' });
    expect(codeOf(await consult(garbage, { lead: 'c01', co: [] }))).toEqual([
      409,
      'cases.community_not_lead',
    ]);
  });
});

describe('grades S and A', () => {
  test('send the grid ahead at registration; whose duty it is gets settled after', async () => {
    const id = await town.registered({ type: '05009', placeKind: 'indoor', calledOut: '已拨打 119' });
    const found = await town.read(id);
    expect([found.state, found.tasks.map((task) => [task.unit, task.part, task.required])]).toEqual([
      'registered',
      [['c01-g01', 'co', false]],
    ]);
    expect(found.clocks.find((clock) => clock.kind === 'first_action')).toMatchObject({
      owner: 'c01-g01',
      value: 2,
      unit: 'urgent_hour',
      subject: found.tasks[0]?.id,
    });
    await dispatch(id);
    const after = await town.read(id);
    expect([after.lead, after.tasks.filter((task) => task.unit === 'c01-g01').length]).toEqual(['gas_co', 1]);
    const done = await town.world
      .as(await town.staff('c01-g01'))
      .post(`/api/tasks/${found.tasks[0]?.id}/report`, { text: '已疏散并设警戒' });
    expect(done.statusCode).toBe(200);
    expect(
      (await town.read(id)).clocks.find((clock) => clock.kind === 'first_action')?.stoppedAt,
    ).not.toBeNull();
  });

  test('keep the grid out of what is sensitive or recalled', async () => {
    const hazmat = await town.read(await town.registered({ type: '10008', calledOut: '已拨打 119' }));
    expect([hazmat.tasks, hazmat.clocks.find((clock) => clock.kind === 'first_action')?.owner]).toEqual([
      [],
      'district_emergency',
    ]);
    const child = await town.read(await town.registered({ type: '11009', calledOut: '已拨打 110' }));
    expect(child.tasks).toEqual([]);
  });
});

describe('a consultation', () => {
  test('gives the case to the proposed lead once all consent, with the joint tasks they agreed to', async () => {
    const id = await town.registered({ type: '12001' });
    expect((await consult(id, { lead: 'c01', co: ['dispute_center', 'police'] })).json()).toMatchObject({
      state: 'negotiating',
    });
    const room = await consultationOf(id);
    expect([room?.closesAt, room?.opinions.map((one) => one.stance)]).toEqual([
      '2026-11-23T06:00:00.000Z',
      ['waiting', 'waiting', 'waiting'],
    ]);
    const listed = await town.world.as(await town.staff('police')).get('/api/consultations?state=open');
    expect(listed.json().items).toMatchObject([{ id: room?.id, mayAnswer: true }]);
    expect((await answer(room?.id ?? '', 'c01', { consents: true })).json()).toMatchObject({ state: 'open' });
    expect(codeOf(await answer(room?.id ?? '', 'c01', { consents: true }))).toEqual([
      409,
      'cases.opinion_given',
    ]);
    expect(codeOf(await answer(room?.id ?? '', 'c01-g01', { consents: true }))).toEqual([
      403,
      'cases.not_consulted',
    ]);
    await answer(room?.id ?? '', 'dispute_center', { consents: true, text: '派调解员' });
    expect((await answer(room?.id ?? '', 'police', { consents: true })).json()).toMatchObject({
      state: 'agreed',
    });
    const found = await town.read(id);
    expect(found).toMatchObject({ state: 'dispatched', lead: 'c01', basis: 'negotiated', designated: false });
    expect(found.assignments[0]?.why).toMatchObject({
      consultation: room?.id,
      opinions: [{ unit: 'c01', stance: 'consents' }, { unit: 'dispute_center' }, { unit: 'police' }],
    });
    expect(
      found.tasks.filter((task) => task.part === 'co').map((task) => [task.unit, task.required]),
    ).toEqual([
      ['dispute_center', true],
      ['police', true],
    ]);
    expect(codeOf(await answer(room?.id ?? '', 'police', { consents: true }))).toEqual([
      409,
      'cases.no_open_consultation',
    ]);
  });

  test('fails with one objection, which cites a clause and names who should lead; then a leader designates', async () => {
    const id = await town.registered({ type: '12001' });
    expect(codeOf(await designation(id, { lead: 'c01' }))).toEqual([409, 'cases.consult_first']);
    await consult(id, { lead: 'c01', co: ['dispute_center'] });
    expect(codeOf(await designation(id, { lead: 'c01' }))).toEqual([409, 'cases.consult_first']);
    const room = (await consultationOf(id))?.id ?? '';
    expect(codeOf(await answer(room, 'c01', { consents: false }))).toEqual([
      422,
      'cases.objection_names_owner',
    ]);
    expect(
      codeOf(await answer(room, 'c01', { consents: false, clause: '12001', betterLead: 'nobody' })),
    ).toEqual([422, 'cases.unknown_unit']);
    expect(
      (await answer(room, 'c01', { consents: false, clause: '12001', betterLead: 'dispute_center' })).json(),
    ).toMatchObject({ state: 'failed' });
    expect((await town.read(id)).state).toBe('registered');
    expect(
      (await designation(id, { lead: 'dispute_center', tasks: [{ unit: 'c01', text: '陪同上门' }] }))
        .statusCode,
    ).toBe(200);
    expect(await town.read(id)).toMatchObject({
      state: 'dispatched',
      lead: 'dispute_center',
      basis: 'designated',
      designated: true,
      timeline: expect.arrayContaining([expect.objectContaining({ kind: 'consultation_failed' })]),
    });
  });

  test('takes silence for consent after four working hours and writes down who was silent', async () => {
    const id = await town.registered({ type: '12003' });
    await consult(id, { lead: 'dispute_center', co: ['police'] });
    const room = (await consultationOf(id))?.id ?? '';
    await answer(room, 'dispute_center', { consents: true });
    town.world.clock.advance({ hours: 4, minutes: 1 });
    expect(
      codeOf(await answer(room, 'police', { consents: false, clause: '12003', betterLead: 'c01' })),
    ).toEqual([409, 'cases.no_open_consultation']);
    await town.world.settle();
    const found = await town.read(id);
    expect([found.state, found.lead, found.consultations[0]?.opinions.map((one) => one.stance)]).toEqual([
      'dispatched',
      'dispute_center',
      ['consents', 'silent'],
    ]);
    expect(found.timeline.filter((one) => one.kind === 'opinion_silent').map((one) => one.facts)).toEqual([
      { consultation: room, unit: 'police', countsAs: 'consent' },
    ]);
  });

  test('ends quietly when its case was voided meanwhile', async () => {
    const id = await town.registered({ type: '12003' });
    await consult(id, { lead: 'dispute_center', co: ['police'] });
    const room = (await consultationOf(id))?.id ?? '';
    await town.world.asSystem(async (work) => {
      const found = await lockCase(work, id);
      await saveCase(work, found, after(found, 'void', work.now), { kind: 'void' });
    });
    expect(codeOf(await answer(room, 'police', { consents: true }))).toEqual([
      409,
      'cases.no_open_consultation',
    ]);
    town.world.clock.advance({ days: 1 });
    await town.world.settle();
    const found = await town.read(id);
    expect([found.state, found.lead, found.consultations[0]?.state]).toEqual(['voided', null, 'failed']);
  });

  test('needs known units, and a lead who is not its own helper', async () => {
    const id = await town.registered({ type: '12003' });
    expect(codeOf(await consult(id, { lead: 'nobody' }))).toEqual([422, 'cases.unknown_unit']);
    expect(codeOf(await consult(id, { lead: 'police', co: ['police'] }))).toEqual([422, 'cases.co_is_lead']);
  });
});

describe('a return', () => {
  test('that is approved brings the case back to be dispatched anew; the overall clock runs on and the same unit is not asked again', async () => {
    const id = await town.registered(road);
    await dispatch(id);
    const due = (await town.read(id)).dueAt;
    const asked = await giveBack(id, 'traffic_police');
    expect(asked.json()).toMatchObject({
      kind: 'return',
      state: 'pending',
      facts: { betterLead: 'law_enforcement', arbitration: false },
    });
    expect(await openKinds(id)).toContain('return_decision');
    expect(codeOf(await giveBack(id, 'traffic_police'))).toEqual([409, 'cases.request_pending']);
    expect((await decided(asked.json<{ id: string }>().id, true)).statusCode).toBe(200);
    const back = await town.read(id);
    expect([back.state, back.lead, back.dueAt, back.assignments[0]?.endedHow]).toEqual([
      'registered',
      null,
      due,
      'returned',
    ]);
    expect(await openKinds(id)).toEqual(['dispatch', 'overall']);
    expect(codeOf(await dispatch(id))).toEqual([409, 'cases.no_row_fits']);
    await consult(id, { lead: 'law_enforcement', co: [] });
    await answer((await consultationOf(id))?.id ?? '', 'law_enforcement', { consents: true });
    expect(await town.read(id)).toMatchObject({ state: 'dispatched', lead: 'law_enforcement', handOffs: 1 });
  });

  test('cites a clause, names a known and able owner other than the unit itself, and is asked by the unit that has it', async () => {
    const id = await town.registered(road);
    await dispatch(id);
    expect(codeOf(await giveBack(id, 'traffic_police', { betterLead: 'traffic_police' }))).toEqual([
      422,
      'cases.return_names_owner',
    ]);
    expect(codeOf(await giveBack(id, 'traffic_police', { reason: '      ' }))).toEqual([
      422,
      'cases.reason_needed',
    ]);
    expect(codeOf(await giveBack(id, 'traffic_police', { betterLead: 'nobody' }))).toEqual([
      422,
      'cases.unknown_unit',
    ]);
    expect(codeOf(await giveBack(id, 'traffic_police', { betterLead: 'c01' }))).toEqual([
      409,
      'cases.community_not_lead',
    ]);
    expect(codeOf(await giveBack(id, 'law_enforcement'))).toEqual([403, 'cases.not_yours']);
  });

  test('is asked within four working hours of the assignment', async () => {
    town.world.clock.set('2026-11-24T01:00:00Z');
    const id = await town.registered(road);
    await dispatch(id);
    town.world.clock.advance({ hours: 4, minutes: 1 });
    expect(codeOf(await giveBack(id, 'traffic_police'))).toEqual([409, 'cases.return_too_late']);
    town.world.clock.set('2026-11-24T02:00:00Z');
  });

  test('that was rejected and is asked again goes to a leader, whose ruling ends it; after a designation there is none', async () => {
    const id = await arbitrated();
    expect(await openKinds(id)).toContain('arbitration');
    const waiting = (await town.read(id)).requests.find((one) => one.state === 'pending');
    expect(waiting?.mayDecide).toBe(false);
    expect((await town.read(id, town.leader)).may.find((one) => one.act === 'designate')).toMatchObject({
      may: true,
    });
    expect(
      (await town.read(id, await town.staff('traffic_police'))).may.find((one) => one.act === 'ask_return'),
    ).toMatchObject({ may: false, code: 'cases.return_once' });
    expect(codeOf(await decided(waiting?.id ?? '', true))).toEqual([409, 'cases.needs_arbitration']);
    expect(codeOf(await giveBack(id, 'traffic_police'))).toEqual([409, 'cases.return_once']);
    expect(
      (await town.world.as(town.dispatcher).get('/api/cases?desk=arbitration'))
        .json()
        .items.map((one: { id: string }) => one.id),
    ).toContain(id);
    expect((await designation(id, { lead: 'law_enforcement' })).statusCode).toBe(200);
    const ruled = await town.read(id);
    expect(ruled).toMatchObject({
      state: 'dispatched',
      lead: 'law_enforcement',
      designated: true,
      handOffs: 1,
      assignments: [{ endedHow: 'arbitrated' }, { basis: 'designated', why: { arbitrated: true } }],
    });
    expect(ruled.requests.map((one) => one.state)).toEqual(['rejected', 'approved']);
    expect(codeOf(await giveBack(id, 'law_enforcement', { betterLead: 'police' }))).toEqual([
      409,
      'cases.already_designated',
    ]);
    expect(codeOf(await designation(id, { lead: 'police' }))).toEqual([409, 'cases.already_designated']);
  });

  test('by a second unit goes to arbitration at once, and a leader may leave the case where it is', async () => {
    const id = await town.registered({ type: '02004' });
    await dispatch(id, { rowKey: '02004.1' });
    await decided((await giveBack(id, 'traffic_police')).json<{ id: string }>().id, true);
    await dispatch(id, { rowKey: '02004.2' });
    expect((await giveBack(id, 'law_enforcement', { betterLead: 'property_co' })).json()).toMatchObject({
      facts: { arbitration: true },
    });
    await designation(id, { lead: 'law_enforcement' });
    const kept = await town.read(id);
    expect([kept.lead, kept.handOffs, kept.requests.map((one) => one.state)]).toEqual([
      'law_enforcement',
      1,
      ['approved', 'rejected'],
    ]);
  });

  test('does not move a case a third time without arbitration', async () => {
    const id = await town.registered(road);
    await town.world.asSystem(async (work) => {
      const found = await lockCase(work, id);
      await saveCase(work, found, touched(found, work.now, { handOffs: 2 }), { kind: 'import' });
    });
    const may = (await town.read(id)).may.find((one) => one.act === 'dispatch');
    expect([may?.may, may?.code]).toEqual([false, 'cases.too_many_hand_offs']);
    expect(codeOf(await dispatch(id))).toEqual([409, 'cases.too_many_hand_offs']);
    expect(codeOf(await consult(id, {}))).toEqual([409, 'cases.too_many_hand_offs']);
    expect((await designation(id, { lead: 'traffic_police' })).statusCode).toBe(200);
  });
});

describe('a designation', () => {
  test('is made by a named leader with a reason, where no row decides', async () => {
    const id = await town.registered({ type: '12007' });
    expect(
      codeOf(
        await town.world
          .as(town.dispatcher)
          .post(`/api/cases/${id}/designation`, { lead: 'finance_asset', reason: '分拨员指定' }),
      ),
    ).toEqual([403, 'platform.not_allowed']);
    await expect(
      town.world.asSystem((work) => designate(work, id, { lead: 'finance_asset', reason: '系统指定承办' })),
    ).rejects.toEqual(expect.objectContaining({ name: Refusal.name, code: 'cases.only_leader_designates' }));
    expect(codeOf(await designation(id, { lead: 'finance_asset', reason: '         ' }))).toEqual([
      422,
      'cases.reason_needed',
    ]);
    expect(codeOf(await designation(id, { lead: 'nobody' }))).toEqual([422, 'cases.unknown_unit']);
    expect((await designation(id, { lead: 'finance_asset' })).statusCode).toBe(200);
    expect((await town.read(id)).assignments[0]?.why).toMatchObject({
      reason: '经研究由该单位牵头',
      leader: town.leader.name,
      listVersion: 1,
    });
    expect(codeOf(await designation(await town.registered(road), { lead: 'police' }))).toEqual([
      409,
      'cases.consult_first',
    ]);
  });

  test('opens a revision of the list, and the third of a type in 90 days makes it mandatory', async () => {
    const revisionOf = async () =>
      (await town.world.as(town.dispatcher).get('/api/list-revisions'))
        .json()
        .items.find((one: { type: string }) => one.type === '12005');
    const ids: string[] = [];
    for (const mandatory of [false, false, true]) {
      const id = await town.registered({ type: '12005' });
      expect((await designation(id, { lead: 'dispute_center' })).json()).toMatchObject({
        state: 'dispatched',
      });
      ids.push(id);
      expect(await revisionOf()).toMatchObject({ mandatory, state: 'open', cases: ids });
    }
    const revision = await revisionOf();
    expect(revision.reasonEn).toContain('Designated 3 times in 90 days');
    const finish = (body: object) =>
      town.world
        .as(town.dispatcher)
        .post(`/api/list-revisions/${revision.id}/completion`, { note: '已写入清单', ...body });
    expect(codeOf(await finish({}))).toEqual([422, 'cases.revision_needs_version']);
    expect(codeOf(await finish({ version: 1 }))).toEqual([422, 'cases.revision_needs_version']);
  });
});

describe('what is suggested', () => {
  test('for a case names types, an owner and duplicates with reasons, and changes nothing', async () => {
    const first = await town.registered({ ...road, text: '橹声路口车辆乱停，堵住门口' });
    const id = await town.registered({ ...road, text: '橹声路口有人乱停车，堵住门口了' });
    const said = (await town.world.as(town.dispatcher).get(`/api/cases/${id}/suggestion`)).json();
    expect(said).toMatchObject({
      version: 'keywords-1/list-1',
      types: [{ type: '02004', whyZh: expect.stringContaining('乱停车') }],
      decision: { basis: 'statutory', rowKey: '02004.1', lead: 'traffic_police' },
    });
    expect(said.duplicates.map((one: { caseId: string }) => one.caseId)).toContain(first);
    expect((await town.read(id)).state).toBe('registered');
  });

  test('to a passer-by keeps to types the public may follow; the types of the list are open to all', async () => {
    const suggest = async (text: string) =>
      (await town.world.as(null).post('/api/types/suggestion', { text })).json().types;
    expect(await suggest('路灯坏了，灯不亮')).toMatchObject([
      { type: '05003', name: { zh: '路灯不亮', en: 'Street light out' } },
    ]);
    expect(await suggest('遭遇家暴')).toEqual([]);
    const { version, types } = (await town.world.as(null).get('/api/types')).json();
    expect([version, types.length]).toEqual([1, 165]);
  });
});
