import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Out } from '@fengqiao/contract/route.ts';
import type * as rounds from '@fengqiao/contract/rounds.ts';
import { laySquares } from '#test/ground.ts';
import { layUnits, type TestPerson } from '#test/people.ts';
import { startWorld, type Person, type World } from '#test/world.ts';

let world: World;
let worker: TestPerson;
let neighbour: TestPerson;
let community: TestPerson;
let other: TestPerson;
let supervisor: TestPerson;
beforeAll(async () => {
  world = await startWorld();
  await world.asSystem(async (work) => {
    await layUnits(work);
    await laySquares(work);
  });
  worker = await world.person('grid_worker', 'c01-g01');
  neighbour = await world.person('grid_worker', 'c02-g01');
  community = await world.person('community', 'c01');
  other = await world.person('community', 'c02');
  supervisor = await world.person('supervisor', 'centre');
});
afterAll(() => world.close());

async function ok<T>(reply: Promise<{ statusCode: number; json<T>(): T; body: string }>): Promise<T> {
  const answer = await reply;
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<T>();
}
const get = <T>(who: Person, path: string) => ok<T>(world.as(who).get(`/api${path}`));
const post = <T>(who: Person, path: string, body: unknown = {}, key?: string) =>
  ok<T>(world.as(who).post(`/api${path}`, body, key === undefined ? {} : { key }));
const code = async (reply: Promise<{ statusCode: number; json(): { code: string } }>) => {
  const answer = await reply;
  return [answer.statusCode, answer.json().code];
};

type Points = Out<typeof rounds.printCheckpoints>;
const point = (name: string, grid = 'c01-g01') =>
  post<rounds.CheckpointView>(community, '/checkpoints', {
    grid,
    name,
    address: '橹声路8号',
    lng: 120.15,
    lat: 31.23,
  });
const codeOf = async (id: string) =>
  (await get<Points>(community, '/checkpoints/sheets')).items.find((one) => one.id === id)?.code ?? '';
const walk = (seen: readonly string[], more: object = {}) => ({
  startedAt: '2026-11-23T01:00:00.000Z',
  endedAt: '2026-11-23T01:40:00.000Z',
  seen,
  remarks: '',
  ...more,
});

test('a community sets up points in its own grids only, and only it reads their codes', async () => {
  const { id } = await point('消防泵房');
  expect(await codeOf(id)).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
  const asked = { grid: 'c02-g01', name: '泵房', address: '', lng: 120.15, lat: 31.23 };
  expect(await code(world.as(community).post('/api/checkpoints', asked))).toEqual([
    409,
    'rounds.grid_not_yours',
  ]);
  expect(await code(world.as(worker).get('/api/checkpoints/sheets'))).toEqual([403, 'platform.not_allowed']);
  expect((await get<Points>(other, '/checkpoints/sheets')).items).toEqual([]);
});

test('a patrol keeps which points were looked at and no moment of any of them, and tells which codes were unknown', async () => {
  const [a, b] = [await point('配电间'), await point('河埠头')];
  const seen = [await codeOf(a.id), await codeOf(b.id), 'aaaa-bbbb-cccc-dddd'];
  const made = await post<Out<typeof rounds.recordPatrol>>(
    worker,
    '/patrols',
    walk(seen, { remarks: '河边栏杆松' }),
  );
  expect([made.seen, made.unknown]).toEqual([2, 1]);
  const { items } = await get<Out<typeof rounds.listPatrols>>(worker, '/patrols');
  expect(items[0]).toMatchObject({
    points: ['配电间', '河埠头'].toSorted(),
    remarks: '河边栏杆松',
    unit: 'c01-g01',
  });
  const points = await get<Out<typeof rounds.listCheckpoints>>(worker, '/checkpoints');
  expect(points.items.find(({ id }) => id === a.id)?.seenOn).toBe('2026-11-23');
});

test('a patrol that is handed in again under its name is kept once', async () => {
  const body = walk([]);
  const first = await post<{ id: string }>(worker, '/patrols', body, 'patrol-of-today');
  const again = await post<{ id: string }>(worker, '/patrols', body, 'patrol-of-today');
  expect(again.id).toBe(first.id);
});

test('a phone two hours ahead hands in the right moment, and none later than now', async () => {
  const ahead = { startedAt: '2026-11-23T03:00:00.000Z', endedAt: '2026-11-23T03:30:00.000Z' };
  const { id } = await post<{ id: string }>(worker, '/patrols', walk([], { ...ahead, offsetMs: 7_200_000 }));
  const { items } = await get<Out<typeof rounds.listPatrols>>(worker, '/patrols');
  expect(items.find((one) => one.id === id)?.startedAt).toBe('2026-11-23T01:00:00.000Z');
  const backwards = { startedAt: '2026-11-23T01:30:00.000Z', endedAt: '2026-11-23T01:00:00.000Z' };
  expect(await code(world.as(worker).post('/api/patrols', walk([], backwards)))).toEqual([
    422,
    'rounds.ends_before_it_starts',
  ]);
});

test('the code of a point of another community is unknown to a worker', async () => {
  const { id } = await point('门厅');
  const made = await post<Out<typeof rounds.recordPatrol>>(neighbour, '/patrols', walk([await codeOf(id)]));
  expect([made.seen, made.unknown]).toEqual([0, 1]);
  expect(
    (await get<Out<typeof rounds.listPatrols>>(other, '/patrols')).items.every(
      ({ unit }) => unit !== 'c01-g01',
    ),
  ).toBe(true);
});

