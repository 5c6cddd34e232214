import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { keepPersonKeys, newPersonKeys, personSeals } from '#modules/identity';
import { readSettings } from '#platform/config.ts';
import { migrate } from '#platform/migrate.ts';
import { buildPlatform } from '#platform/platform.ts';
import { runJobs } from '#platform/jobs.ts';
import { createStreet, streetIds } from '#platform/street.ts';
import { withWork, type Work } from '#platform/work.ts';
import { rooms } from '../app.ts';
import { commands } from '../commands.ts';
import { findCommand, givenFor } from './given.ts';
import { openStore } from './store.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'fengqiao-erase-'));
const [dataDir, backups] = [join(root, 'data'), join(root, 'backups')];
const env = {
  DATA_DIR: dataDir,
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  LOG_LEVEL: 'silent',
  DEMO: 'off',
};
afterAll(() => rmSync(root, { recursive: true }));

const run = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    env: { ...process.env, DATABASE_URL: '', ...env },
    encoding: 'utf8',
  });
  return { code: status, said: stdout + stderr };
};
const placeOf = (row: string) => ({ table: 'registry.person', column: 'g3_enc', row });

/** Runs something with the street of a data folder. */
async function within<T>(folder: string, act: (work: Work) => Promise<T>, settle = false): Promise<T> {
  const settings = readSettings({ ...env, DATA_DIR: folder });
  const store = await openStore(settings);
  await migrate(store.url);
  const platform = await buildPlatform({ settings, url: store.url, rooms });
  const now = new Date();
  const street = { id: 'hedong', nameZh: '河东街道', nameEn: 'Hedong', prefix: 'HD', now };
  if ((await streetIds(platform.db)).length === 0) await createStreet(platform.db, street);
  try {
    const result = await withWork(platform, { service: 'system', street: 'hedong' }, now, 'write', act);
    if (settle) while ((await runJobs(platform, new Map(), { kind: 'errand' })) > 0);
    return result;
  } finally {
    await platform.close();
    await store.stop();
  }
}

async function hundredPeople(work: Work): Promise<Map<string, Buffer>> {
  const people = Array.from({ length: 100 }, () => work.newId());
  const made = newPersonKeys(work, people);
  await keepPersonKeys(work, made.rows);
  return new Map(people.map((id) => [id, made.of(id).seal('000000199001011237', placeOf(id))]));
}

const askForAll = (people: readonly string[]) => async (work: Work) => {
  const decided = {
    reason: '到期',
    asked_at: work.now,
    due_at: work.now,
    decided_at: work.now,
    answer: '同意',
  };
  const values = people.map((person) => ({
    ...decided,
    street: work.street,
    id: work.newId(),
    person,
    ground: 'expired',
    asked_by: work.newId(),
    decided_by: work.newId(),
    state: 'approved',
  }));
  await work.db.insertInto('retention.erasure').values(values).execute();
};

const openable = (sealed: ReadonlyMap<string, Buffer>) => async (work: Work) => {
  const seals = await personSeals(work, [...sealed.keys()]);
  return [...sealed].filter(([id, bytes]) => seals.get(id)?.open(bytes, placeOf(id)) !== undefined).length;
};

test('a hundred people who were erased stay unreadable in an older backup that is restored', async () => {
  const sealed = await within(dataDir, hundredPeople);
  const backedUp = run('backup', backups);
  expect([backedUp.code, backedUp.said.includes('Backed up to')]).toEqual([0, true]);
  await within(dataDir, askForAll([...sealed.keys()]), true);
  expect(await within(dataDir, openable(sealed))).toBe(0);
  const [forgetful, faithful] = [join(root, 'forgetful'), join(root, 'faithful')];
  expect(run('restore', backups, '--into', forgetful).code).toBe(0);
  expect(await within(forgetful, openable(sealed))).toBe(100);
  const ledger = join(dataDir, 'erasures.jsonl');
  const restored = run('restore', backups, '--into', faithful, '--ledger', ledger);
  expect([restored.code, restored.said.includes('100 people')]).toEqual([0, true]);
  expect(await within(faithful, openable(sealed))).toBe(0);
  expect(existsSync(join(faithful, 'master.key'))).toBe(false);
}, 300_000);

test('what was typed wrongly is said in plain words', async () => {
  const said = async (...words: string[]) => {
    const asked = findCommand(commands, words) ?? expect.unreachable();
    const { given, end } = givenFor(readSettings(env), commands, asked);
    try {
      return await asked.command.run(given).then(() => 'done', String);
    } finally {
      await end();
    }
  };
  const into = join(root, 'x');
  expect(await said('restore', backups)).toContain('Name the empty folder');
  expect(await said('restore', backups, '--into', into, '--to', '2026-07-29 08:30')).toContain('its zone');
  expect(await said('restore', join(root, 'none'), '--into', into)).toContain('no whole backup');
  expect(await said('restore', backups, '--into', dataDir)).toContain('data in that folder already');
  expect(await said('restore', backups, '--into', into, '--ledger', 'lost')).toContain('no file lost');
  expect(await said('erasures', 'replay')).toContain('Name the ledger');
  expect(await said('backup')).toContain('Name the folder of the backups');
  expect(await said('backup', backups, '--keep', '0')).toContain('--keep must be');
});
