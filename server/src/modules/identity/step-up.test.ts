import { afterAll, beforeAll, expect, test } from 'vitest';
import { totpCode } from '#platform/crypto/totp.ts';
import { COOKIE } from '#platform/http.ts';
import { startWorld, type Hand, type World } from '#test/world.ts';
import { lowerRooms } from '#test/rooms.ts';
import type { TestPerson } from '#test/people.ts';
import { raiseToRealName } from './index.ts';

let world: World;
let first: TestPerson;
let second: TestPerson;
let made = 0;

beforeAll(async () => {
  world = await startWorld({ rooms: lowerRooms, env: { DEMO: 'on' } });
  first = await world.person('admin');
  second = await world.person('admin');
});
afterAll(() => world.close());

const PASSWORD = 'Maple-Bridge-77';
type Reply = Awaited<ReturnType<Hand['get']>>;
const code = (reply: Reply) => reply.json<{ code?: string }>().code;
const holding = (reply: Reply): Hand =>
  world.as({
    token: reply.cookies.find(({ name }) => name === COOKIE)?.value ?? '',
    account: '',
    name: '',
    street: world.street,
  });
const enter = (login: string, totp?: string) =>
  world.as(null).post('/api/sessions', { login, password: PASSWORD, ...(totp && { totp }) });

/** An administrator who signs in by password. */
async function administrator(): Promise<{ login: string; hand: Hand }> {
  const login = `keeper${(made += 1)}`;
  const given = { name: '钱理', login, role: 'admin', unit: 'centre', reason: '轮岗' };
  const { account, password } = (await world.as(first).post('/api/accounts', given)).json();
  await world.as(second).post(`/api/posts/${account.posts[0].id}/approval`);
  const reply = await world.as(null).post('/api/sessions', { login, password, newPassword: PASSWORD });
  return { login, hand: holding(reply) };
}

const makeKey = (hand: Hand) => hand.post('/api/api-keys', { name: '城运平台', scopes: ['open311'] });

test('a grave act asks an administrator to prove again that it is they, ten minutes after they did', async () => {
  const { hand } = await administrator();
  expect((await makeKey(hand)).statusCode).toBe(200);
  world.clock.advance({ minutes: 10 });
  expect(code(await makeKey(hand))).toBe('identity.step_up_needed');
  expect(code(await hand.post('/api/sessions/current/step-up', { password: 'not-my-password-1' }))).toBe(
    'identity.wrong_password',
  );
  expect(code(await hand.post('/api/sessions/current/step-up', { code: '123456' }))).toBe(
    'identity.proof_missing',
  );
  expect(code(await makeKey(hand))).toBe('identity.step_up_needed');
  const proved = await hand.post('/api/sessions/current/step-up', { password: PASSWORD });
  expect(new Date(proved.json().until).getTime() - world.clock.now().getTime()).toBe(600_000);
  expect((await makeKey(hand)).statusCode).toBe(200);
});

test('posts, passwords, accounts and keys are not touched from a screen that was left open', async () => {
  const { hand } = await administrator();
  world.clock.advance({ minutes: 11 });
  const id = second.account;
  const reason = '试一试';
  const replies = [
    await hand.post(`/api/accounts/${id}/posts`, { role: 'leader', unit: 'street', reason }),
    await hand.post(`/api/posts/${second.post}/approval`),
    await hand.post(`/api/posts/${second.post}/end`, { reason }),
    await hand.post(`/api/accounts/${id}/password`, { reason }),
    await hand.post(`/api/accounts/${id}/closure`, { reason }),
    await hand.delete(`/api/api-keys/${id}`),
  ];
  expect(replies.map(code)).toEqual(replies.map(() => 'identity.step_up_needed'));
});

test('whoever uses an authenticator proves it by a code of it, and five wrong ones pause them', async () => {
  const { login, hand } = await administrator();
  const { secret } = (await hand.post('/api/me/totp', { password: PASSWORD })).json();
  await hand.post('/api/me/totp/confirmation', { code: totpCode(secret, world.clock.now()) });
  world.clock.advance({ minutes: 12 });
  const prove = (body: object) => hand.post('/api/sessions/current/step-up', body);
  expect(code(await prove({ password: PASSWORD }))).toBe('identity.proof_missing');
  expect((await prove({ code: totpCode(secret, world.clock.now()) })).statusCode).toBe(200);
  const right = () => totpCode(secret, world.clock.now());
  const wrong = () => (right() === '000000' ? '000001' : '000000');
  for (let tries = 0; tries < 5; tries += 1)
    expect(code(await prove({ code: wrong() }))).toBe('identity.wrong_totp');
  world.clock.advance({ minutes: 1 });
  expect(code(await prove({ code: right() }))).toBe('identity.sign_in_paused');
  expect(code(await enter(login, right()))).toBe('identity.sign_in_paused');
});

test('a resident proves it by a code sent to their own phone', async () => {
  const resident = await world.person('resident');
  const hand = world.as(resident);
  expect(code(await hand.post('/api/sessions/current/step-up', {}))).toBe('identity.proof_missing');
  expect((await hand.post('/api/sessions/current/proof-code')).statusCode).toBe(200);
  await world.settle();
  const { items } = (await world.as(null).get('/api/demo/outbox')).json();
  const sent: string = items[0].text.match(/\d{6}/)[0];
  const wrong = sent === '000000' ? '000001' : '000000';
  expect(code(await hand.post('/api/sessions/current/step-up', { code: wrong }))).toBe('identity.wrong_code');
  expect((await hand.post('/api/sessions/current/step-up', { code: sent })).statusCode).toBe(200);
  expect(code(await hand.post('/api/sessions/current/step-up', { code: sent }))).toBe('identity.code_over');
});

