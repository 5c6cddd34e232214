import Type from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { route, Shape } from '@fengqiao/contract/route.ts';
import { Done, Text, Words, Uuid } from '@fengqiao/contract/shapes.ts';
import { startWorld, type Person, type World } from '#test/world.ts';
import { newId } from './ids.ts';
import { refuse } from './refusal.ts';
import type { Room } from './room.ts';
import { done, serve } from './serve.ts';

const say = { zh: '试', en: 'Probe' };
const Note = Shape({ text: Words(1, 200), urgent: Type.Optional(Type.Boolean()) });
const Kept = Shape({ id: Uuid, text: Type.String() });
const gate: { open: () => void; opened: Promise<void>; entered: () => void; inside: Promise<void> } = {
  open: () => undefined,
  opened: Promise.resolve(),
  entered: () => undefined,
  inside: Promise.resolve(),
};
const heard: string[] = [];
let calls = 0;

const room: Room = {
  name: 'probe',
  routes: [
    serve(
      route({
        id: 'probe.keep',
        method: 'POST',
        path: '/probe',
        who: 'anyone',
        says: say,
        body: Note,
        reply: Kept,
      }),
      async (work, { body }) => {
        calls += 1;
        const id = newId(work.now);
        await work.announce('case.reported', id, { text: body.text });
        return { id, text: body.text };
      },
    ),
    serve(
      route({ id: 'probe.wait', method: 'POST', path: '/probe/slow', who: 'staff', says: say, reply: Done }),
      async () => {
        gate.entered();
        await gate.opened;
        return done;
      },
    ),
    serve(
      route({
        id: 'probe.find',
        method: 'GET',
        path: '/probe',
        who: 'staff',
        says: say,
        query: Shape({
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
          tags: Type.Optional(Type.Array(Text(1, 20), { maxItems: 5 })),
        }),
        reply: Shape({ limit: Type.Integer(), tags: Type.Array(Type.String()) }),
      }),
      async (_work, { query }) => ({ limit: query.limit ?? 20, tags: query.tags ?? [] }),
    ),
    serve(
      route({
        id: 'probe.no',
        method: 'POST',
        path: '/probe/no',
        who: 'anyone',
        says: say,
        reply: Type.Null(),
      }),
      async (work) => {
        await work.announce('case.reported', 'x', {});
        return refuse('platform.stale');
      },
    ),
    serve(
      route({
        id: 'probe.broken',
        method: 'GET',
        path: '/probe/broken',
        who: 'anyone',
        says: say,
        reply: Type.Null(),
      }),
      async () => {
        throw new Error('a secret of 13812345678');
      },
    ),
    serve(
      route({
        id: 'probe.leader',
        method: 'GET',
        path: '/probe/leader',
        who: ['leader'],
        says: say,
        reply: Type.Null(),
      }),
      async () => null,
    ),
    serve(
      route({
        id: 'probe.limited',
        method: 'POST',
        path: '/probe/limited',
        who: 'anyone',
        says: say,
        reply: Type.Null(),
      }),
      async (_work, _input, http) => {
        http.limitBy('probe', 'one', 2);
        return null;
      },
    ),
  ],
  listeners: [
    {
      name: 'probe.hears',
      hears: ['case.reported'],
      act: async (_work, event) => void heard.push(event.subject),
    },
  ],
};

let world: World;
let wang: NonNullable<Person>;
beforeAll(async () => {
  world = await startWorld({ rooms: [room] });
  wang = await world.session({ role: 'dispatcher', unit: 'centre' });
});
afterAll(() => world.close());

const code = (reply: { statusCode: number; json(): { code?: string } }) => [
  reply.statusCode,
  reply.json().code,
];
const note = { text: '路灯不亮' };

