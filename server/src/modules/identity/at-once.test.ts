import { MOST_HELPERS } from '@fengqiao/contract/mandates.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#test/people.ts';
import { lowerRooms } from '#test/rooms.ts';
import { startWorld, type World } from '#test/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ rooms: lowerRooms });
});
afterAll(() => world.close());

type Reply = { statusCode: number; json(): { code?: string } };
const codesOf = (replies: readonly Reply[]) =>
  replies.map((reply) => (reply.statusCode === 200 ? 'done' : String(reply.json().code))).toSorted();

test('of two administrators who are let go at the same moment one stays, since two must remain', async () => {
  const [first, other] = [await world.person('admin'), await world.person('admin')];
  const end = (of: TestPerson) => world.as(first).post(`/api/posts/${of.post}/end`, { reason: '轮岗' });
  const close = (of: TestPerson) =>
    world.as(first).post(`/api/accounts/${of.account}/closure`, { reason: '离职' });
  for (let round = 0, old = other; round < 6; round += 1) {
    const fresh = await world.person('admin');
    // Connections are there already, so that the two acts truly meet.
    await Promise.all([1, 2, 3].map(() => world.as(first).get('/api/me')));
    const replies = await Promise.all([end(old), round % 2 === 0 ? end(fresh) : close(fresh)]);
    expect(codesOf(replies)).toEqual(['done', 'identity.last_admin']);
    old = replies[0].statusCode === 200 ? fresh : old;
  }
});

test('whoever asks more helpers at the same moment than one may have gets so many and no more', async () => {
  const mother = await world.person('resident');
  const until = new Date(world.clock.now().getTime() + 90 * 86_400_000).toISOString().slice(0, 10);
  const ask = (n: number) =>
    world
      .as(mother)
      .post('/api/mandates/helpers', { phone: `137000010${10 + n}`, acts: ['reports.follow'], until });
  const same = codesOf(await Promise.all([ask(0), ask(0), ask(0)]));
  expect(same).toEqual(['done', 'identity.mandate_exists', 'identity.mandate_exists']);
  const codes = codesOf(await Promise.all(Array.from({ length: MOST_HELPERS + 2 }, (_, n) => ask(n + 1))));
  expect(codes.filter((code) => code === 'done')).toHaveLength(MOST_HELPERS - 1);
  expect(codes.filter((code) => code === 'identity.too_many_helpers')).toHaveLength(3);
});
