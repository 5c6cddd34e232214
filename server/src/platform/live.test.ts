import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type Person, type World } from '#test/world.ts';
import { COOKIE } from './http.ts';
import { buildPlatform } from './platform.ts';
import type { Room } from './room.ts';
import { withWork } from './work.ts';

const room: Room = {
  name: 'probe',
  routes: [],
  live: {
    visible: async (work, subjects) =>
      work.actor.wide
        ? subjects
        : subjects.filter((subject) => work.actor.units.includes(subject.split('/', 1)[0] ?? '')),
  },
};

let world: World;
let base = '';
beforeAll(async () => {
  world = await startWorld({ rooms: [room] });
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  base = `http://127.0.0.1:${(world.app.server.address() as AddressInfo).port}`;
});
afterAll(() => world.close());

const announce = (subject: string) =>
  world.asSystem((work) => work.announce('case.reported', subject, { name: '张三' }));

type Message = { readonly id?: string; readonly event?: string; readonly data?: string };

/** Opens the stream and gives its messages one after another. */
async function listen(person: Person, lastId?: string) {
  const ending = new AbortController();
  const headers = {
    ...(person === null ? {} : { cookie: `${COOKIE}=${person.token}` }),
    ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
  };
  const reply = await fetch(`${base}/api/live`, { headers, signal: ending.signal });
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const next = async (): Promise<Message> => {
    for (;;) {
      const end = rest.indexOf('\n\n');
      if (end >= 0) {
        const fields = rest
          .slice(0, end)
          .split('\n')
          .map((line) => line.split(/: ?(.*)/s).slice(0, 2));
        rest = rest.slice(end + 2);
        const message: Message = Object.fromEntries(fields);
        if (message.event !== undefined) return message;
        continue;
      }
      const more = await reader?.read();
      if (more?.value === undefined) throw new Error('the stream ended');
      rest += more.value;
    }
  };
  return { status: reply.status, headers: reply.headers, next, end: () => ending.abort() };
}

test('each hears of what lies within their sight, and nothing about people', async () => {
  const wide = await listen(await world.session({ role: 'leader', unit: 'street', wide: true }));
  const narrow = await listen(await world.session({ role: 'grid_worker', unit: 'g01' }));
  expect([wide.status, wide.headers.get('content-type'), wide.headers.get('x-content-type-options')]).toEqual(
    [200, 'text/event-stream; charset=utf-8', 'nosniff'],
  );
  await announce('g02/1');
  await announce('g01/1');
  const seen = [await wide.next(), await wide.next()];
  expect(seen.map(({ data }) => JSON.parse(data ?? '').subject)).toEqual(['g02/1', 'g01/1']);
  expect(JSON.stringify(seen)).not.toContain('张三');
  expect(JSON.parse((await narrow.next()).data ?? '')).toEqual({
    kind: 'case.reported',
    subject: 'g01/1',
    at: '2026-11-23T02:00:00.000Z',
  });
  wide.end();
  narrow.end();
});

test('who was cut off hears what was missed', async () => {
  const leader = await world.session({ role: 'leader', unit: 'street', wide: true });
  const first = await listen(leader);
  await announce('g03/1');
  const { id } = await first.next();
  first.end();
  await announce('g03/2');
  const again = await listen(leader, id ?? '');
  expect(JSON.parse((await again.next()).data ?? '').subject).toBe('g03/2');
  again.end();
});

test('a stream ends with the session it was opened by', async () => {
  const leader = await world.session({ role: 'leader', unit: 'street', wide: true });
  const stream = await listen(leader);
  await world.platform.db.deleteFrom('identity.session').where('account', '=', leader.account).execute();
  await announce('g04/1');
  await expect(stream.next()).rejects.toThrow('the stream ended');
});

test('guests have nothing to listen to, and one session no more than eight streams', async () => {
  expect((await listen(null)).status).toBe(401);
  const wang = await world.session();
  const streams = await Promise.all(Array.from({ length: 8 }, () => listen(wang)));
  expect((await listen(wang)).status).toBe(429);
  for (const stream of streams) stream.end();
});

test('what another server of the same street does is heard here as well', async () => {
  const { settings } = world.platform;
  const other = await buildPlatform({ settings, url: world.url, rooms: [room], clock: world.clock.now });
  const stream = await listen(await world.session({ role: 'leader', unit: 'street', wide: true }));
  await withWork(other, { service: 'system', street: world.street }, world.clock.now(), 'write', (work) =>
    work.announce('case.reported', 'g05/1', {}),
  );
  // What was told a moment before the stream was opened may come first.
  const subjects: string[] = [];
  while (!subjects.includes('g05/1')) subjects.push(JSON.parse((await stream.next()).data ?? '').subject);
  expect(subjects.at(-1)).toBe('g05/1');
  stream.end();
  await other.close();
});
