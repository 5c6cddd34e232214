import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { askWithin, limit, openDatabase, UNAWAITED, type Database, type Tx } from './db.ts';
import { isPassing } from './errors.ts';
import { refuse } from './refusal.ts';

let database: TestDatabase;
let opened: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  opened = openDatabase(database.url, { max: 1 });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

const add = (db: Tx, id: string, awaited: 'awaited' | 'unawaited') =>
  db.executeQuery(
    CompiledQuery.raw(
      `${awaited === 'awaited' ? '' : UNAWAITED} insert into platform.street (id, name_zh, name_en, prefix, made_at) values ($1, '街', 'S', $2, now())`,
      [id, id.toUpperCase()],
    ),
  );
const inTransaction = (act: (db: Tx) => Promise<unknown>) => opened.db.transaction().execute(act);
const streets = async () =>
  (await opened.db.selectFrom('platform.street').select('id').orderBy('id').execute()).map(({ id }) => id);

test('what was written without waiting is there after the commit', async () => {
  await inTransaction(async (db) => {
    await add(db, 'aa', 'unawaited');
    await add(db, 'bb', 'unawaited');
  });
  expect(await streets()).toEqual(['aa', 'bb']);
});

test('when it fails, the next statement tells why and nothing is kept', async () => {
  const act = inTransaction(async (db) => {
    await add(db, 'cc', 'awaited');
    await add(db, 'aa', 'unawaited');
    await db.selectFrom('platform.street').select('id').execute();
  });
  await expect(act).rejects.toMatchObject({ code: '23505', constraint: 'street_pkey' });
  expect(await streets()).toEqual(['aa', 'bb']);
});

test('when the very last statement fails, the commit tells why', async () => {
  await expect(inTransaction(async (db) => add(db, 'aa', 'unawaited'))).rejects.toMatchObject({
    code: '23505',
  });
  expect(await streets()).toEqual(['aa', 'bb']);
});

test('a refusal is what the caller hears, whatever else failed, and the connection serves on', async () => {
  const act = inTransaction(async (db) => {
    await add(db, 'aa', 'unawaited');
    refuse('platform.stale');
  });
  await expect(act).rejects.toMatchObject({ code: 'platform.stale' });
  await inTransaction((db) => add(db, 'dd', 'awaited'));
  expect(await streets()).toEqual(['aa', 'bb', 'dd']);
});

test('a statement that could not be prepared can be asked again', async () => {
  const wrong = () =>
    opened.db.executeQuery(CompiledQuery.raw('select nothing_of_this_name from platform.street', []));
  await expect(wrong()).rejects.toMatchObject({ code: '42703' });
  await expect(wrong()).rejects.toMatchObject({ code: '42703' });
  expect(await Promise.all([streets(), streets(), streets()])).toHaveLength(3);
});

test('the program owns nothing and cannot change the tables', async () => {
  await expect(
    opened.db.executeQuery(CompiledQuery.raw('drop table platform.street', [])),
  ).rejects.toMatchObject({ code: '42501' });
});

test('whoever asks a silent database is told within their time, and the next one is served', async () => {
  const sleeping = askWithin(opened.db, 50, (db) =>
    db.executeQuery(CompiledQuery.raw('select pg_sleep(20)')),
  );
  await expect(sleeping).rejects.toSatisfy(isPassing);
  expect(await streets()).toContain('aa');
});

test('the time of one transaction is not that of the next on the same connection', async () => {
  await askWithin(opened.db, 150, async (db) => db.executeQuery(CompiledQuery.raw('select 1')));
  await inTransaction(async (db) => limit(db, 150));
  await inTransaction(async (db) => db.executeQuery(CompiledQuery.raw('select pg_sleep(0.4)')));
  const cut = inTransaction(async (db) => {
    await limit(db, 50);
    await add(db, 'zz', 'unawaited');
    await db.executeQuery(CompiledQuery.raw('select pg_sleep(20)'));
  });
  await expect(cut).rejects.toSatisfy(isPassing);
  expect(await streets()).not.toContain('zz');
});
