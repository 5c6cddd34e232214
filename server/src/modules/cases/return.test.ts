import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '#platform/refusal.ts';
import { designate } from './actions/designate.ts';
import { lockCase, saveCase } from './store/case.ts';
import { touched } from './domain/case.ts';
import { codeOf } from './dispatch.fixture.ts';
import { road, startDispatching, type Dispatching } from './dispatching.fixture.ts';

let town: Dispatching;
beforeAll(async () => void (town = await startDispatching()));
afterAll(() => town.world.close());

describe('a return', () => {
  test('that is approved brings the case back to be dispatched anew; the overall clock runs on and the same unit is not asked again', async () => {
    const id = await town.registered(road);
    await town.dispatch(id);
    const due = (await town.read(id)).dueAt;
    const asked = await town.giveBack(id, 'traffic_police');
    expect(asked.json()).toMatchObject({
      kind: 'return',
      state: 'pending',
      facts: { betterLead: 'law_enforcement', arbitration: false },
    });
    expect(await town.openKinds(id)).toContain('return_decision');
    expect(codeOf(await town.giveBack(id, 'traffic_police'))).toEqual([409, 'cases.request_pending']);
    expect((await town.decided(asked.json<{ id: string }>().id, true)).statusCode).toBe(200);
    const back = await town.read(id);
    expect([back.state, back.lead, back.dueAt, back.assignments[0]?.endedHow]).toEqual([
      'registered',
      null,
      due,
      'returned',
    ]);
    expect(await town.openKinds(id)).toEqual(['dispatch', 'overall']);
    expect(codeOf(await town.dispatch(id))).toEqual([409, 'cases.no_row_fits']);
    await town.consult(id, { lead: 'law_enforcement', co: [] });
    await town.answer((await town.consultationOf(id))?.id ?? '', 'law_enforcement', { consents: true });
    expect(await town.read(id)).toMatchObject({ state: 'dispatched', lead: 'law_enforcement', handOffs: 1 });
  });

  test('cites a clause, names a known and able owner other than the unit itself, and is asked by the unit that has it', async () => {
    const id = await town.registered(road);
    await town.dispatch(id);
    expect(codeOf(await town.giveBack(id, 'traffic_police', { betterLead: 'traffic_police' }))).toEqual([
      422,
      'cases.return_names_owner',
    ]);
    expect(codeOf(await town.giveBack(id, 'traffic_police', { reason: '      ' }))).toEqual([
      422,
      'cases.reason_needed',
    ]);
    expect(codeOf(await town.giveBack(id, 'traffic_police', { betterLead: 'nobody' }))).toEqual([
      422,
      'cases.unknown_unit',
    ]);
    expect(codeOf(await town.giveBack(id, 'traffic_police', { betterLead: 'c01' }))).toEqual([
      409,
      'cases.community_not_lead',
    ]);
    expect(codeOf(await town.giveBack(id, 'law_enforcement'))).toEqual([403, 'cases.not_yours']);
  });

  test('is asked within four working hours of the assignment', async () => {
    town.world.clock.set('2026-11-24T01:00:00Z');
    const id = await town.registered(road);
    await town.dispatch(id);
    town.world.clock.advance({ hours: 4, minutes: 1 });
    expect(codeOf(await town.giveBack(id, 'traffic_police'))).toEqual([409, 'cases.return_too_late']);
    town.world.clock.set('2026-11-24T02:00:00Z');
  });

  test('that was rejected and is asked again goes to a leader, whose ruling ends it; after a designation there is none', async () => {
    const id = await town.arbitrated();
    expect(await town.openKinds(id)).toContain('arbitration');
    const waiting = (await town.read(id)).requests.find((one) => one.state === 'pending');
    expect(waiting?.mayDecide).toBe(false);
    expect((await town.read(id, town.leader)).may.find((one) => one.act === 'designate')).toMatchObject({
      may: true,
    });
    expect(
      (await town.read(id, await town.staff('traffic_police'))).may.find((one) => one.act === 'ask_return'),
    ).toMatchObject({ may: false, code: 'cases.return_once' });
    expect(codeOf(await town.decided(waiting?.id ?? '', true))).toEqual([409, 'cases.needs_arbitration']);
    expect(codeOf(await town.giveBack(id, 'traffic_police'))).toEqual([409, 'cases.return_once']);
    expect(
      (await town.world.as(town.dispatcher).get('/api/cases?desk=arbitration'))
        .json()
        .items.map((one: { id: string }) => one.id),
    ).toContain(id);
    expect((await town.designation(id, { lead: 'law_enforcement' })).statusCode).toBe(200);
    const ruled = await town.read(id);
    expect(ruled).toMatchObject({
      state: 'dispatched',
      lead: 'law_enforcement',
      designated: true,
      handOffs: 1,
      assignments: [{ endedHow: 'arbitrated' }, { basis: 'designated', why: { arbitrated: true } }],
    });
    expect(ruled.requests.map((one) => one.state)).toEqual(['rejected', 'approved']);
    expect(codeOf(await town.giveBack(id, 'law_enforcement', { betterLead: 'police' }))).toEqual([
      409,
      'cases.already_designated',
    ]);
    expect(codeOf(await town.designation(id, { lead: 'police' }))).toEqual([409, 'cases.already_designated']);
  });

  test('by a second unit goes to arbitration at once, and a leader may leave the case where it is', async () => {
    const id = await town.registered({ type: '02004' });
    await town.dispatch(id, { rowKey: '02004.1' });
    await town.decided((await town.giveBack(id, 'traffic_police')).json<{ id: string }>().id, true);
    await town.dispatch(id, { rowKey: '02004.2' });
    expect((await town.giveBack(id, 'law_enforcement', { betterLead: 'property_co' })).json()).toMatchObject({
      facts: { arbitration: true },
    });
    await town.designation(id, { lead: 'law_enforcement' });
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
    expect(codeOf(await town.dispatch(id))).toEqual([409, 'cases.too_many_hand_offs']);
    expect(codeOf(await town.consult(id, {}))).toEqual([409, 'cases.too_many_hand_offs']);
    expect((await town.designation(id, { lead: 'traffic_police' })).statusCode).toBe(200);
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
    expect(codeOf(await town.designation(id, { lead: 'finance_asset', reason: '         ' }))).toEqual([
      422,
      'cases.reason_needed',
    ]);
    expect(codeOf(await town.designation(id, { lead: 'nobody' }))).toEqual([422, 'cases.unknown_unit']);
    expect((await town.designation(id, { lead: 'finance_asset' })).statusCode).toBe(200);
    expect((await town.read(id)).assignments[0]?.why).toMatchObject({
      reason: '经研究由该单位牵头',
      leader: town.leader.name,
      listVersion: 1,
    });
    expect(codeOf(await town.designation(await town.registered(road), { lead: 'police' }))).toEqual([
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
      expect((await town.designation(id, { lead: 'dispute_center' })).json()).toMatchObject({
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
