import { afterAll, beforeAll, expect, test } from 'vitest';
import { COOKIE } from '#platform/http.ts';
import { readSettings } from '#platform/config.ts';
import type { TestPerson } from '#test/people.ts';
import { CLIENT, startProvider, type TestProvider } from '#test/provider.ts';
import { lowerRooms } from '#test/rooms.ts';
import { startWorld, type World } from '#test/world.ts';

const HOST = 'street.test';
const BACK = `http://${HOST}/api/sign-on/back`;

let provider: TestProvider;
let world: World;
let admin: TestPerson;
let other: TestPerson;

beforeAll(async () => {
  provider = await startProvider([BACK], `http://${HOST}/console/sign-in`);
  world = await startWorld({
    rooms: lowerRooms,
    at: new Date().toISOString(),
    env: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
    },
  });
  [admin, other] = [await world.person('admin'), await world.person('admin')];
});
afterAll(async () => {
  await world.close();
  await provider.close();
});

type Jar = Record<string, string>;
type Reply = Awaited<ReturnType<World['app']['inject']>>;

const get = (url: string, cookies: Jar = {}): Promise<Reply> =>
  world.app.inject({ method: 'GET', url, cookies, headers: { host: HOST } });
const cookiesOf = (reply: Reply): Jar =>
  Object.fromEntries(reply.cookies.map(({ name, value }) => [name, value]));

const refusedBy = (refusal: string) => `/console/sign-in?refused=${refusal}`;

/** From the console out to the provider and back, as somebody there; gives the reply to the way back. */
async function through(login: string, { query = '', held = {} }: { query?: string; held?: Jar } = {}) {
  const out = await get(`/api/sign-on${query}`, held);
  expect(out.statusCode).toBe(302);
  const jar = { ...held, ...cookiesOf(out) };
  const back = new URL(await provider.walk(String(out.headers.location), login));
  return { back, jar, reply: await get(`${back.pathname}${back.search}`, jar) };
}

async function colleague(login: string): Promise<string> {
  const given = { name: '沈清', login, role: 'department', unit: 'urban_ops', reason: '新入职' };
  const reply = await world.as(admin).post('/api/accounts', given);
  expect(reply.statusCode).toBe(200);
  const { account } = reply.json();
  await world.as(other).post(`/api/posts/${account.posts[0].id}/approval`);
  return account.id;
}

test('a colleague signs in at the street’s own provider and stands at the desk they wanted', async () => {
  await colleague('shen.qing');
  const { reply } = await through('Shen.Qing', { query: '?next=/handling' });
  expect(reply.headers.location).toBe('/console/handling');
  const me = await get('/api/me', cookiesOf(reply));
  expect(me.json()).toMatchObject({ kind: 'staff', login: 'shen.qing', role: 'department', signOn: 'used' });
});

test('whom the provider knows and the street does not gets no account by that', async () => {
  const { reply } = await through('somebody.else');
  expect(reply.headers.location).toBe(refusedBy('identity.sign_on_unknown'));
  expect(reply.cookies.find(({ name }) => name === COOKIE)).toBeUndefined();
});

test('an account that was closed opens nothing any more', async () => {
  const id = await colleague('gone.away');
  await world.as(admin).post(`/api/accounts/${id}/closure`, { reason: '离职' });
  const { reply } = await through('gone.away');
  expect(reply.headers.location).toBe(refusedBy('identity.sign_on_unknown'));
});

test('a way back that was never begun here, was used before, or was altered signs nobody in', async () => {
  await colleague('lin.mo');
  const { back, jar, reply } = await through('lin.mo');
  expect(reply.headers.location).toBe('/console/');
  const url = `${back.pathname}${back.search}`;
  const failed = refusedBy('identity.sign_on_failed');
  expect((await get(url)).headers.location).toBe(failed);
  expect((await get(url, jar)).headers.location).toBe(failed);
  const fresh = await get('/api/sign-on');
  expect((await get(url, cookiesOf(fresh))).headers.location).toBe(failed);
  expect((await get(url, { ...jar, fengqiao_sign_on: 'AAAA' })).headers.location).toBe(failed);
});

test('the way out carries state, nonce and a challenge, and comes back only to this platform', async () => {
  const out = await get('/api/sign-on?next=//elsewhere.test');
  const { searchParams } = new URL(String(out.headers.location));
  expect(searchParams.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(searchParams.get(name)?.length).toBeGreaterThan(20);
  expect(searchParams.get('redirect_uri')).toBe(BACK);
  const kept = out.cookies.find(({ name }) => name === 'fengqiao_sign_on');
  expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Lax', maxAge: 600 });
});

test('somebody who came that way proves again that it is they at the provider, and nobody else can for them', async () => {
  await colleague('qian.li');
  await colleague('other.one');
  const { reply } = await through('qian.li');
  const held = cookiesOf(reply);
  const again = await through('qian.li', { query: '?again=1&next=/account', held });
  expect(again.reply.headers.location).toBe('/console/account');
  const stolen = await through('other.one', { query: '?again=1', held });
  expect(stolen.reply.headers.location).toBe(refusedBy('identity.sign_on_failed'));
});

test('signing out ends the session at the provider as well', async () => {
  const reply = await get('/api/sign-on/end');
  const to = new URL(String(reply.headers.location));
  expect(to.origin).toBe(provider.issuer);
  expect(to.searchParams.get('post_logout_redirect_uri')).toBe(`http://${HOST}/console/sign-in`);
});

test('without a provider there is no such way in, and half a setting is told at the start', async () => {
  const plain = await startWorld({ rooms: lowerRooms });
  const reply = await plain.as(null).get('/api/sign-on');
  expect([reply.statusCode, reply.json().code]).toEqual([404, 'identity.sign_on_off']);
  expect((await plain.as(null).get('/api/me')).json().signOn).toBe('none');
  await plain.close();
  expect(() => readSettings({ OIDC_ISSUER: 'https://id.example.org' })).toThrow('OIDC_CLIENT_ID');
  expect(() =>
    readSettings({ OIDC_ISSUER: 'http://id.example.org', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }),
  ).toThrow('OIDC_ISSUER must be an https address');
});
