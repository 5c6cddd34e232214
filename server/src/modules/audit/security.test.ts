import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createSocket } from 'node:dgram';
import { sql } from 'kysely';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#platform/crypto/password.ts';
import { asSuperuser } from '#test/inspect.ts';
import type { TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { bundleOf, verifyBundle, verifySeal } from './index.ts';

let world: World;
let admin: TestPerson;
let second: TestPerson;
let auditor: TestPerson;
let wang: TestPerson;
let login: string;
const PASSWORD = 'a long enough 1';
beforeAll(async () => {
  world = await startWorld();
  [admin, second] = [await world.person('admin'), await world.person('admin')];
  auditor = await world.person('auditor');
  wang = await world.person('department', 'urban_ops');
  const hash = await hashPassword(PASSWORD);
  const row = await world.asSystem(({ db }) =>
    db
      .updateTable('identity.account')
      .set({ password_hash: hash })
      .where('id', '=', wang.account)
      .returning('login')
      .executeTakeFirstOrThrow(),
  );
  login = row.login ?? '';
});
afterAll(() => world.close());

const span = 'from=2026-11-01T00:00:00Z&to=2026-12-31T00:00:00Z';
const log = async (query = '') =>
  (await world.as(auditor).get(`/api/audit/security?${span}${query}`)).json().items;
const signIn = (body: object) => world.as(null).post('/api/sessions', body);
const code = (reply: { json(): { code?: string } }) => reply.json().code;

test('a sign-in stands in the log with who, from where and that it was done; one that failed, with why and at whose account', async () => {
  await signIn({ login, password: 'wrong one 1' });
  await signIn({ login, password: PASSWORD });
  const [done, device, failed] = await log('&kind=sign_in');
  expect(device).toMatchObject({ act: 'identity.newDevice', account: wang.account, name: wang.name });
  expect(done).toMatchObject({
    act: 'identity.signIn',
    result: 'done',
    code: null,
    account: wang.account,
    name: wang.name,
    role: 'department',
    unit: 'urban_ops',
    network: '127.0.0.0/24',
  });
  expect(failed).toMatchObject({
    result: 'refused',
    code: 'identity.wrong_sign_in',
    account: null,
    whom: wang.account,
    detail: login,
    machine: done.machine,
  });
  expect(done.machine).toMatch(/^[0-9a-f]{8}$/);
});

test('a login that nobody has may be a password in the wrong field, and is kept as a mark only', async () => {
  await signIn({ login: 'hunter2-secret', password: 'x' });
  const [tried] = await log('&result=refused');
  expect(tried).toMatchObject({ whom: null, detail: null });
  expect(tried.object).toMatch(/^login:[0-9a-f]{8}$/);
  expect(JSON.stringify(tried)).not.toContain('hunter2');
});

test('five wrong tries close the login, which stands in the log and in the summary beside what else is unusual', async () => {
  for (let i = 0; i < 5; i += 1) await signIn({ login, password: 'wrong one 1' });
  expect(code(await signIn({ login, password: PASSWORD }))).toBe('identity.sign_in_paused');
  const [paused] = (await log('&kind=sign_in')).filter(
    ({ act }: { act: string }) => act === 'identity.paused',
  );
  expect(paused).toMatchObject({ result: 'done', account: null, whom: wang.account, detail: login });
  const { odd, kinds } = (await world.as(auditor).get(`/api/audit/security/summary?${span}`)).json();
  expect(odd).toContainEqual(expect.objectContaining({ what: 'guessing', account: wang.account, times: 7 }));
  expect(odd).toContainEqual(expect.objectContaining({ what: 'paused', account: wang.account, name: login }));
  expect(kinds).toContainEqual(expect.objectContaining({ kind: 'sign_in', refused: 8 }));
});

test('an act of an administrator stands there with the reason; one that was refused, too; a repeated one once', async () => {
  const grant = { role: 'dispatcher', unit: 'centre', reason: '轮岗' };
  const send = () =>
    world.as(admin).post(`/api/accounts/${wang.account}/posts`, grant, { key: 'the-same-key-1' });
  const post = (await send()).json();
  await send();
  expect(code(await world.as(admin).post(`/api/posts/${post.id}/approval`))).toBe('identity.same_eyes');
  await world.as(second).post(`/api/posts/${post.id}/approval`);
  expect(code(await world.as(wang).post(`/api/posts/${post.id}/approval`))).toBe('platform.not_allowed');
  const found = await log(`&kind=account&account=${wang.account}`);
  expect(found.map((one: { act: string; code: string | null }) => [one.act, one.code])).toEqual([
    ['identity.approvePost', 'platform.not_allowed'],
    ['identity.approvePost', null],
    ['identity.grantPost', null],
  ]);
  expect(found[2]).toMatchObject({
    name: admin.name,
    object: post.id,
    whom: wang.account,
    detail: `${wang.name} · dispatcher · centre · 轮岗`,
  });
});

test('what is only a step on the way, such as proving again, is no failure', async () => {
  const fresh = await world.person('admin');
  await world.asSystem(({ db }) =>
    db
      .updateTable('identity.session')
      .set({ stepped_until: null })
      .where('account', '=', fresh.account)
      .execute(),
  );
  const asked = await world.as(fresh).post(`/api/accounts/${wang.account}/unlocking`, { reason: '核实' });
  expect(code(asked)).toBe('identity.step_up_needed');
  expect(await log(`&account=${fresh.account}`)).toEqual([]);
});

test('those whose acts stand in the log do not read it: not by the operation, and not past the row policy', async () => {
  expect(code(await world.as(admin).get(`/api/audit/security?${span}`))).toBe('platform.not_allowed');
  const rows = await world.platform.db.transaction().execute(async (tx) => {
    await sql`select set_config('fengqiao.session', (select id::text from identity.session where account = ${admin.account}), true)`.execute(
      tx,
    );
    return (await sql`select from audit.security_event`.execute(tx)).rows;
  });
  expect(rows).toEqual([]);
});

test('the program adds to the log and never changes or removes; the seal tells what its owner altered', async () => {
  for (const act of ['update audit.security_event set act = act', 'delete from audit.security_event'])
    await expect(
      world.asSystem(({ db }) => db.executeQuery({ sql: act, parameters: [] } as never)),
    ).rejects.toThrow('permission denied');
  for (;;) {
    await world.settle();
    if ((await world.as(auditor).get('/api/audit/seal')).json().waiting === 0) break;
    await wait(5);
  }
  const verify = () => world.asSystem((work) => verifySeal(work));
  const { size, problems } = await verify();
  expect(problems).toEqual([]);
  expect(size).toBe((await log('&limit=100')).length);
  const [one] = await log('&result=refused');
  const proof = await world.as(auditor).get(`/api/audit/accesses/${one.id}/proof`);
  expect(proof.statusCode).toBe(200);
  await asSuperuser(world.url, (ask) =>
    ask(`update audit.security_event set result = 'done', code = null where id = '${one.id}'`),
  );
  expect((await verify()).problems).toMatchObject([{ kind: 'altered', access: one.id }]);
  const lines = await world.asSystem(async (work) => Array.fromAsync(bundleOf(work)));
  const feed = async function* () {
    for (const line of lines) yield line.trim();
  };
  expect((await verifyBundle(feed()))?.problems).toMatchObject([{ kind: 'altered', access: one.id }]);
  await asSuperuser(world.url, (ask) =>
    ask(`update audit.security_event set result = 'refused', code = '${one.code}' where id = '${one.id}'`),
  );
  expect((await verify()).problems).toEqual([]);
});

test('an auditor reviews the log and takes it along as a table; both stand in it', async () => {
  const until = world.clock.now().toISOString();
  const later = await world
    .as(auditor)
    .post('/api/audit/security/reviews', { until: '2026-12-30T00:00:00Z', note: '过早' });
  expect(later.statusCode).toBe(422);
  const body = { until, note: '失败登录已核实为本人' };
  expect((await world.as(auditor).post('/api/audit/security/reviews', body)).statusCode).toBe(200);
  const { reviewed } = (await world.as(auditor).get(`/api/audit/security/summary?${span}`)).json();
  expect(reviewed).toMatchObject({ until, note: '失败登录已核实为本人', name: auditor.name });
  const [from, to] = ['2026-11-01T00:00:00Z', '2026-12-31T00:00:00Z'];
  const taken = (
    await world
      .as(auditor)
      .post('/api/audit/security/exports', { from, to, result: 'refused', reason: '季度检查' })
  ).json();
  expect(taken.csv).toContain('identity.wrong_sign_in');
  expect((await log('&kind=log')).map(({ act }: { act: string }) => act)).toEqual([
    'audit.exportSecurity',
    'audit.reviewSecurity',
    'audit.reviewSecurity',
  ]);
  const tooLong = await world
    .as(auditor)
    .get('/api/audit/security?from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z');
  expect(code(tooLong)).toBe('audit.window_unusable');
});

/** An entry stays out while an older transaction of another test file runs on the same server. */
async function settledUntil(isSo: () => boolean): Promise<void> {
  do {
    await world.settle();
    await wait(5);
  } while (!isSo());
}

test('the log is sent on to a collector as RFC 5424, by TCP with lengths and by UDP, from where it stopped', async () => {
  const got: string[] = [];
  const server = createServer((socket) =>
    socket.setEncoding('utf8').on('data', (text) => got.push(String(text))),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { settings } = world.platform;
  const to = (by: 'tcp' | 'udp', at: number) =>
    Object.assign(settings, { syslog: { by, host: '127.0.0.1', port: at } });
  to('tcp', port);
  await settledUntil(() => got.length > 0);
  server.close();
  const [first = ''] = got.join('').split(/(?<=成功)\d+ (?=<1)/);
  expect(first).toMatch(
    /^\d+ <10[89]>1 2026-11-23T02:00:00\.000Z \S+ fengqiao - identity\.signIn \[fengqiao@32473 id="[0-9a-f-]{36}" street="tingfeng" kind="sign_in" result="refused"/,
  );
  const udp = createSocket('udp4');
  udp.bind(0, '127.0.0.1');
  await once(udp, 'listening');
  to('udp', udp.address().port);
  await signIn({ login: 'nobody-here', password: 'x' });
  const came: string[] = [];
  udp.on('message', (bytes) => came.push(String(bytes)));
  await settledUntil(() => came.some((one) => one.includes('code="identity.wrong_sign_in"')));
  expect(came.at(-1)).toContain('identity.signIn');
  udp.close();
  Object.assign(settings, { syslog: null });
});
