import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#test/people.ts';
import { lowerRooms } from '#test/rooms.ts';
import { startWorld, type World } from '#test/world.ts';

const HOST = 'fengqiao.example.gov.cn';
const APP = 'https://app.example.gov.cn';
const PHONE = '19900007788';

let world: World;
let admin: TestPerson;
let other: TestPerson;
let key: string;
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

beforeAll(async () => {
  world = await startWorld({
    rooms: lowerRooms,
    env: { DEMO: 'on', SECURE_COOKIES: 'on', EMBED_ORIGINS: APP },
  });
  [admin, other] = [await world.person('admin'), await world.person('admin')];
  key = (await register({ publicKey: spki })).json().id;
  expect(said(await enter(token()))).toEqual([401, 'identity.hand_over_bad']);
  await approve(key);
});
afterAll(() => world.close());

const approve = (id: string) => world.as(other).post(`/api/api-keys/${id}/approval`);
const register = (more: object) =>
  world.as(admin).post('/api/api-keys', { name: '区级应用', scopes: ['hand_over'], ...more });

let nonces = 0;
type Said = { aud?: string; sub?: string; nonce?: string; iat?: number; exp?: number };
/** A token as the app of the district makes it. */
function token(said: Said = {}, by: { key?: KeyObject; kid?: string; alg?: string } = {}): string {
  const now = Math.floor(world.clock.now().getTime() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    aud: HOST,
    sub: PHONE,
    nonce: `nonce-of-this-test-${(nonces += 1)}`,
    iat: now,
    exp: now + 60,
    ...said,
  };
  const signed = `${part({ alg: by.alg ?? 'EdDSA', kid: by.kid ?? key })}.${part(claims)}`;
  return `${signed}.${sign(null, Buffer.from(signed), by.key ?? privateKey).toString('base64url')}`;
}

const enter = (given: string) =>
  world.as(null).post('/api/hand-overs', { token: given }, { headers: { host: HOST } });
const said = (reply: { statusCode: number; json(): { code?: string } }) => [
  reply.statusCode,
  reply.json().code,
];

test('somebody whom the district’s app has signed in comes in as known by phone, without a code', async () => {
  const reply = await enter(token());
  expect(reply.json()).toMatchObject({ kind: 'resident', level: 1, maskedPhone: '199****7788' });
  const again = await enter(token());
  expect(again.json().account).toBe(reply.json().account);
});

test('the cookie of an embedded page travels in a frame, over TLS only and apart for each site', async () => {
  const cookie = String((await enter(token())).headers['set-cookie']);
  expect(cookie).toMatch(/SameSite=None/);
  expect(cookie).toMatch(/Secure/);
  expect(cookie).toMatch(/Partitioned/);
  expect(cookie).toMatch(/HttpOnly/);
});

test('its word is good for the phone and no further: a grave act asks for a code', async () => {
  const { value } = (await enter(token())).cookies[0] ?? { value: '' };
  const somebody = { token: value, account: '', name: '', street: world.street };
  const asked = { phone: '19900001111', acts: ['reports.report'], until: '2026-12-31' };
  expect(said(await world.as(somebody).post('/api/mandates/helpers', asked))).toEqual([
    403,
    'identity.step_up_needed',
  ]);
});

test('a token signed by another key, or by none, or changed on the way, opens nothing', async () => {
  const other = generateKeyPairSync('ed25519').privateKey;
  expect(said(await enter(token({}, { key: other })))).toEqual([401, 'identity.hand_over_bad']);
  const [head = '', , mark = ''] = token().split('.');
  const changed = Buffer.from(JSON.stringify({ aud: HOST, sub: '19900009999' })).toString('base64url');
  expect(said(await enter(`${head}.${changed}.${mark}`))).toEqual([401, 'identity.hand_over_bad']);
  expect(said(await enter(token({}, { alg: 'none' })))).toEqual([401, 'identity.hand_over_bad']);
  expect(said(await enter('x'.repeat(80)))).toEqual([401, 'identity.hand_over_bad']);
});

test('a key that was ended, or was made for other things, hands nobody over', async () => {
  const ended = (await register({ publicKey: spki })).json().id;
  await approve(ended);
  await world.as(admin).delete(`/api/api-keys/${ended}`);
  expect(said(await enter(token({}, { kid: ended })))).toEqual([401, 'identity.hand_over_bad']);
  const stats = (
    await world.as(admin).post('/api/api-keys', { name: '统计', scopes: ['read_stats'], publicKey: spki })
  ).json().id;
  await approve(stats);
  expect(said(await enter(token({}, { kid: stats })))).toEqual([401, 'identity.hand_over_bad']);
});

test('a token holds once', async () => {
  const once = token();
  expect((await enter(once)).statusCode).toBe(200);
  expect(said(await enter(once))).toEqual([401, 'identity.hand_over_used']);
});

test('a token holds a minute, and cannot ask for more', async () => {
  const late = token();
  world.clock.advance({ seconds: 61 });
  expect(said(await enter(late))).toEqual([401, 'identity.hand_over_over']);
  const now = Math.floor(world.clock.now().getTime() / 1000);
  expect(said(await enter(token({ exp: now + 3600 })))).toEqual([401, 'identity.hand_over_bad']);
  expect(said(await enter(token({ iat: now + 600, exp: now + 660 })))).toEqual([
    401,
    'identity.hand_over_bad',
  ]);
});

test('a token for another site is not taken here', async () => {
  expect(said(await enter(token({ aud: 'other.example.gov.cn' })))).toEqual([
    401,
    'identity.hand_over_elsewhere',
  ]);
});

test('a token must vouch for a mobile number', async () => {
  expect(said(await enter(token({ sub: 'alice' })))).toEqual([401, 'identity.hand_over_bad']);
});

test('a key that hands people over is registered with the public key of the other app', async () => {
  expect(said(await register({}))).toEqual([422, 'identity.key_not_ed25519']);
  expect(said(await register({ publicKey: Buffer.alloc(44).toString('base64') }))).toEqual([
    422,
    'identity.key_not_ed25519',
  ]);
});

test('only the pages of residents may be framed, and only by the sites the operator named', async () => {
  const policyOf = async (url: string) => {
    const { headers } = await world.app.inject({ url });
    return [
      /frame-ancestors [^;]*/.exec(String(headers['content-security-policy']))?.[0],
      headers['x-frame-options'],
    ];
  };
  expect(await policyOf('/report')).toEqual([`frame-ancestors 'self' ${APP}`, undefined]);
  for (const closed of ['/console/', '/field/', '/api/me'])
    expect(await policyOf(closed)).toEqual(["frame-ancestors 'self'", 'SAMEORIGIN']);
});

test('spent tokens are forgotten once they are over by themselves', async () => {
  await enter(token());
  const kept = () => world.asSystem(({ db }) => db.selectFrom('identity.hand_over').selectAll().execute());
  expect((await kept()).length).toBeGreaterThan(0);
  world.clock.advance({ days: 2 });
  await world.settle();
  expect(await kept()).toEqual([]);
});