describe('what is sent must fit', () => {
  const send = (payload: string, type = 'application/json') =>
    world.as(wang).post('/api/probe', payload, { headers: { 'content-type': type } });

  test.each([
    ['a field nobody knows', { ...note, admin: true }],
    ['a missing field', {}],
    ['a number for a text', { text: 7 }],
    ['a text too long', { text: '灯'.repeat(201) }],
    ['a control character', { text: 'a\u0007b' }],
    ['a text of blanks alone', { text: ' \u3000\n' }],
    ['a zero character', { text: 'a\u0000b' }],
    ['a list for an object', []],
  ])('%s is refused and named', async (_what, body) => {
    const reply = await send(JSON.stringify(body));
    expect(code(reply)).toEqual([400, 'platform.invalid_input']);
    expect(reply.json().details.problems.length).toBeGreaterThan(0);
    expect(reply.json()).toMatchObject({ zh: expect.stringMatching(/请/), en: expect.any(String) });
  });

  test('a text of blanks is refused in words that say what is missing', async () => {
    const { problems } = (await send(JSON.stringify({ text: '   ' }))).json().details;
    expect(problems).toEqual([
      {
        at: 'text',
        zh: '不能只有空白，也不能含控制字符',
        en: 'must be more than blanks, without control characters',
      },
    ]);
  });

  test('broken JSON and a poisoned prototype are refused', async () => {
    expect(code(await send('{"text":'))).toEqual([400, 'platform.invalid_input']);
    expect(code(await send('{"text":"a","__proto__":{"x":1}}'))).toEqual([400, 'platform.invalid_input']);
  });

  test('only JSON is taken', async () => {
    expect(code(await send('text=a', 'application/x-www-form-urlencoded'))).toEqual([
      415,
      'platform.unsupported_type',
    ]);
    expect(code(await send('a', 'text/plain'))).toEqual([415, 'platform.unsupported_type']);
  });

  test('more than a mebibyte is too large', async () => {
    expect(code(await send(JSON.stringify({ text: 'a'.repeat(1_100_000) })))).toEqual([
      413,
      'platform.too_large',
    ]);
  });

  test('query texts are read as the numbers and lists they stand for, and bounded', async () => {
    const found = await world.as(wang).get('/api/probe?limit=5&tags=%E7%81%AF');
    expect(found.json()).toEqual({ limit: 5, tags: ['灯'] });
    expect((await world.as(wang).get('/api/probe?tags=a&tags=b')).json()).toEqual({
      limit: 20,
      tags: ['a', 'b'],
    });
    expect(code(await world.as(wang).get('/api/probe?limit=5000'))).toEqual([400, 'platform.invalid_input']);
    expect(code(await world.as(wang).get('/api/probe?limit=x'))).toEqual([400, 'platform.invalid_input']);
    expect(code(await world.as(wang).get('/api/probe?unknown=1'))).toEqual([400, 'platform.invalid_input']);
  });

  test('an address nobody serves says so in both languages', async () => {
    expect(code(await world.as(wang).get('/api/nothing'))).toEqual([404, 'platform.not_found']);
    expect(code(await world.as(wang).get('/api/%ff'))).toEqual([400, 'platform.invalid_input']);
  });
});

