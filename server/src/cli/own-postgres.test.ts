import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { keepPersonKeys, newPersonKeys, personSeals } from '#modules/identity';
import { readSettings } from '#platform/config.ts';
import { runJobs } from '#platform/jobs.ts';
import { migrate } from '#platform/migrate.ts';
import { buildPlatform } from '#platform/platform.ts';
import { backUp } from '#platform/postgres/backup.ts';
import { startEmbedded, type Embedded } from '#platform/postgres/embedded.ts';
import { restore } from '#platform/postgres/restore.ts';
import { createStreet, streetIds } from '#platform/street.ts';
import { withWork, type Work } from '#platform/work.ts';
import { rooms } from '../app.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'fengqiao-own-'));
/** The databases that an operator would run, whom we only know by their addresses. */
const running: Embedded[] = [];
afterAll(async () => {
  for (const one of running) await one.stop();
  rmSync(root, { recursive: true });
});

const folder = (name: string): string => {
  const made = join(root, name);
  mkdirSync(made, { recursive: true });
  return made;
};
const env = (url: string) => ({
  DATABASE_URL: url,
  DATA_DIR: folder('app'),
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  LOG_LEVEL: 'silent',
  DEMO: 'off',
});
const run = (url: string, ...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    env: { ...process.env, ...env(url) },
    encoding: 'utf8',
  });
  return { code: status, said: stdout + stderr };
};

async function own(home: string, archive?: string): Promise<string> {
  const started = await startEmbedded({ dataDir: home, archive });
  running.push(started);
  return started.url;
}

async function within<T>(url: string, act: (work: Work) => Promise<T>, settle = false): Promise<T> {
  const platform = await buildPlatform({ settings: readSettings(env(url)), url, rooms });
  const now = new Date();
  const street = { id: 'hedong', nameZh: '河东街道', nameEn: 'Hedong', prefix: 'HD', now };
  if ((await streetIds(platform.db)).length === 0) await createStreet(platform.db, street);
  try {
    const result = await withWork(platform, { service: 'system', street: 'hedong' }, now, 'write', act);
    if (settle) while ((await runJobs(platform, new Map(), { kind: 'errand' })) > 0);
    return result;
  } finally {
    await platform.close();
  }
}

const people =
  (count: number) =>
  async (work: Work): Promise<string[]> => {
    const ids = Array.from({ length: count }, () => work.newId());
    await keepPersonKeys(work, newPersonKeys(work, ids).rows);
    return ids;
  };
const readable = (ids: readonly string[]) => async (work: Work) => (await personSeals(work, ids)).size;
const erased = (ids: readonly string[]) => async (work: Work) => {
  const decided = { asked_at: work.now, due_at: work.now, decided_at: work.now, state: 'approved' };
  await work.db
    .insertInto('retention.erasure')
    .values(
      ids.map((person) => ({
        ...decided,
        street: work.street,
        id: work.newId(),
        person,
        ground: 'expired',
        reason: '到期',
        answer: '同意',
        asked_by: work.newId(),
        decided_by: work.newId(),
      })),
    )
    .execute();
};

test('an own PostgreSQL is brought back to a moment by its own means, and the ledger does again what was erased since', async () => {
  const [home, archive] = [folder('first'), folder('archive')];
  const url = await own(home, join(archive, 'wal'));
  await migrate(url);
  const before = await within(url, people(20));
  await backUp(home, url, archive);
  const between = await within(url, people(5));
  const moment = new Date();
  await wait(1_100);
  const after = await within(url, people(3));
  await within(url, erased([...before, ...between]), true);
  expect(await within(url, readable([...before, ...between, ...after]))).toBe(3);
  const doctor = run(url, 'doctor');
  expect(doctor.said).toContain('the log is archived');
  await running.pop()?.stop();

  const second = folder('second');
  await restore({ backups: archive, to: moment, into: second, before: async () => undefined });
  const back = await own(second);
  expect(await within(back, readable([...before, ...between, ...after]))).toBe(25);
  expect(run(back, 'doctor').said).toContain('archive_mode=off');
  expect(run(back, 'migrate').code).toBe(0);
  const replayed = run(back, 'erasures', 'replay', join(folder('app'), 'erasures.jsonl'));
  expect([replayed.code, replayed.said]).toEqual([0, expect.stringContaining('25 people')]);
  expect(await within(back, readable([...before, ...between, ...after]))).toBe(0);
}, 180_000);
