import { roleNames } from '@fengqiao/contract/roles.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, STREET, type World } from '#test/world.ts';
import { lowerRooms } from '#test/rooms.ts';
import type { TestPerson } from '#test/people.ts';
import { createStreet } from '#platform/street.ts';

let world: World;
let first: TestPerson;
let second: TestPerson;
let third: TestPerson;

beforeAll(async () => {
  world = await startWorld({ rooms: lowerRooms });
  [first, second, third] = [
    await world.person('admin'),
    await world.person('admin'),
    await world.person('admin'),
  ];
});
afterAll(() => world.close());

const code = (reply: { json(): { code: string } }) => reply.json().code;
const grant = (by: TestPerson, to: TestPerson, body: object) =>
  world.as(by).post(`/api/accounts/${to.account}/posts`, { reason: '轮岗', ...body });

test('a post opens nothing until a second administrator approves it', async () => {
  const wang = await world.person('department', 'urban_ops');
  const granted = (await grant(first, wang, { role: 'dispatcher', unit: 'centre' })).json();
  expect(granted.state).toBe('waiting');
  expect(code(await world.as(wang).post('/api/sessions/current/post', { post: granted.id }))).toBe(
    'identity.post_not_held',
  );
  expect(code(await world.as(first).post(`/api/posts/${granted.id}/approval`))).toBe('identity.same_eyes');
  expect(
    (await world.as(second).get('/api/posts/waiting')).json().items.map(({ id }: { id: string }) => id),
  ).toContain(granted.id);
  expect((await world.as(second).post(`/api/posts/${granted.id}/approval`)).json().state).toBe('active');
  expect(code(await world.as(third).post(`/api/posts/${granted.id}/approval`))).toBe(
    'identity.post_not_waiting',
  );
  const me = (await world.as(wang).post('/api/sessions/current/post', { post: granted.id })).json();
  expect(me).toMatchObject({ role: 'dispatcher', unit: 'centre', wide: true });
  expect(me.posts).toHaveLength(2);
});

test("the database itself refuses a second pair of eyes that is the first, or the receiver's own", async () => {
  const wang = await world.person('department', 'urban_ops');
  const insert = (granted_by: string, approved_by: string | null) =>
    world.asSystem(({ db, now, newId }) =>
      db
        .insertInto('identity.post')
        .values({
          street: STREET,
          id: newId(),
          account: wang.account,
          unit: 'centre',
          role: 'leader',
          valid_from: now,
          approved_at: now,
          granted_by,
          approved_by,
          reason: '试',
        })
        .execute(),
    );
  await expect(insert(first.account, first.account)).rejects.toThrow('post_check');
  await expect(insert(first.account, wang.account)).rejects.toThrow('post_check');
  await expect(insert(first.account, null)).rejects.toThrow('post_four_eyes');
});

test('the database lets no role be given by one person alone, nor be marked as if it had been', async () => {
  const wang = await world.person('department', 'urban_ops');
  for (const role of roleNames) {
    const insert = world.asSystem(({ db, now, newId }) =>
      db
        .insertInto('identity.post')
        .values({
          street: STREET,
          id: newId(),
          account: wang.account,
          unit: 'urban_ops',
          role,
          valid_from: now,
          valid_to: now,
          approved_at: now,
          granted_by: first.account,
          reason: '试',
        })
        .execute(),
    );
    await expect(insert).rejects.toThrow('post_four_eyes');
  }
  const marked = world.asSystem(({ db }) => db.updateTable('identity.post').set({ sole: true }).execute());
  await expect(marked).rejects.toThrow('permission denied');
});

test('posts of many are approved together, all of them or none, and each stands in the security log', async () => {
  const grids = ['c01-g01', 'c01-g02', 'c02-g02'];
  const posts: string[] = [];
  for (const unit of grids) {
    const worker = await world.person('department', 'urban_ops');
    posts.push((await grant(first, worker, { role: 'grid_worker', unit })).json().id);
  }
  const mine = (
    await grant(second, await world.person('department'), { role: 'community', unit: 'c01' })
  ).json();
  const together = (by: TestPerson, list: string[]) =>
    world.as(by).post('/api/posts/approvals', { posts: list });
  expect(code(await together(second, [...posts, mine.id]))).toBe('identity.same_eyes');
  const done = (await together(second, posts)).json();
  expect(done.items.map(({ state }: { state: string }) => state)).toEqual(['active', 'active', 'active']);
  const auditor = await world.person('auditor');
  const { items } = (
    await world
      .as(auditor)
      .get('/api/audit/security?from=2026-11-01T00:00:00Z&to=2026-12-30T00:00:00Z&kind=account')
  ).json();
  const approved = items.filter(
    ({ act, result }: { act: string; result: string }) => act === 'identity.approvePost' && result === 'done',
  );
  expect(approved.map(({ object }: { object: string }) => object)).toEqual(expect.arrayContaining(posts));
});

test('nobody grants or approves a post for themselves', async () => {
  expect(code(await grant(first, first, { role: 'leader', unit: 'street' }))).toBe('identity.own_post');
  const granted = (await grant(first, second, { role: 'leader', unit: 'street' })).json();
  expect(code(await world.as(second).post(`/api/posts/${granted.id}/approval`))).toBe('identity.own_post');
});

test('a role sits only in the kind of unit it belongs to, and once per person', async () => {
  const wang = await world.person('department', 'urban_ops');
  expect(code(await grant(first, wang, { role: 'department', unit: 'street' }))).toBe(
    'identity.role_not_for_unit',
  );
  expect(code(await grant(first, wang, { role: 'grid_worker', unit: 'c01' }))).toBe(
    'identity.role_not_for_unit',
  );
  expect(code(await grant(first, wang, { role: 'department', unit: 'urban_ops' }))).toBe(
    'identity.post_exists',
  );
  expect(code(await grant(first, wang, { role: 'department', unit: 'no_such_unit' }))).toBe(
    'platform.not_found',
  );
});

