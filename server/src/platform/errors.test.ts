import { AbortedTransactionError } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startWorld } from '#test/world.ts';
import { refusalFor } from './errors.ts';

const postgres = (code: string, message = 'words of the database') =>
  Object.assign(new Error(message), { code });

test.each([
  ['a deadlock', postgres('40P01')],
  ['a lost connection', postgres('08006')],
  ['a server that shuts down', postgres('57P01')],
  ['a primary that became a replica', postgres('25006')],
  ['a refused connection', postgres('ECONNREFUSED')],
  ['a connection cut in mid-sentence', new Error('Connection terminated unexpectedly')],
  ['a pool without a free connection', new Error('timeout exceeded when trying to connect')],
  ['a commit that became a rollback', new AbortedTransactionError()],
])('%s is told as "try again shortly"', (_what, error) => {
  const refusal = refusalFor(error);
  expect([refusal.code, refusal.status, refusal.details.retryAfter]).toEqual([
    'platform.unavailable',
    503,
    2,
  ]);
});

test.each([
  ['the database', postgres('53100')],
  ['the database, of a quota', postgres('XX000', 'could not extend file "base/1/2": Disk quota exceeded')],
  ['the system', postgres('ENOSPC', 'ENOSPC: no space left on device, write')],
])('a full disk is told as one, whoever says so: %s', (_who, error) => {
  const refusal = refusalFor(error);
  expect([refusal.code, refusal.status, refusal.details.retryAfter]).toEqual(['platform.disk_full', 503, 10]);
});

test.each([
  ['a broken constraint nobody foresaw', postgres('23505', 'duplicate key value (phone)=(138...)')],
  ['a mistake in a statement', postgres('42703')],
  ['anything thrown that is no error', 'a text'],
])('%s is ours to mend, and tells nothing', (_what, error) => {
  expect([refusalFor(error).code, refusalFor(error).details]).toEqual(['platform.failed', {}]);
});

test('a character PostgreSQL cannot keep is the sender\u2019s to mend', () => {
  expect(refusalFor(postgres('22021')).code).toBe('platform.invalid_input');
});

test('when the database goes away requests are told so, and served again when it is back', async () => {
  const world = await startWorld({ rooms: [] });
  const { name, owner } = await closeDoor(world.url);
  const reply = await world.as(null).post('/api/upload-nonces', {});
  expect([reply.statusCode, reply.json().code, reply.headers['retry-after']]).toEqual([
    503,
    'platform.unavailable',
    '2',
  ]);
  expect((await world.as(null).get('/api/health')).json()).toMatchObject({
    ok: false,
    database: 'down',
    says: [{ zh: expect.stringContaining('数据库没有应答'), en: expect.any(String) }],
  });
  await owner.query(`alter database ${name} allow_connections true`);
  await owner.end();
  expect((await world.as(null).post('/api/upload-nonces', {})).statusCode).toBe(200);
  await world.close();
});

/** Ends all connections to the database and lets no new one in. */
async function closeDoor(url: string): Promise<{ name: string; owner: pg.Client }> {
  const elsewhere = new URL(url);
  const name = elsewhere.pathname.slice(1);
  elsewhere.pathname = '/postgres';
  const owner = new pg.Client({ connectionString: elsewhere.href });
  await owner.connect();
  await owner.query(`alter database ${name} allow_connections false`);
  await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  return { name, owner };
}
