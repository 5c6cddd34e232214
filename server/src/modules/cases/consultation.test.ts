import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockCase, saveCase } from './store/case.ts';
import { after } from './domain/case.ts';
import { codeOf } from './dispatch.fixture.ts';
import { startDispatching, type Dispatching } from './dispatching.fixture.ts';

let town: Dispatching;
beforeAll(async () => void (town = await startDispatching()));
afterAll(() => town.world.close());

describe('a consultation', () => {
  test('gives the case to the proposed lead once all consent, with the joint tasks they agreed to', async () => {
    const id = await town.registered({ type: '12001' });
    expect((await town.consult(id, { lead: 'c01', co: ['dispute_center', 'police'] })).json()).toMatchObject({
      state: 'negotiating',
    });
    const room = await town.consultationOf(id);
    expect([room?.closesAt, room?.opinions.map((one) => one.stance)]).toEqual([
      '2026-11-23T06:00:00.000Z',
      ['waiting', 'waiting', 'waiting'],
    ]);
    const listed = await town.world.as(await town.staff('police')).get('/api/consultations?state=open');
    expect(listed.json().items).toMatchObject([{ id: room?.id, mayAnswer: true }]);
    expect((await town.answer(room?.id ?? '', 'c01', { consents: true })).json()).toMatchObject({
      state: 'open',
    });
    expect(codeOf(await town.answer(room?.id ?? '', 'c01', { consents: true }))).toEqual([
      409,
      'cases.opinion_given',
    ]);
    expect(codeOf(await town.answer(room?.id ?? '', 'c01-g01', { consents: true }))).toEqual([
      403,
      'cases.not_consulted',
    ]);
    await town.answer(room?.id ?? '', 'dispute_center', { consents: true, text: '派调解员' });
    expect((await town.answer(room?.id ?? '', 'police', { consents: true })).json()).toMatchObject({
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
    expect(codeOf(await town.answer(room?.id ?? '', 'police', { consents: true }))).toEqual([
      409,
      'cases.no_open_consultation',
    ]);
  });

  test('fails with one objection, which cites a clause and names who should lead; then a leader designates', async () => {
    const id = await town.registered({ type: '12001' });
    expect(codeOf(await town.designation(id, { lead: 'c01' }))).toEqual([409, 'cases.consult_first']);
    await town.consult(id, { lead: 'c01', co: ['dispute_center'] });
    expect(codeOf(await town.designation(id, { lead: 'c01' }))).toEqual([409, 'cases.consult_first']);
    const room = (await town.consultationOf(id))?.id ?? '';
    expect(codeOf(await town.answer(room, 'c01', { consents: false }))).toEqual([
      422,
      'cases.objection_names_owner',
    ]);
    expect(
      codeOf(await town.answer(room, 'c01', { consents: false, clause: '12001', betterLead: 'nobody' })),
    ).toEqual([422, 'cases.unknown_unit']);
    expect(
      (
        await town.answer(room, 'c01', { consents: false, clause: '12001', betterLead: 'dispute_center' })
      ).json(),
    ).toMatchObject({ state: 'failed' });
    expect((await town.read(id)).state).toBe('registered');
    expect(
      (await town.designation(id, { lead: 'dispute_center', tasks: [{ unit: 'c01', text: '陪同上门' }] }))
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
    await town.consult(id, { lead: 'dispute_center', co: ['police'] });
    const room = (await town.consultationOf(id))?.id ?? '';
    await town.answer(room, 'dispute_center', { consents: true });
    town.world.clock.advance({ hours: 4, minutes: 1 });
    expect(
      codeOf(await town.answer(room, 'police', { consents: false, clause: '12003', betterLead: 'c01' })),
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
    await town.consult(id, { lead: 'dispute_center', co: ['police'] });
    const room = (await town.consultationOf(id))?.id ?? '';
    await town.world.asSystem(async (work) => {
      const found = await lockCase(work, id);
      await saveCase(work, found, after(found, 'void', work.now), { kind: 'void' });
    });
    expect(codeOf(await town.answer(room, 'police', { consents: true }))).toEqual([
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
    expect(codeOf(await town.consult(id, { lead: 'nobody' }))).toEqual([422, 'cases.unknown_unit']);
    expect(codeOf(await town.consult(id, { lead: 'police', co: ['police'] }))).toEqual([
      422,
      'cases.co_is_lead',
    ]);
  });
});
