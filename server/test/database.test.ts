import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from './database.ts';

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test('every test file gets a migrated database of its own', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await ask(
    one.url,
    "insert into platform.street (id, name_zh, name_en, prefix, made_at) values ('a', '甲', 'A', 'AA', now())",
  );
  expect(await ask(one.url, 'select id from platform.street')).toEqual([{ id: 'a' }]);
  expect(await ask(two.url, 'select id from platform.street')).toEqual([]);
  await Promise.all([one.drop(), two.drop()]);
  await expect(ask(one.url, 'select 1')).rejects.toThrow(/does not exist/);
});

test('similarity search keeps Chinese characters', async () => {
  const database = await createTestDatabase();
  const rows = await ask(
    database.url,
    "select show_trgm('路灯') <> '{}' as kept, similarity('路灯不亮', '路灯坏了') > 0 as alike",
  );
  expect(rows).toEqual([{ kept: true, alike: true }]);
  await database.drop();
});