test('somebody whose account has no phone is sent to a window instead of waiting for a code', async () => {
  const session = await world.session({ kind: 'resident' });
  await world.asSystem((work) =>
    work.db
      .insertInto('identity.account')
      .values({ street: work.street, id: session.account, kind: 'resident', level: 0, made_at: work.now })
      .execute(),
  );
  expect(code(await world.as(session).post('/api/sessions/current/proof-code'))).toBe('identity.no_phone');
});

test('a staff session ends after half an hour with nobody at it, and lives on while somebody is', async () => {
  const { hand } = await administrator();
  world.clock.advance({ minutes: 20 });
  const stayed = await hand.post('/api/sessions/current/presence');
  expect(new Date(stayed.json().idleUntil).getTime() - world.clock.now().getTime()).toBe(30 * 60_000);
  world.clock.advance({ minutes: 29 });
  expect((await hand.get('/api/me')).json().kind).toBe('staff');
  world.clock.advance({ minutes: 1 });
  expect((await hand.get('/api/me')).json().kind).toBe('guest');
  expect(code(await hand.get('/api/accounts'))).toBe('platform.not_signed_in');
});

test('a resident who proved a real name is at level two wherever they are signed in; staff and strangers never are', async () => {
  const resident = await world.person('resident');
  const person = '0198c0de-0000-7000-8000-000000000001';
  const raise = (account: string, of = person) =>
    world
      .asSystem((work) => raiseToRealName(work, account, of))
      .then(
        () => 'raised',
        (error) => error.code,
      );
  expect(await raise(resident.account)).toBe('raised');
  expect((await world.as(resident).get('/api/me')).json().level).toBe(2);
  expect(await raise(resident.account)).toBe('raised');
  expect(await raise((await world.person('resident')).account)).toBe('identity.person_taken');
  expect(await raise(first.account, '0198c0de-0000-7000-8000-000000000002')).toBe('identity.not_a_resident');
});

test('a login that pauses is opened by an administrator before its time, and its holder is told', async () => {
  const { login } = await administrator();
  const wrong = () => world.as(null).post('/api/sessions', { login, password: 'Not-My-Bridge-1' });
  for (let tries = 0; tries < 5; tries += 1) await wrong();
  expect(code(await enter(login))).toBe('identity.sign_in_paused');
  const found = (await world.as(first).get(`/api/accounts?text=${login}`)).json().items[0];
  const opened = await world
    .as(first)
    .post(`/api/accounts/${found.id}/unlocking`, { reason: '本人来电核实' });
  expect(opened.statusCode).toBe(200);
  const entered = await enter(login);
  expect(entered.statusCode).toBe(200);
  await world.settle();
  const told = (await holding(entered).get('/api/messages')).json().items;
  expect(told.map(({ zh }: { zh: string }) => zh).join()).toContain('解除了您登录的暂停');
});

test('whoever signs in on a device not seen before is told of it', async () => {
  const { login, hand } = await administrator();
  await world.app.inject({
    method: 'POST',
    url: '/api/sessions',
    payload: { login, password: PASSWORD },
    headers: { 'user-agent': 'Unknown Phone 1.0' },
  });
  await world.settle();
  const told = (await hand.get('/api/messages')).json().items;
  expect(told.filter(({ zh }: { zh: string }) => zh.includes('Unknown Phone 1.0'))).toHaveLength(1);
});

test('the holder of a post is told a week before it ends, once', async () => {
  const { hand, login } = await administrator();
  const found = (await world.as(first).get(`/api/accounts?text=${login}`)).json().items[0];
  const until = new Date(world.clock.now().getTime() + 3 * 86_400_000).toISOString();
  const grant = { role: 'department', unit: 'urban_ops', until, reason: '临时顶岗' };
  const post = (await world.as(first).post(`/api/accounts/${found.id}/posts`, grant)).json();
  await world.as(second).post(`/api/posts/${post.id}/approval`);
  await world.settle();
  world.clock.advance({ minutes: 1 });
  await world.settle();
  const told = (await hand.get('/api/messages')).json().items;
  expect(told.filter(({ zh }: { zh: string }) => zh.includes('到期'))).toHaveLength(1);
});

test('the database itself refuses a post of the new kinds that only one person approved', async () => {
  const insert = (role: string) =>
    world
      .asSystem((work) =>
        work.db
          .insertInto('identity.post')
          .values({
            street: work.street,
            id: work.newId(),
            account: second.account,
            unit: 'centre',
            role,
            valid_from: work.now,
            granted_by: first.account,
            approved_by: first.account,
            approved_at: work.now,
            reason: '绕过批准',
          })
          .execute(),
      )
      .then(
        () => 'taken',
        (error) => error.code,
      );
  expect(await Promise.all(['steward', 'privacy', 'auditor'].map(insert))).toEqual([
    '23514',
    '23514',
    '23514',
  ]);
});