describe('who may call', () => {
  test('a guest is asked to sign in, and the wrong post is refused', async () => {
    expect(code(await world.as(null).get('/api/probe'))).toEqual([401, 'platform.not_signed_in']);
    expect(code(await world.as(wang).get('/api/probe/leader'))).toEqual([403, 'platform.not_allowed']);
  });

  test('a session that ended is taken away', async () => {
    const reply = await world.as({ ...wang, token: 'nobody' }).get('/api/probe');
    expect(code(reply)).toEqual([401, 'platform.not_signed_in']);
    expect(String(reply.headers['set-cookie'])).toMatch(/fengqiao=;/);
  });

  test('an unknown street is not found', async () => {
    expect(
      code(await world.as(null).post('/api/probe', note, { headers: { 'x-street': 'nowhere' } })),
    ).toEqual([404, 'platform.not_found']);
  });

  test('another site may not write with somebody\u2019s cookie', async () => {
    const from = (headers: Record<string, string>) => world.as(wang).post('/api/probe', note, { headers });
    expect(code(await from({ 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'platform.not_allowed']);
    expect(code(await from({ origin: 'https://evil.example' }))).toEqual([403, 'platform.not_allowed']);
    expect((await from({ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:80' })).statusCode).toBe(
      200,
    );
  });
});

describe('a repeated request acts once', () => {
  test('without a key every request acts', async () => {
    const [one, two] = [
      await world.as(wang).post('/api/probe', note),
      await world.as(wang).post('/api/probe', note),
    ];
    expect(one.json().id).not.toBe(two.json().id);
  });

  test('the same key gives the same answer, letter for letter', async () => {
    const before = calls;
    const one = await world.as(wang).post('/api/probe', note, { key: 'key-00001' });
    const two = await world.as(wang).post('/api/probe', note, { key: 'key-00001' });
    expect([two.statusCode, two.body, two.headers['idempotency-replayed']]).toEqual([200, one.body, 'true']);
    expect(calls).toBe(before + 1);
  });

  test('a guest whose address changed still gets the first answer', async () => {
    const send = (ip: string) =>
      world.app.inject({
        method: 'POST',
        url: '/api/probe',
        payload: note,
        remoteAddress: ip,
        headers: { 'idempotency-key': 'guest-key-1' },
      });
    expect((await send('10.0.0.1')).body).toBe((await send('10.0.0.2')).body);
  });

  test('another person\u2019s equal key is another request', async () => {
    const li = await world.session({ role: 'dispatcher', unit: 'centre' });
    const one = await world.as(wang).post('/api/probe', note, { key: 'key-00002' });
    const two = await world.as(li).post('/api/probe', note, { key: 'key-00002' });
    expect(one.json().id).not.toBe(two.json().id);
  });

  test('the same key with other content is refused', async () => {
    await world.as(wang).post('/api/probe', note, { key: 'key-00003' });
    expect(code(await world.as(wang).post('/api/probe', { text: '井盖' }, { key: 'key-00003' }))).toEqual([
      422,
      'platform.key_reused',
    ]);
  });

  test('a key too short is refused', async () => {
    expect(code(await world.as(wang).post('/api/probe', note, { key: 'short' }))).toEqual([
      400,
      'platform.invalid_input',
    ]);
  });

  test('while the first is being handled the second is told to wait', async () => {
    const opened = Promise.withResolvers<void>();
    const inside = Promise.withResolvers<void>();
    Object.assign(gate, {
      opened: opened.promise,
      open: opened.resolve,
      inside: inside.promise,
      entered: inside.resolve,
    });
    const first = world.as(wang).post('/api/probe/slow', {}, { key: 'key-00004' });
    await inside.promise;
    expect(code(await world.as(wang).post('/api/probe/slow', {}, { key: 'key-00004' }))).toEqual([
      409,
      'platform.in_flight',
    ]);
    gate.open();
    expect((await first).statusCode).toBe(200);
    expect(
      (await world.as(wang).post('/api/probe/slow', {}, { key: 'key-00004' })).headers[
        'idempotency-replayed'
      ],
    ).toBe('true');
  });

  test('of many at once one acts, and all who get an answer get the same', async () => {
    const before = calls;
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => world.as(wang).post('/api/probe', note, { key: 'key-00005' })),
    );
    expect(calls).toBe(before + 1);
    expect(new Set(replies.filter((reply) => reply.statusCode === 200).map((reply) => reply.body)).size).toBe(
      1,
    );
    expect(
      replies
        .filter((reply) => reply.statusCode !== 200)
        .every((reply) => reply.json().code === 'platform.in_flight'),
    ).toBe(true);
  });

  test('the kept answer cannot be read in the database', async () => {
    await world.as(wang).post('/api/probe', { text: '张三住三单元' }, { key: 'key-00006' });
    const rows = await world.platform.db
      .selectFrom('platform.idempotency')
      .select('reply')
      .where('key', '=', 'key-00006')
      .execute();
    expect(rows[0]?.reply.includes('张三')).toBe(false);
  });
});

describe('saying no', () => {
  test('a refused act leaves nothing behind', async () => {
    const count = async () =>
      (await world.platform.db.selectFrom('platform.event').select('seq').execute()).length;
    const before = await count();
    expect(code(await world.as(wang).post('/api/probe/no', {}))).toEqual([409, 'platform.stale']);
    expect(await count()).toBe(before);
  });

  test('a fault shows a request number and nothing else', async () => {
    const reply = await world.as(wang).get('/api/probe/broken');
    expect(code(reply)).toEqual([500, 'platform.failed']);
    expect(reply.body).not.toMatch(/secret|stack|serve\.test/);
    expect(reply.json().details.request).toBe(reply.headers['x-request-id']);
  });

  test('too many at once are asked to wait, and are served again later', async () => {
    const press = () => world.as(wang).post('/api/probe/limited', {});
    expect([(await press()).statusCode, (await press()).statusCode]).toEqual([200, 200]);
    const third = await press();
    expect([...code(third), third.headers['retry-after']]).toEqual([429, 'platform.too_many', '30']);
    world.clock.advance({ seconds: 30 });
    expect((await press()).statusCode).toBe(200);
  });
});

test('what was announced is heard once, in order', async () => {
  heard.length = 0;
  await world.settle();
  heard.length = 0;
  const ids = [];
  for (const text of ['一', '二', '三'])
    ids.push((await world.as(wang).post('/api/probe', { text })).json().id);
  await world.settle();
  await world.settle();
  expect(heard).toEqual(ids);
});
