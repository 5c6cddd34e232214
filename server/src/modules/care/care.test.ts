import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CareListed } from '@fengqiao/contract/care.ts';
import type { TestPerson } from '#test/people.ts';
import { people } from '../registry/registry.fixture.ts';
import { canary, startCare, type CareHouse } from './care.fixture.ts';

let house: CareHouse;
beforeAll(async () => void (house = await startCare()), 60_000);
afterAll(() => house.world.close());

const codeOf = (reply: { statusCode: number; json(): { code?: string } }) => [
  reply.statusCode,
  reply.json().code,
];
const mine = async (who: TestPerson) =>
  (await house.world.as(who).get('/api/care/records')).json<{ items: CareListed[] }>().items;
const close = (who: TestPerson, id: string) =>
  house.act(who, id, 'closing', { ending: 'help_done', words: '已找到工作和住处' });

test('the unit with the duty is told what it may keep and with whom; any other unit is told nothing', async () => {
  const desk = async (who: TestPerson) => (await house.world.as(who).get('/api/care/desk')).json();
  expect(await desk(house.fitter)).toEqual({ kinds: [], colleagues: [] });
  const { kinds, colleagues } = await desk(house.worker);
  expect(kinds.map(({ kind, latest }: { kind: string; latest: string }) => [kind, latest])).toEqual([
    ['community_correction', '2031-11-23'],
    ['resettlement', '2031-11-23'],
  ]);
  expect(colleagues.map(({ account }: { account: string }) => account).toSorted()).toEqual(
    [house.second.account, house.third.account].toSorted(),
  );
});

test('a proposal needs the duty, a real person, a fitting term and day, and a colleague of the same unit', async () => {
  const { doctor, fitter, worker, propose } = house;
  expect(codeOf(await propose({ by: fitter, second: doctor }))).toEqual([403, 'care.no_duty']);
  expect(codeOf(await propose({ by: doctor, second: doctor }))).toEqual([403, 'care.no_duty']);
  expect(codeOf(await propose({ name: '张三' }))).toEqual([409, 'care.person_unknown']);
  expect(codeOf(await propose({ idNumber: people.li.number }))).toEqual([409, 'care.person_unknown']);
  expect(codeOf(await propose({ until: '2031-11-24' }))).toEqual([409, 'care.term_unfit']);
  expect(codeOf(await propose({ until: '2026-11-23' }))).toEqual([409, 'care.term_unfit']);
  expect(codeOf(await propose({ contactOn: '2026-11-22' }))).toEqual([409, 'care.contact_unfit']);
  expect(codeOf(await propose({ second: worker }))).toEqual([409, 'care.colleague_unfit']);
  expect(codeOf(await propose({ second: doctor }))).toEqual([409, 'care.colleague_unfit']);
});

test('two people open a record: nobody reads it before the second one approves, and nobody else ever does', async () => {
  const { worker, second, third, doctor, act, look, propose, read } = house;
  const { id } = (await propose()).json<{ id: string }>();
  expect(codeOf(await propose({ by: second, second: worker }))).toEqual([409, 'care.record_stands']);
  expect(codeOf(await look(worker, id))).toEqual([409, 'care.not_open']);
  expect(codeOf(await act(worker, id, 'decision', { approve: true, answer: '同意' }))).toEqual([
    409,
    'care.own_proposal',
  ]);
  expect(await mine(second)).toMatchObject([{ id, name: '张**', state: 'proposed', waits: 'decision' }]);
  expect(await read(second, id)).toMatchObject({ may: ['decide'], why: `${canary}刑满释放，没有住处` });
  for (const stranger of [third, doctor]) {
    expect(codeOf(await look(stranger, id))).toEqual([404, 'platform.not_found']);
    expect(codeOf(await act(stranger, id, 'decision', { approve: true, answer: '同意' }))).toEqual([
      404,
      'platform.not_found',
    ]);
    expect(await mine(stranger)).toEqual([]);
  }
  expect((await act(second, id, 'decision', { approve: true, answer: '同意' })).statusCode).toBe(200);
  expect(codeOf(await act(second, id, 'decision', { approve: false, answer: '不同意' }))).toEqual([
    409,
    'care.decided_already',
  ]);
  const view = await read(worker, id);
  expect(view.person).toEqual({
    name: '张三丰',
    phone: '19900000001',
    address: expect.stringContaining('501'),
  });
  expect(view).toMatchObject({ state: 'open', seat: 'worker', second: { account: second.account } });
  await close(worker, id);
});

