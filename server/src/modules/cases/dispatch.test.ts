import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf } from './dispatch.fixture.ts';
import { road, startDispatching, type Dispatching } from './dispatching.fixture.ts';

let town: Dispatching;
beforeAll(async () => void (town = await startDispatching()));
afterAll(() => town.world.close());

describe('statutory dispatch', () => {
  test('cites the row and its version, keeps why the others were not taken, and lets all who take part see the case', async () => {
    const id = await town.registered({ ...road, type: '02012' });
    const before = await town.read(id);
    expect((await town.dispatch(id, { note: '白天' })).json()).toMatchObject({ state: 'dispatched' });
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
    await town.dispatch(id);
    const sign = (await town.read(id)).clocks.find((clock) => clock.kind === 'sign');
    expect([sign?.value, sign?.unit, sign?.owner]).toEqual([2, 'work_hour', 'traffic_police']);
    expect(await town.openKinds(id)).toEqual(['overall', 'sign', 'task']);
    const enquiry = await town.registered({ type: '18001', channel: 'phone' });
    await town.dispatch(enquiry);
    expect(await town.openKinds(enquiry)).toEqual(['contact', 'overall', 'task']);
  });

  test('takes the joint tasks the dispatcher names instead, each with its own clock', async () => {
    const id = await town.registered(road);
    await town.dispatch(id, { tasks: [{ unit: 'property_co', text: '联系车主', weight: 3 }] });
    expect((await town.read(id)).tasks.filter((task) => task.part === 'co')).toMatchObject([
      { unit: 'property_co', text: '联系车主', weight: 3, required: true },
    ]);
  });

  test('is settled by the cited row when only the kind of place is missing', async () => {
    const id = await town.registered({ type: '02004' });
    expect(codeOf(await town.dispatch(id))).toEqual([409, 'cases.several_rows_fit']);
    expect((await town.dispatch(id, { rowKey: '02004.2' })).statusCode).toBe(200);
    expect((await town.read(id)).lead).toBe('law_enforcement');
  });

  test('is refused with a row that does not fit, for a matter to be negotiated, and where a leader decides', async () => {
    const id = await town.registered(road);
    expect(codeOf(await town.dispatch(id, { rowKey: '02004.3' }))).toEqual([422, 'cases.row_does_not_fit']);
    expect(codeOf(await town.dispatch(await town.registered({ type: '12001' })))).toEqual([
      409,
      'cases.several_rows_fit',
    ]);
    expect(codeOf(await town.dispatch(await town.registered({ type: '12005' })))).toEqual([
      409,
      'cases.no_row_fits',
    ]);
  });

  test('is refused before registration, twice, to unknown helpers, with the lead as its own helper, and on a stale view', async () => {
    const id = await town.registered(road);
    expect(codeOf(await town.dispatch(id, { version: 1 }))).toEqual([409, 'platform.stale']);
    expect(codeOf(await town.dispatch(id, { tasks: [{ unit: 'nobody', text: '帮忙' }] }))).toEqual([
      422,
      'cases.unknown_unit',
    ]);
    expect(codeOf(await town.dispatch(id, { tasks: [{ unit: 'traffic_police', text: '帮忙' }] }))).toEqual([
      422,
      'cases.co_is_lead',
    ]);
    expect((await town.dispatch(id)).statusCode).toBe(200);
    expect(codeOf(await town.dispatch(id))).toEqual([409, 'cases.not_in_this_state']);
  });

  test('never brings a recalled duty to the street: not by the row, not as a helper, not by a leader', async () => {
    const id = await town.registered({ type: '16002' });
    expect(codeOf(await town.dispatch(id, { tasks: [{ unit: 'urban_ops', text: '帮忙' }] }))).toEqual([
      409,
      'cases.recalled_duty',
    ]);
    expect(codeOf(await town.consult(id, { lead: 'urban_ops', co: [] }))).toEqual([
      409,
      'cases.recalled_duty',
    ]);
    expect((await town.dispatch(id)).statusCode).toBe(200);
    expect((await town.read(id)).lead).toBe('district_edu');
  });

  test('lets the street assist, not lead, and gives a community nothing outside its list', async () => {
    const gas = await town.registered({ type: '05009', placeKind: 'indoor', calledOut: '已拨打 119' });
    expect(codeOf(await town.consult(gas, { lead: 'construction', co: [] }))).toEqual([
      409,
      'cases.assist_only',
    ]);
    const garbage = await town.registered({ type: '01002' });
    expect(codeOf(await town.consult(garbage, { lead: 'c01', co: [] }))).toEqual([
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
    await town.dispatch(id);
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
