import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keepContact } from '#modules/identity';
import { asSuperuser } from '#test/inspect.ts';
import { startWorld, type World } from '#test/world.ts';
import { lowerRooms } from '#test/rooms.ts';
import { notify } from './index.ts';

type Got = { id: string; to: string; text: string; key: string | undefined; idempotency: string | undefined };

let world: World;
let provider: Server;
let got: Got[] = [];
type Said = { status: number; body?: string };
let answer: (n: number) => Said | Promise<Said> = () => ({ status: 200, body: '{"id":"p-1"}' });

beforeAll(async () => {
  provider = createServer(
    (request, reply) =>
      void take(request).then(async (message) => {
        got.push(message);
        const { status, body = '' } = await answer(got.length);
        reply.writeHead(status, { 'content-type': 'application/json' }).end(body);
      }),
  );
  const port = await new Promise<number>((resolve) =>
    provider.listen(0, '127.0.0.1', () => resolve((provider.address() as AddressInfo).port)),
  );
  world = await startWorld({
    rooms: lowerRooms,
    env: { SMS_URL: `http://127.0.0.1:${port}/send`, SMS_KEY: 'provider-key' },
  });
});
afterAll(async () => {
  await world.close();
  provider.close();
});
beforeEach(() => {
  got = [];
  answer = () => ({ status: 200, body: '{"id":"p-1"}' });
});

async function take(request: IncomingMessage): Promise<Got> {
  let text = '';
  for await (const part of request) text += String(part);
  return {
    ...JSON.parse(text),
    key: request.headers.authorization,
    idempotency: request.headers['idempotency-key'],
  };
}

const code = (reply: { json(): { code: string } }) => reply.json().code;
const rows = () =>
  world.asSystem(({ db }) =>
    db.selectFrom('notices.message').selectAll().where('channel', '=', 'sms').orderBy('id', 'desc').execute(),
  );

async function tell(zh: string): Promise<void> {
  await world.asSystem(async (work) => {
    const contact = await keepContact(work, { phone: '13912345678' });
    await notify(work, { to: { contact }, kind: 'case.closed', zh, en: 'Closed' });
  });
}

test('a message reaches the provider once, and number and text are erased after it', async () => {
  await tell('您的诉求已办结');
  await world.settle();
  expect(got).toHaveLength(1);
  expect(got[0]).toMatchObject({ to: '+8613912345678', text: '您的诉求已办结', key: 'Bearer provider-key' });
  const [row] = await rows();
  expect(row).toMatchObject({
    id: got[0]?.id,
    state: 'sent',
    tries: 1,
    provider_ref: 'p-1',
    phone_enc: null,
    body_enc: null,
  });
  expect(got[0]?.idempotency).toBe(row?.id);
});

test('a provider that fails is asked again after growing waits, with the same message id', async () => {
  answer = (n) => ({ status: n < 4 ? 503 : 200 });
  await tell('请留意');
  await world.settle();
  expect(got).toHaveLength(1);
  for (const seconds of [30, 60, 120]) {
    world.clock.advance({ seconds: seconds - 1 });
    await world.settle();
    const before = got.length;
    world.clock.advance({ seconds: 1 });
    await world.settle();
    expect(got.length).toBe(before + 1);
  }
  expect(new Set(got.map(({ id }) => id)).size).toBe(1);
  expect((await rows())[0]).toMatchObject({ state: 'sent', tries: 4, error: null });
});

test('after four hours it is given up in sight, and can be sent again by hand', async () => {
  answer = () => ({ status: 500 });
  await tell('迟迟未达');
  for (let n = 0; n < 18; n += 1) {
    await world.settle();
    world.clock.advance({ minutes: 15 });
  }
  const admin = await world.person('admin');
  const [failed] = (await world.as(admin).get('/api/messages/failed')).json().items;
  expect(failed).toMatchObject({ zh: '迟迟未达', state: 'failed', error: 'HTTP 500' });
  expect(got.length).toBeLessThan(14);
  answer = () => ({ status: 200 });
  expect((await world.as(admin).post(`/api/messages/${failed.id}/sending`)).statusCode).toBe(200);
  await world.settle();
  expect((await rows()).find(({ id }) => id === failed.id)?.state).toBe('sent');
  expect(code(await world.as(admin).post(`/api/messages/${failed.id}/sending`))).toBe('notices.not_failed');
});