test('what was done is noted, the help is changed and the next contact is told in one’s own list', async () => {
  const { worker, second, act, opened, read } = house;
  const id = await opened({ who: 'li' });
  expect(codeOf(await act(worker, id, 'notes', { text: '电话联系', contactOn: '2027-11-02' }))).toEqual([
    409,
    'care.contact_unfit',
  ]);
  expect(
    (await act(worker, id, 'notes', { text: '电话联系，情绪稳定', contactOn: '2026-12-20' })).statusCode,
  ).toBe(200);
  expect((await act(second, id, 'measures', { measures: ['每月联系', '介绍培训'] })).statusCode).toBe(200);
  const view = await read(second, id);
  expect(view.notes).toMatchObject([{ by: worker.name, text: '电话联系，情绪稳定' }]);
  expect(view.measures).toEqual(['每月联系', '介绍培训']);
  expect(await mine(worker)).toContainEqual(
    expect.objectContaining({ id, name: '李**', contactOn: '2026-12-20', seat: 'worker' }),
  );
  expect((await close(worker, id)).statusCode).toBe(200);
  expect(codeOf(await close(worker, id))).toEqual([409, 'care.not_open']);
  expect(await read(worker, id)).toMatchObject({
    state: 'closed',
    ending: 'help_done',
    deleteOn: '2027-02-21',
    may: [],
  });
});

test('a refused proposal tells its proposer why, and may be made anew', async () => {
  const { worker, second, act, propose, read } = house;
  const { id } = (await propose({ who: 'wang' })).json<{ id: string }>();
  await act(second, id, 'decision', { approve: false, answer: '文书不全，请补正后再提' });
  expect(await read(worker, id)).toMatchObject({ state: 'refused', closing: '文书不全，请补正后再提' });
  expect((await propose({ who: 'wang' })).statusCode).toBe(200);
});

test('a seat is handed over by two: whoever stays decides, and the receiver reads nothing before', async () => {
  const { worker, second, third, doctor, act, look, opened, read } = house;
  const id = await opened({ who: 'zhao' });
  const ask = (who: TestPerson, to: TestPerson, seat = 'worker') =>
    act(who, id, 'handovers', { seat, to: to.account, reason: '岗位调整' });
  const answer = (who: TestPerson) => act(who, id, 'handovers/decision', { approve: true });
  expect(codeOf(await answer(second))).toEqual([409, 'care.handover_gone']);
  expect(codeOf(await ask(worker, doctor))).toEqual([409, 'care.colleague_unfit']);
  expect(codeOf(await ask(worker, second))).toEqual([409, 'care.colleague_unfit']);
  expect((await ask(worker, third)).statusCode).toBe(200);
  expect(codeOf(await ask(worker, third))).toEqual([409, 'care.handover_waits']);
  expect(codeOf(await answer(worker))).toEqual([409, 'care.own_handover']);
  expect(codeOf(await look(third, id))).toEqual([404, 'platform.not_found']);
  expect(await mine(second)).toContainEqual(expect.objectContaining({ id, waits: 'handover' }));
  expect((await answer(second)).statusCode).toBe(200);
  expect(codeOf(await look(worker, id))).toEqual([404, 'platform.not_found']);
  expect(await read(third, id)).toMatchObject({ seat: 'worker', second: { account: second.account } });
});

test('where the other person has left office, the receiver decides, knowing only that a record waits', async () => {
  const { world, worker, second, third, act, look, propose } = house;
  const gone = await world.person('department', 'justice_office');
  const { id } = (await propose({ who: 'li', second: gone })).json<{ id: string }>();
  await act(gone, id, 'decision', { approve: true, answer: '同意' });
  await world.asSystem((work) =>
    work.db
      .updateTable('identity.post')
      .set({ valid_to: work.now })
      .where('id', '=', gone.post ?? '')
      .execute(),
  );
  await act(worker, id, 'handovers', { seat: 'second', to: third.account, reason: '原 B 角已离岗' });
  expect(await mine(third)).toContainEqual(expect.objectContaining({ id, seat: null, waits: 'handover' }));
  expect(codeOf(await look(third, id))).toEqual([409, 'care.handover_waits']);
  expect((await act(third, id, 'handovers/decision', { approve: true })).statusCode).toBe(200);
  expect((await look(third, id)).statusCode).toBe(200);
  expect(codeOf(await look(second, id))).toEqual([404, 'platform.not_found']);
});

test('opening and reading ask to prove again who one is', async () => {
  const { world, worker, look, propose } = house;
  await world.asSystem(async ({ db }) => {
    await db
      .updateTable('identity.session')
      .set({ stepped_until: null })
      .where('account', '=', worker.account)
      .execute();
  });
  expect(codeOf(await propose())).toEqual([403, 'identity.step_up_needed']);
  expect(codeOf(await look(worker, '00000000-0000-7000-8000-000000000000'))).toEqual([
    403,
    'identity.step_up_needed',
  ]);
  await world.asSystem(async ({ db, now }) => {
    await db
      .updateTable('identity.session')
      .set({ stepped_until: new Date(now.getTime() + 3650 * 86_400_000) })
      .where('account', '=', worker.account)
      .execute();
  });
});