test('a new code makes the old sheet void, a point taken off is gone, and that of another community is 404', async () => {
  const { id } = await point('车棚');
  const old = await codeOf(id);
  expect(await code(world.as(other).post(`/api/checkpoints/${id}/code`, {}))).toEqual([
    404,
    'platform.not_found',
  ]);
  await post(community, `/checkpoints/${id}/code`);
  const made = await post<Out<typeof rounds.recordPatrol>>(worker, '/patrols', walk([old]));
  expect(made.unknown).toBe(1);
  await post(community, `/checkpoints/${id}/end`);
  expect(await codeOf(id)).toBe('');
});

const visit = (more: object = {}) => ({
  place: '橹声路8号1幢',
  purpose: 'support',
  needs: ['repair'],
  text: '厨房漏水，老人独居',
  at: '2026-11-23T01:30:00.000Z',
  ...more,
});

test('a visit is read by whoever made it and by their community, and by nobody who only oversees', async () => {
  const { id } = await post<{ id: string }>(worker, '/visits', visit());
  const read = async (who: Person) =>
    (await get<Out<typeof rounds.listVisits>>(who, '/visits')).items.map((one) => one.id);
  expect([await read(worker), await read(community)]).toEqual([[id], [id]]);
  expect([await read(neighbour), await read(other)]).toEqual([[], []]);
  expect(await code(world.as(supervisor).get('/api/visits'))).toEqual([403, 'platform.not_allowed']);
});

test('what was found at a visit becomes a report, and the visit knows its case; somebody else’s visit is 404', async () => {
  const { id } = await post<{ id: string }>(worker, '/visits', visit());
  const report = { text: '厨房漏水，需要修', lng: 120.15, lat: 31.23, address: '', visit: id };
  const { caseId } = await post<{ caseId: string }>(worker, '/field/reports', report);
  const { items } = await get<Out<typeof rounds.listVisits>>(worker, '/visits');
  expect(items.find((one) => one.id === id)?.caseId).toBe(caseId);
  expect(await code(world.as(neighbour).post('/api/field/reports', report))).toEqual([
    404,
    'platform.not_found',
  ]);
});

test('a visit of a day that is not in the calendar is refused at the door, and told in both languages', async () => {
  const reply = await world.as(worker).post('/api/visits', visit({ at: '2026-02-31T01:30:00.000Z' }));
  expect(await code(Promise.resolve(reply))).toEqual([400, 'platform.invalid_input']);
  expect(reply.json<{ details: object }>().details).toMatchObject({
    problems: [
      {
        at: 'at',
        zh: expect.stringContaining('日历上有的日子'),
        en: expect.stringContaining('day of the calendar'),
      },
    ],
  });
});

test('somebody beyond one’s reach, or nobody, cannot be written down as visited', async () => {
  const nobody = visit({ person: '0198f000-0000-7000-8000-000000000009' });
  expect(await code(world.as(worker).post('/api/visits', nobody))).toEqual([404, 'platform.not_found']);
});

test('an objection is answered once, by somebody who oversees, and read by whoever made it', async () => {
  const asked = { about: 'count', caseNo: 'TF-1', text: '上周的两次核实没有计入' };
  const { id } = await post<rounds.AppealView>(worker, '/appeals', asked);
  expect(
    await code(world.as(neighbour).post(`/api/appeals/${id}/answer`, { upheld: true, answer: '好的' })),
  ).toEqual([403, 'platform.not_allowed']);
  const answer = { upheld: true, answer: '已补记，感谢指出' };
  expect((await post<rounds.AppealView>(supervisor, `/appeals/${id}/answer`, answer)).state).toBe('upheld');
  expect(await code(world.as(supervisor).post(`/api/appeals/${id}/answer`, answer))).toEqual([
    409,
    'rounds.appeal_answered',
  ]);
  const mine = await get<Out<typeof rounds.myAppeals>>(worker, '/appeals/mine');
  expect(mine.items[0]).toMatchObject({ answer: answer.answer, state: 'upheld', caseNo: 'TF-1' });
  expect((await get<Out<typeof rounds.myAppeals>>(neighbour, '/appeals/mine')).items).toEqual([]);
  expect((await get<Out<typeof rounds.listAppeals>>(supervisor, '/appeals')).items).toHaveLength(1);
});

test('I see my own numbers, and nobody can ask for those of somebody else', async () => {
  const mine = await get<{ patrols: number; visits: number; reported: number }>(
    worker,
    '/field/own-work?days=7',
  );
  expect([mine.patrols > 0, mine.visits, mine.reported]).toEqual([true, 2, 1]);
  expect(await get(neighbour, '/field/own-work?days=30')).toMatchObject({ visits: 0, reported: 0 });
  expect(await code(world.as(supervisor).get('/api/field/own-work?days=7'))).toEqual([
    403,
    'platform.not_allowed',
  ]);
});

test('another street knows nothing of these points, visits and objections', async () => {
  const stranger = await world.session({
    kind: 'staff',
    role: 'supervisor',
    wide: true,
    street: await otherStreet(),
  });
  const { items } = await get<Out<typeof rounds.listAppeals>>(stranger, '/appeals');
  const points = await get<Out<typeof rounds.listCheckpoints>>(stranger, '/checkpoints');
  expect([items, points.items]).toEqual([[], []]);
});

async function otherStreet(): Promise<string> {
  const { createStreet } = await import('#platform/street.ts');
  const now = world.clock.now();
  await createStreet(world.platform.db, {
    id: 'hanshan',
    nameZh: '寒山街道',
    nameEn: 'Hanshan',
    prefix: 'HS',
    now,
  });
  return 'hanshan';
}
