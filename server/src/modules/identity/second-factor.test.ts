import { afterAll, beforeAll, expect, test } from 'vitest';
import { totpCode } from '#platform/crypto/totp.ts';
import { COOKIE } from '#platform/http.ts';
import { lowerRooms } from '#test/rooms.ts';
import type { TestPerson } from '#test/people.ts';
import { startWorld, type Hand, type World } from '#test/world.ts';

let world: World;
let first: TestPerson;
let second: TestPerson;
let made = 0;
beforeAll(async () => {
  world = await startWorld({
    rooms: lowerRooms,
    env: { STAFF_SECOND_FACTOR: 'privileged', PASSWORD_DAYS: '90' },
  });
  [first, second] = [await world.person('admin'), await world.person('admin')];
});
afterAll(() => world.close());

type Reply = Awaited<ReturnType<Hand['get']>>;
const code = (reply: Reply) => reply.json<{ code?: string }>().code;
const holding = (reply: Reply): Hand =>
  world.as({
    token: reply.cookies.find(({ name }) => name === COOKIE)?.value ?? '',
    account: '',
    name: '',
    street: world.street,
  });
const PASSWORD = 'Maple-Bridge-77';
const signIn = (body: object) => world.as(null).post('/api/sessions', body);
const now = (secret: string) => totpCode(secret, world.clock.now());

/** Somebody new with a one-time password, in a post that two administrators gave. */
async function newcomer(role = 'steward', unit = 'centre') {
  const login = `factor${(made += 1)}`;
  const given = { name: '孙管', login, role, unit, reason: '轮岗' };
  const { account, password } = (await world.as(first).post('/api/accounts', given)).json();
  const [post] = account.posts;
  if (post.state === 'waiting') await world.as(second).post(`/api/posts/${post.id}/approval`);
  return { id: account.id as string, login, password: password as string };
}

/** The same, bound and signed in. */
async function bound() {
  const { id, login, password } = await newcomer();
  const { secret } = (await world.as(null).post('/api/sessions/totp', { login, password })).json();
  const reply = await signIn({ login, password, newPassword: PASSWORD, totp: now(secret) });
  world.clock.advance({ seconds: 60 });
  return { id, login, secret: secret as string, hand: holding(reply) };
}

test('a privileged post is entered with a second factor only; without one, somebody comes as far as binding it', async () => {
  const { id, login, password } = await newcomer();
  expect(code(await signIn({ login, password, newPassword: PASSWORD }))).toBe(
    'identity.second_factor_needed',
  );
  const wrong = await world.as(null).post('/api/sessions/totp', { login, password: 'not-the-one-1' });
  expect(code(wrong)).toBe('identity.wrong_sign_in');
  const { secret, uri } = (await world.as(null).post('/api/sessions/totp', { login, password })).json();
  expect(uri).toContain('otpauth://totp/');
  expect(code(await signIn({ login, password, totp: now(secret) }))).toBe('identity.password_once');
  const entered = await signIn({ login, password, newPassword: PASSWORD, totp: now(secret) });
  expect(entered.json()).toMatchObject({ role: 'steward', totp: true });
  expect(code(await world.as(null).post('/api/sessions/totp', { login, password: PASSWORD }))).toBe(
    'identity.totp_state',
  );
  const { items } = (await world.as(first).get(`/api/accounts?text=${login}`)).json();
  expect(items[0]).toMatchObject({ id, totp: true, totpMissing: false });
});

test('a post at a desk is entered by password, and nobody binds at the door what is not asked of them', async () => {
  const { login, password } = await newcomer('department', 'urban_ops');
  expect(code(await world.as(null).post('/api/sessions/totp', { login, password }))).toBe(
    'identity.totp_state',
  );
  expect((await signIn({ login, password, newPassword: PASSWORD })).statusCode).toBe(200);
});

test('whoever must have one does not end it; another administrator takes it off, never the one who gave the password', async () => {
  const { id, login, secret, hand } = await bound();
  const body = { password: PASSWORD, code: now(secret) };
  const ended = await world.app.inject({
    method: 'DELETE',
    url: '/api/me/totp',
    cookies: {
      [COOKIE]: (await signIn({ login, password: PASSWORD, totp: now(secret) })).cookies[0]?.value ?? '',
    },
    payload: body,
  });
  expect(ended.json().code).toBe('identity.second_factor_needed');
  const reason = { reason: '手机丢失，已当面核对' };
  await world.as(first).post(`/api/accounts/${id}/password`, reason);
  expect(code(await world.as(first).post(`/api/accounts/${id}/second-factor/removal`, reason))).toBe(
    'identity.recovery_eyes',
  );
  expect(
    code(await world.as(first).post(`/api/accounts/${first.account}/second-factor/removal`, reason)),
  ).toBe('identity.recovery_eyes');
  const removed = await world.as(second).post(`/api/accounts/${id}/second-factor/removal`, reason);
  expect(removed.json()).toMatchObject({ totp: false, totpMissing: true });
  expect(code(await world.as(second).post(`/api/accounts/${id}/password`, reason))).toBe(
    'identity.recovery_eyes',
  );
  expect(code(await hand.get('/api/sessions'))).toBe('platform.not_signed_in');
  await expect(
    world.asSystem(({ db }) =>
      db
        .updateTable('identity.account')
        .set({ password_given_by: second.account })
        .where('id', '=', id)
        .execute(),
    ),
  ).rejects.toThrow('account_recovery_eyes');
});

test('a password is changed after ninety days, and none of the last five is chosen again', async () => {
  const { login, password } = await newcomer('department', 'urban_ops');
  const hand = holding(await signIn({ login, password, newPassword: PASSWORD }));
  expect(code(await hand.put('/api/me/password', { password: PASSWORD, newPassword: PASSWORD }))).toBe(
    'identity.password_used',
  );
  world.clock.advance({ days: 91 });
  expect(code(await signIn({ login, password: PASSWORD }))).toBe('identity.password_over');
  expect(code(await signIn({ login, password: PASSWORD, newPassword: PASSWORD }))).toBe(
    'identity.password_used',
  );
  const next = 'Maple-Bridge-78';
  expect((await signIn({ login, password: PASSWORD, newPassword: next })).statusCode).toBe(200);
  expect((await signIn({ login, password: next })).statusCode).toBe(200);
});