test('a number the provider refuses for good is not tried again, and forgotten after a week', async () => {
  answer = () => ({ status: 422 });
  await tell('空号');
  await world.settle();
  expect((await rows())[0]).toMatchObject({ state: 'failed', tries: 1, error: 'HTTP 422' });
  world.clock.advance({ days: 8 });
  await world.settle();
  const [row] = await rows();
  expect(row?.phone_enc).toBeNull();
  expect(code(await world.as(await world.person('admin')).post(`/api/messages/${row?.id}/sending`))).toBe(
    'notices.erased',
  );
});

test('what went out is noted as sent, once, although the database was away at that moment', async () => {
  const name = new URL(world.url).pathname.slice(1);
  const elsewhere = Object.assign(new URL(world.url), { pathname: '/postgres' }).href;
  answer = async () => {
    await asSuperuser(elsewhere, async (ask) => {
      await ask(`alter database ${name} allow_connections false`);
      await ask('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    });
    setTimeout(
      () => void asSuperuser(elsewhere, (ask) => ask(`alter database ${name} allow_connections true`)),
      400,
    );
    return { status: 200, body: '{"id":"p-9"}' };
  };
  await tell('断线时送达');
  await world.settle();
  expect(got).toHaveLength(1);
  expect((await rows())[0]).toMatchObject({ id: got[0]?.id, state: 'sent', tries: 1, provider_ref: 'p-9' });
});

test('a redirect is not followed, so the key goes nowhere else', async () => {
  answer = () => ({ status: 302 });
  await tell('转向');
  await world.settle();
  expect(got).toHaveLength(1);
  expect((await rows())[0]).toMatchObject({ state: 'failed', error: 'HTTP 302' });
});

test('a sign-in code stands in clear nowhere in the database, and not at all once it is sent', async () => {
  await world.as(null).post('/api/phone-codes', { phone: '13700001111' });
  const sealed = await world.asSystem(({ db }) => db.selectFrom('identity.phone_code').selectAll().execute());
  await world.settle();
  const sent = got.at(-1)?.text.match(/\d{6}/)?.[0] ?? '';
  expect(sent).toMatch(/^\d{6}$/);
  expect(got.at(-1)?.to).toBe('+8613700001111');
  expect(sealed.every(({ code_enc }) => code_enc !== null && !code_enc.includes(Buffer.from(sent)))).toBe(
    true,
  );
  const [row] = await rows();
  expect(row).toMatchObject({ state: 'sent', body_enc: null, phone_enc: null });
  expect(JSON.stringify(row)).not.toContain(sent);
  const left = await world.asSystem(({ db }) =>
    db.selectFrom('identity.phone_code').select(['phone_enc', 'code_enc']).execute(),
  );
  expect(left).toEqual([{ phone_enc: null, code_enc: null }]);
  expect(
    (await world.as(null).post('/api/phone-sessions', { phone: '13700001111', code: sent })).statusCode,
  ).toBe(200);
});

test('a code that could not be sent while it worked is not sent afterwards', async () => {
  answer = () => ({ status: 503 });
  await world.as(null).post('/api/phone-codes', { phone: '13700002222' });
  await world.settle();
  expect(got).toHaveLength(1);
  world.clock.advance({ minutes: 11 });
  await world.settle();
  expect(got).toHaveLength(1);
  expect((await rows())[0]).toMatchObject({
    state: 'failed',
    error: 'too late to be of use',
    phone_enc: null,
    body_enc: null,
  });
});
