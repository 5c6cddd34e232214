import { afterAll, beforeAll, expect, test } from 'vitest';
import { COOKIE } from '#platform/http.ts';
import { startWorld, type World } from '#test/world.ts';
import { lowerRooms } from '#test/rooms.ts';

let world: World;
let phones = 0;

beforeAll(async () => {
  world = await startWorld({ rooms: lowerRooms, env: { DEMO: 'on' } });
});
afterAll(() => world.close());

const newPhone = () => `1371234${String((phones += 1)).padStart(4, '0')}`;
const code = (reply: { json(): { code: string } }) => reply.json().code;
const ask = (phone: string) => world.as(null).post('/api/phone-codes', { phone });
const enter = (phone: string, given: string) =>
  world.as(null).post('/api/phone-sessions', { phone, code: given });
const holding = (token: string) => world.as({ token, account: '', name: '', street: world.street });

/** What stands in the text message that reached the phone. */
async function codeSentTo(phone: string): Promise<string> {
  await world.settle();
  const { items } = (await world.as(null).get('/api/demo/outbox')).json();
  return items.find((message: { to: string }) => message.to === phone)?.text.match(/\d{6}/)[0] ?? '';
}

async function signedIn(phone: string) {
  await ask(phone);
  const reply = await enter(phone, await codeSentTo(phone));
  expect(reply.statusCode).toBe(200);
  return {
    token: reply.cookies.find(({ name }) => name === COOKIE)?.value ?? '',
    me: reply.json(),
    cookie: reply.cookies[0],
  };
}

const wrong = (right: string) => (right === '000000' ? '000001' : '000000');

test('a resident signs in by phone code, gets an account at the first time and the same one later', async () => {
  const phone = newPhone();
  const first = await signedIn(phone);
  expect(first.me).toMatchObject({
    kind: 'resident',
    level: 1,
    role: null,
    units: [],
    maskedPhone: `137****${phone.slice(-4)}`,
  });
  expect(first.cookie?.maxAge).toBe(30 * 86_400);
  world.clock.advance({ minutes: 2 });
  await ask(`+86${phone}`);
  const again = await enter(`+86${phone}`, await codeSentTo(phone));
  expect(again.json().account).toBe(first.me.account);
});

test('asking for a code says the same whether the phone is known or not', async () => {
  const known = newPhone();
  await signedIn(known);
  world.clock.advance({ minutes: 2 });
  const replies = [await ask(known), await ask(newPhone())];
  expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect(replies[0]?.json()).toEqual(replies[1]?.json());
});

test('a code works for ten minutes, once', async () => {
  const phone = newPhone();
  await ask(phone);
  const sent = await codeSentTo(phone);
  world.clock.advance({ minutes: 10 });
  expect(code(await enter(phone, sent))).toBe('identity.code_over');
  await ask(phone);
  const again = await codeSentTo(phone);
  expect((await enter(phone, again)).statusCode).toBe(200);
  expect(code(await enter(phone, again))).toBe('identity.code_over');
});

test('a new code replaces the one before', async () => {
  const phone = newPhone();
  await ask(phone);
  const old = await codeSentTo(phone);
  world.clock.advance({ minutes: 1 });
  await ask(phone);
  const fresh = await codeSentTo(phone);
  if (old !== fresh) expect(code(await enter(phone, old))).toBe('identity.wrong_code');
  expect((await enter(phone, fresh)).statusCode).toBe(200);
});

test('five wrong tries use a code up, also when they come at once', async () => {
  const phone = newPhone();
  await ask(phone);
  const sent = await codeSentTo(phone);
  const said = await Promise.all(Array.from({ length: 8 }, () => enter(phone, wrong(sent))));
  expect(said.map(code).filter((one) => one === 'identity.wrong_code')).toHaveLength(5);
  expect(code(await enter(phone, sent))).toBe('identity.code_over');
});

test('codes to one phone come a minute apart and five an hour', async () => {
  const phone = newPhone();
  expect((await ask(phone)).statusCode).toBe(200);
  const soon = await ask(phone);
  expect([soon.statusCode, code(soon)]).toEqual([429, 'identity.code_too_soon']);
  for (let n = 1; n < 5; n += 1) {
    world.clock.advance({ minutes: 2 });
    expect((await ask(phone)).statusCode).toBe(200);
  }
  world.clock.advance({ minutes: 2 });
  expect(code(await ask(phone))).toBe('identity.code_too_soon');
  world.clock.advance({ minutes: 60 });
  expect((await ask(phone)).statusCode).toBe(200);
});

test('a name is optional, stored sealed, and can be taken back', async () => {
  const { token, me } = await signedIn(newPhone());
  expect((await holding(token).put('/api/me/name', { name: '顾秋白' })).json().name).toBe('顾秋白');
  const row = await world.asSystem(({ db }) =>
    db.selectFrom('identity.account').selectAll().where('id', '=', me.account).executeTakeFirstOrThrow(),
  );
  expect(JSON.stringify(row)).not.toContain('顾秋白');
  expect(row.name_enc?.includes(Buffer.from('顾秋白'))).toBe(false);
  expect((await holding(token).put('/api/me/name', { name: '' })).json().name).toBe('居民');
});

test('how I like to use the product follows me', async () => {
  const { token } = await signedIn(newPhone());
  await holding(token).put('/api/me/settings', { language: 'en', elder: true });
  expect((await holding(token).get('/api/me')).json().settings).toEqual({ language: 'en', elder: true });
});

test('a guest needs no account and belongs to the street asked for', async () => {
  const me = (await world.as(null).get('/api/me')).json();
  expect(me).toMatchObject({
    kind: 'guest',
    account: null,
    level: 0,
    street: { id: world.street, hotline: '12345' },
    posts: [],
  });
  expect((await world.as(null).get('/api/me', { headers: { 'x-street': 'nowhere' } })).statusCode).toBe(404);
  expect(code(await world.as(null).put('/api/me/name', { name: '某人' }))).toBe('platform.not_signed_in');
});

test('a resident opens no door of the staff', async () => {
  const { token } = await signedIn(newPhone());
  for (const path of ['/api/accounts', '/api/api-keys', '/api/posts/waiting', '/api/messages/failed']) {
    expect((await holding(token).get(path)).statusCode).toBe(403);
  }
});

test('a sealed name that somebody altered in the database is not shown', async () => {
  const { token, me } = await signedIn(newPhone());
  await holding(token).put('/api/me/name', { name: '顾秋白' });
  await world.asSystem(({ db }) =>
    db
      .updateTable('identity.account')
      .set({ name_enc: Buffer.alloc(64, 1) })
      .where('id', '=', me.account)
      .execute(),
  );
  const reply = await holding(token).get('/api/me');
  expect([reply.statusCode, code(reply)]).toEqual([500, 'identity.seal_broken']);
});
