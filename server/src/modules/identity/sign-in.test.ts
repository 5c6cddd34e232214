import { afterAll, beforeAll, expect, test } from 'vitest';
import { totpCode } from '#platform/crypto/totp.ts';
import { COOKIE } from '#platform/http.ts';
import { startWorld, type World } from '#test/world.ts';
import { lowerRooms } from '#test/rooms.ts';
import type { TestPerson } from '#test/people.ts';

let world: World;
let admin: TestPerson;
let other: TestPerson;
let made = 0;

beforeAll(async () => {
  world = await startWorld({ rooms: lowerRooms });
  [admin, other] = [await world.person('admin'), await world.person('admin')];
});
afterAll(() => world.close());

const PASSWORD = 'Maple-Bridge-77';
const code = (reply: { json(): { code: string } }) => reply.json().code;

/** A department colleague whose own password is set. */
async function colleague(): Promise<{ login: string; id: string }> {
  const { login, id, password } = await newcomer();
  const reply = await signIn({ login, password, newPassword: PASSWORD });
  expect(reply.statusCode).toBe(200);
  return { login, id };
}

async function newcomer(): Promise<{ login: string; id: string; password: string }> {
  const login = `clerk${(made += 1)}`;
  const reply = await world
    .as(admin)
    .post('/api/accounts', { name: '陈晓', login, role: 'department', unit: 'urban_ops', reason: '新入职' });
  expect(reply.statusCode).toBe(200);
  const { account, password } = reply.json();
  await world.as(other).post(`/api/posts/${account.posts[0].id}/approval`);
  return { login, id: account.id, password };
}

const signIn = (body: object) => world.as(null).post('/api/sessions', body);

const tokenOf = (reply: Awaited<ReturnType<typeof signIn>>): string =>
  reply.cookies.find(({ name }) => name === COOKIE)?.value ?? '';
const holding = (token: string) => world.as({ token, account: '', name: '', street: world.street });

test('a new colleague must replace the one-time password while signing in, and is then at work', async () => {
  const { login, password } = await newcomer();
  expect(code(await signIn({ login, password }))).toBe('identity.password_once');
  expect(code(await signIn({ login, password, newPassword: 'short-1' }))).toBe('identity.weak_password');
  expect(code(await signIn({ login, password, newPassword: `${login}-2026-xyz` }))).toBe(
    'identity.weak_password',
  );
  const reply = await signIn({ login, password, newPassword: PASSWORD });
  expect(reply.json()).toMatchObject({
    kind: 'staff',
    role: 'department',
    unit: 'urban_ops',
    units: ['urban_ops'],
    wide: false,
  });
  const me = await holding(tokenOf(reply)).get('/api/me');
  expect(me.json()).toMatchObject({ name: '陈晓', login, street: { id: world.street }, demo: false });
  expect(code(await signIn({ login, password }))).toBe('identity.wrong_sign_in');
});

