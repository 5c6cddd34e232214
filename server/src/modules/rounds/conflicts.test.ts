import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Out } from '@fengqiao/contract/route.ts';
import type * as rounds from '@fengqiao/contract/rounds.ts';
import { laySquares } from '#test/ground.ts';
import { layUnits, type TestPerson } from '#test/people.ts';
import { startWorld, type Person, type World } from '#test/world.ts';

let world: World;
let worker: TestPerson;
let colleague: TestPerson;
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
  colleague = await world.person('grid_worker', 'c01-g01');
  community = await world.person('community', 'c01');
  other = await world.person('community', 'c02');
  supervisor = await world.person('supervisor', 'centre');
});
afterAll(() => world.close());

type Reply = { statusCode: number; body: string; json<T>(): T };
function ok<T>(answer: Reply): T {
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<T>();
}
const get = async <T>(who: Person, path: string) => ok<T>(await world.as(who).get(`/api${path}`));
const post = async <T>(who: Person, path: string, body: unknown) =>
  ok<T>(await world.as(who).post(`/api${path}`, body));
const code = async (reply: Promise<Reply>) => {
  const answer = await reply;
  return [answer.statusCode, answer.json<{ code: string }>().code];
};

const noted = (op: string, more: object = {}) => ({
  op: op.repeat(16),
  kind: 'verification',
  how: 'refused',
  code: 'cases.not_in_this_state',
  said: { zh: '这件事已由别人核实。', en: 'Somebody else has verified it.' },
  title: '核实：路灯不亮',
  words: '到场看过，属实',
  files: [],
  at: '2026-11-23T01:30:00.000Z',
  ...more,
});
const mine = async (who: Person) =>
  (await get<Out<typeof rounds.myConflicts>>(who, '/field/conflicts/mine')).items;
const open = async (who: Person) => (await get<Out<typeof rounds.listConflicts>>(who, '/conflicts')).items;
const photo = async (who: Person) => {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const headers = { 'content-type': 'application/octet-stream' };
  return ok<{ id: string }>(await world.as(who).post('/api/uploads', picture, { headers })).id;
};

test('what the server did not take is known on another phone of the worker and to their community, with its photo', async () => {
  const file = await photo(worker);
  const made = await post<rounds.ConflictView>(worker, '/field/conflicts', noted('a', { files: [file] }));
  const elsewhere = await mine(worker);
  expect(elsewhere).toMatchObject([
    {
      id: made.id,
      op: 'a'.repeat(16),
      words: '到场看过，属实',
      state: 'open',
      files: [{ id: file, media: 'image/png' }],
    },
  ]);
  expect((await open(community)).map(({ id }) => id)).toEqual([made.id]);
  expect((await world.as(community).get(`/api/files/${file}`)).statusCode).toBe(200);
  expect((await world.as(other).get(`/api/files/${file}`)).statusCode).toBe(404);
});

test('it is for whoever did it and their community: not for a colleague, another community or who only oversees', async () => {
  expect([await mine(colleague), await open(other)]).toEqual([[], []]);
  expect(await code(world.as(supervisor).get('/api/conflicts'))).toEqual([403, 'platform.not_allowed']);
  expect(await code(world.as(worker).get('/api/conflicts'))).toEqual([403, 'platform.not_allowed']);
});

test('told twice it stands once, with what the server said last', async () => {
  const first = await post<rounds.ConflictView>(worker, '/field/conflicts', noted('b'));
  const said = { zh: '这件事已经归档。', en: 'It is archived.' };
  const again = await post<rounds.ConflictView>(worker, '/field/conflicts', noted('b', { said }));
  expect([again.id, again.said]).toEqual([first.id, said]);
});

test('sent after all it is over, kept as a note it still waits for the community', async () => {
  for (const op of ['c', 'd']) await post(worker, '/field/conflicts', noted(op));
  await post(worker, '/field/conflicts/ends', { op: 'c'.repeat(16), how: 'sent' });
  await post(worker, '/field/conflicts/ends', { op: 'd'.repeat(16), how: 'aside' });
  const left = (await open(community)).map(({ op, state }) => [op.slice(0, 1), state]);
  expect(left).toContainEqual(['d', 'aside']);
  expect(left.map(([op]) => op)).not.toContain('c');
});

test('a community settles it once, the worker reads how, and the phone changes nothing of it any more', async () => {
  const { id } = await post<rounds.ConflictView>(worker, '/field/conflicts', noted('e'));
  const answer = '照片已补到工单里';
  expect(await code(world.as(other).post(`/api/conflicts/${id}/settlement`, { answer }))).toEqual([
    404,
    'platform.not_found',
  ]);
  await post(community, `/conflicts/${id}/settlement`, { answer });
  expect(await code(world.as(community).post(`/api/conflicts/${id}/settlement`, { answer }))).toEqual([
    409,
    'rounds.conflict_over',
  ]);
  await post(worker, '/field/conflicts/ends', { op: 'e'.repeat(16), how: 'sent' });
  await post(worker, '/field/conflicts', noted('e'));
  const own = (await mine(worker)).find((one) => one.id === id);
  expect([own?.state, own?.answer]).toEqual(['settled', answer]);
});

test('a visit to somebody beyond one’s reach is noted without whom it was to', async () => {
  const person = '0198f000-0000-7000-8000-000000000009';
  const made = await post<rounds.ConflictView>(
    worker,
    '/field/conflicts',
    noted('f', { kind: 'visit', person }),
  );
  expect(made.kind).toBe('visit');
});