test('what I may see follows from my post: the unit and everything below it, and nothing for an administrator', async () => {
  const me = async (person: TestPerson) => (await world.as(person).get('/api/me')).json();
  expect((await me(await world.person('community', 'c01'))).units).toEqual(['c01', 'c01-g01', 'c01-g02']);
  expect((await me(await world.person('grid_worker', 'c02-g01'))).units).toEqual(['c02-g01']);
  expect(await me(first)).toMatchObject({ units: [], wide: false });
});

test('an ended post ends the sessions at it at once', async () => {
  const wang = await world.person('department', 'urban_ops');
  expect((await world.as(first).post(`/api/posts/${wang.post}/end`, { reason: '调离' })).json().state).toBe(
    'ended',
  );
  expect((await world.as(wang).get('/api/me')).json().kind).toBe('guest');
});

test('a post with an end date carries its session no further', async () => {
  const wang = await world.person('department', 'urban_ops');
  const until = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
  const granted = (await grant(first, wang, { role: 'department', unit: 'law_enforcement', until })).json();
  await world.as(second).post(`/api/posts/${granted.id}/approval`);
  expect((await world.as(wang).post('/api/sessions/current/post', { post: granted.id })).json().endsAt).toBe(
    until,
  );
  world.clock.advance({ hours: 1 });
  expect((await world.as(wang).get('/api/me')).json().kind).toBe('guest');
});

test('somebody whose only post has ended is told why the door stays shut', async () => {
  const { account, password } = (
    await world.as(first).post('/api/accounts', {
      name: '临时',
      login: 'temporary',
      role: 'department',
      unit: 'urban_ops',
      reason: '借用',
    })
  ).json();
  await world.as(first).post(`/api/posts/${account.posts[0].id}/end`, { reason: '借用期满' });
  const reply = await world
    .as(null)
    .post('/api/sessions', { login: 'temporary', password, newPassword: 'Maple-Bridge-77' });
  expect([reply.statusCode, code(reply)]).toEqual([403, 'identity.no_post']);
});

test('a closed account holds no post, takes none, and cannot sign in', async () => {
  const { account, password } = (
    await world.as(first).post('/api/accounts', {
      name: '离职',
      login: 'leaver',
      role: 'department',
      unit: 'urban_ops',
      reason: '入职',
    })
  ).json();
  expect(
    (await world.as(first).post(`/api/accounts/${account.id}/closure`, { reason: '离职' })).json(),
  ).toMatchObject({ state: 'closed', posts: [] });
  expect(
    code(
      await world
        .as(first)
        .post(`/api/accounts/${account.id}/posts`, { role: 'department', unit: 'urban_ops', reason: '返聘' }),
    ),
  ).toBe('identity.account_closed');
  expect(
    code(
      await world
        .as(null)
        .post('/api/sessions', { login: 'leaver', password, newPassword: 'Maple-Bridge-77' }),
    ),
  ).toBe('identity.wrong_sign_in');
});

test('a login belongs to one person', async () => {
  const body = { name: '甲', login: 'same-login', role: 'department', unit: 'urban_ops', reason: '入职' };
  expect((await world.as(first).post('/api/accounts', body)).statusCode).toBe(200);
  expect(code(await world.as(first).post('/api/accounts', { ...body, login: 'Same-Login' }))).toBe(
    'identity.login_taken',
  );
  expect(
    code(await world.as(first).post('/api/accounts', { ...body, login: 'other-login', phone: '12345' })),
  ).toBe('platform.invalid_input');
});

test('two administrators always remain', async () => {
  expect((await world.as(first).post(`/api/posts/${third.post}/end`, { reason: '轮换' })).statusCode).toBe(
    200,
  );
  expect(code(await world.as(first).post(`/api/posts/${second.post}/end`, { reason: '轮换' }))).toBe(
    'identity.last_admin',
  );
});

test('an administrator of one street cannot touch the people of another', async () => {
  await createStreet(world.platform.db, {
    id: 'hanshan',
    nameZh: '寒山街道',
    nameEn: 'Hanshan',
    prefix: 'HS',
    now: world.clock.now(),
  });
  const there = await world.person('department', 'urban_ops', 'hanshan');
  expect((await grant(first, there, { role: 'department', unit: 'law_enforcement' })).statusCode).toBe(404);
  expect((await world.as(first).post(`/api/posts/${there.post}/end`, { reason: '越权' })).statusCode).toBe(
    404,
  );
  expect((await world.as(first).get('/api/accounts?limit=100')).body).not.toContain(there.account);
  const seen = await world.asSystem(({ db }) =>
    db.selectFrom('identity.account').select('id').where('id', '=', there.account).execute(),
  );
  expect(seen).toEqual([]);
});

test('the list of accounts is paged and found by name, unit and role', async () => {
  const page = (await world.as(first).get('/api/accounts?limit=3')).json();
  const next = (await world.as(first).get(`/api/accounts?limit=3&after=${page.next}`)).json();
  expect(new Set([...page.items, ...next.items].map(({ id }: { id: string }) => id)).size).toBe(6);
  const found = (await world.as(first).get(`/api/accounts?role=grid_worker&unit=c02-g01`)).json().items;
  expect(found.map(({ posts }: { posts: { role: string }[] }) => posts[0]?.role)).toEqual(['grid_worker']);
  expect(
    (await world.as(first).get(`/api/accounts?text=${encodeURIComponent('same-')}`)).json().items,
  ).toHaveLength(1);
});