test('the session cookie cannot be read by scripts, and a guest is told to sign in', async () => {
  const { login } = await colleague();
  const cookie = (await signIn({ login, password: PASSWORD })).cookies[0];
  expect(cookie).toMatchObject({ name: COOKIE, httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(cookie?.maxAge).toBe(12 * 3600);
  expect(code(await world.as(null).get('/api/sessions'))).toBe('platform.not_signed_in');
});

test('a one-time password that nobody used for three days opens nothing', async () => {
  const { login, password, id } = await newcomer();
  world.clock.advance({ hours: 73 });
  expect(code(await signIn({ login, password, newPassword: PASSWORD }))).toBe('identity.password_once_over');
  const renewed = await world
    .as(admin)
    .post(`/api/accounts/${id}/password`, { reason: '本人来电，已核对身份' });
  expect((await signIn({ login, password: renewed.json().password, newPassword: PASSWORD })).statusCode).toBe(
    200,
  );
});

test('an unknown login and a wrong password get the very same answers, pauses included', async () => {
  const { login } = await colleague();
  const answers = async (name: string) => {
    const said: string[] = [];
    for (let n = 0; n < 6; n += 1) said.push(code(await signIn({ login: name, password: 'wrong-guess-1' })));
    return said;
  };
  const known = await answers(login);
  expect(known).toEqual([
    ...Array.from({ length: 5 }, () => 'identity.wrong_sign_in'),
    'identity.sign_in_paused',
  ]);
  expect(await answers('nobody-here')).toEqual(known);
});

test('after five wrong passwords even the right one waits 15 minutes', async () => {
  const { login } = await colleague();
  for (let n = 0; n < 5; n += 1) await signIn({ login, password: `guess-number-${n}` });
  expect(code(await signIn({ login, password: PASSWORD }))).toBe('identity.sign_in_paused');
  world.clock.advance({ minutes: 14 });
  expect(code(await signIn({ login: login.toUpperCase(), password: PASSWORD }))).toBe(
    'identity.sign_in_paused',
  );
  world.clock.advance({ minutes: 1 });
  expect((await signIn({ login, password: PASSWORD })).statusCode).toBe(200);
});

test('guesses made at the same moment are counted one by one', async () => {
  const { login } = await colleague();
  const said = await Promise.all(
    Array.from({ length: 12 }, (_, n) => signIn({ login, password: `guess-number-${n}` })),
  );
  expect(said.map(code).filter((one) => one === 'identity.wrong_sign_in')).toHaveLength(5);
});

test('the authenticator is asked for, and each of its codes works once', async () => {
  const { login } = await colleague();
  const token = tokenOf(await signIn({ login, password: PASSWORD }));
  expect(code(await holding(token).post('/api/me/totp', { password: 'not-my-password-1' }))).toBe(
    'identity.wrong_password',
  );
  const { secret, uri } = (await holding(token).post('/api/me/totp', { password: PASSWORD })).json();
  expect(uri).toContain('otpauth://totp/');
  expect(code(await holding(token).post('/api/me/totp/confirmation', { code: '000000' }))).toBe(
    'identity.wrong_totp',
  );
  const first = totpCode(secret, world.clock.now());
  expect((await holding(token).post('/api/me/totp/confirmation', { code: first })).json().totp).toBe(true);
  expect(code(await holding(token).post('/api/me/totp/confirmation', { code: first }))).toBe(
    'identity.totp_state',
  );

  expect(code(await signIn({ login, password: PASSWORD }))).toBe('identity.totp_needed');
  expect(code(await signIn({ login, password: PASSWORD, totp: first }))).toBe('identity.wrong_totp');
  world.clock.advance({ seconds: 30 });
  const second = totpCode(secret, world.clock.now());
  expect((await signIn({ login, password: PASSWORD, totp: second })).statusCode).toBe(200);
  expect(code(await signIn({ login, password: PASSWORD, totp: second }))).toBe('identity.wrong_totp');

  world.clock.advance({ seconds: 30 });
  const body = { password: PASSWORD, code: totpCode(secret, world.clock.now()) };
  const ended = await world.app.inject({
    method: 'DELETE',
    url: '/api/me/totp',
    cookies: { [COOKIE]: token },
    payload: body,
  });
  expect(ended.json().totp).toBe(false);
  expect((await signIn({ login, password: PASSWORD })).statusCode).toBe(200);
});

test('a session ends after twelve hours, and an old cookie does not bar the way back in', async () => {
  const { login } = await colleague();
  const token = tokenOf(await signIn({ login, password: PASSWORD }));
  world.clock.advance({ hours: 12 });
  expect(code(await holding(token).get('/api/sessions'))).toBe('platform.not_signed_in');
  expect((await holding(token).get('/api/me')).json().kind).toBe('guest');
  expect((await holding(token).post('/api/sessions', { login, password: PASSWORD })).statusCode).toBe(200);
});

test('I see where I am signed in and can sign another device out, but not somebody else', async () => {
  const { login } = await colleague();
  const here = tokenOf(await signIn({ login, password: PASSWORD }));
  const there = tokenOf(await signIn({ login, password: PASSWORD }));
  const { items } = (await holding(here).get('/api/sessions')).json();
  const others: { id: string; current: boolean }[] = items.filter(
    (device: { current: boolean }) => !device.current,
  );
  expect((await world.as(admin).delete(`/api/sessions/${others[0]?.id}`)).statusCode).toBe(404);
  for (const { id } of others)
    expect((await holding(here).delete(`/api/sessions/${id}`)).statusCode).toBe(200);
  expect((await holding(there).get('/api/me')).json().kind).toBe('guest');
  expect((await holding(here).get('/api/me')).json().kind).toBe('staff');
  expect((await holding(here).delete('/api/sessions/current')).statusCode).toBe(200);
  expect((await holding(here).get('/api/me')).json().kind).toBe('guest');
});

test('changing my password signs my other devices out', async () => {
  const { login } = await colleague();
  const here = tokenOf(await signIn({ login, password: PASSWORD }));
  const there = tokenOf(await signIn({ login, password: PASSWORD }));
  expect(
    code(
      await holding(here).put('/api/me/password', {
        password: 'not-the-one-1',
        newPassword: 'Another-Bridge-8',
      }),
    ),
  ).toBe('identity.wrong_password');
  expect(
    (await holding(here).put('/api/me/password', { password: PASSWORD, newPassword: 'Another-Bridge-8' }))
      .statusCode,
  ).toBe(200);
  expect((await holding(there).get('/api/me')).json().kind).toBe('guest');
  expect((await signIn({ login, password: 'Another-Bridge-8' })).statusCode).toBe(200);
});

test('nothing of a password is kept for repeated requests', async () => {
  const { login } = await colleague();
  await world.as(null).post('/api/sessions', { login, password: PASSWORD }, { key: 'sign-in-once-0001' });
  const kept = await world.asSystem(({ db }) =>
    db.selectFrom('platform.idempotency').select('key').where('key', '=', 'sign-in-once-0001').execute(),
  );
  expect(kept).toEqual([]);
});
