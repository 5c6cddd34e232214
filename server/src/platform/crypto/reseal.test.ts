import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepContact, maskedContact } from '#modules/identity';
import { readSettings } from '#platform/config.ts';
import { buildPlatform } from '#platform/platform.ts';
import { withWork, type Work } from '#platform/work.ts';
import { keyAfter } from '#test/keys.ts';
import { STREET, startWorld, type World } from '#test/world.ts';
import { resealBatch, staleRows } from './reseal.ts';
import { SealBroken } from './vault.ts';

const older = keyAfter();
const newer = keyAfter(older);
let world: World;
beforeAll(async () => void (world = await startWorld({ env: { MASTER_KEY: older, INDEX_KEY: older } })));
afterAll(() => world.close());

/** The same database, served by a process that was started with other keys. */
async function servedWith<T>(env: Record<string, string>, act: (work: Work) => Promise<T>): Promise<T> {
  const settings = readSettings({
    DEMO: 'off',
    LOG_LEVEL: 'silent',
    DATA_DIR: world.platform.settings.dataDir,
    INDEX_KEY: older,
    ...env,
  });
  const platform = await buildPlatform({
    settings,
    url: world.url,
    rooms: world.platform.rooms,
    clock: world.clock.now,
  });
  try {
    return await withWork(platform, { service: 'system', street: STREET }, world.clock.now(), 'write', act);
  } finally {
    await platform.close();
  }
}

const contacts = { table: 'identity.contact', columns: ['name_enc', 'phone_enc', 'email_enc'] };

test('after a change of the master key all is read, sealed anew in steps, and then read without the old key', async () => {
  const ids = await world.asSystem((work) =>
    Promise.all(
      Array.from({ length: 7 }, (_, n) => keepContact(work, { name: `测试${n}`, phone: `1990000100${n}` })),
    ),
  );
  const both = { MASTER_KEY: newer, MASTER_KEY_PREVIOUS: older, CRYPTO_SUITE: 'sm' };
  const shown = (env: Record<string, string>) => servedWith(env, (work) => maskedContact(work, ids[0] ?? ''));
  expect((await shown(both)).phone).toBe('199****1000');
  await expect(shown({ MASTER_KEY: newer })).rejects.toThrow();
  expect(await servedWith(both, (work) => resealBatch(work, contacts, 3))).toBe(3);
  expect(await servedWith(both, (work) => staleRows(work, contacts))).toBe(4);
  expect(await servedWith(both, (work) => resealBatch(work, contacts, 100))).toBe(4);
  expect(await servedWith(both, (work) => resealBatch(work, contacts, 100))).toBe(0);
  expect((await shown({ MASTER_KEY: newer, CRYPTO_SUITE: 'sm' })).name).toBe('测**');
});

test('a value that was altered stops the change of keys instead of being passed over', async () => {
  await world.asSystem((work) =>
    sql`update identity.contact set name_enc = set_byte(name_enc, 20, (get_byte(name_enc, 20) + 1) % 256)`.execute(
      work.db,
    ),
  );
  await expect(
    servedWith({ MASTER_KEY: keyAfter(newer), MASTER_KEY_PREVIOUS: newer }, (work) =>
      resealBatch(work, contacts, 100),
    ),
  ).rejects.toThrow(SealBroken);
});

/** Sealed with keys of the people themselves: a change of the master key wraps those keys anew and leaves these alone. */
const byPerson = new Set([
  'registry.person.g2_enc',
  'registry.person.g3_enc',
  'registry.stage.g2_enc',
  'registry.stage.g3_enc',
]);

test('every sealed column is declared by its room, or sealed with people’s own keys', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name || '.' || column_name as name
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where column_name like '%\_enc' and t.table_type = 'BASE TABLE'`.execute(world.platform.db);
  const declared = new Set(
    world.platform.rooms
      .flatMap(({ sealed }) => sealed ?? [])
      .flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
  );
  expect(rows.map(({ name }) => name).filter((name) => !declared.has(name) && !byPerson.has(name))).toEqual(
    [],
  );
});
