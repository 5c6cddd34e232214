import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp, rooms } from '../server/src/app.ts';
import { replayLedger } from '../server/src/modules/retention/index.ts';
import { readSettings } from '../server/src/platform/config.ts';
import { runJobs } from '../server/src/platform/jobs.ts';
import { ledgerOf, readLedger } from '../server/src/platform/ledger.ts';
import { backUp } from '../server/src/platform/postgres/backup.ts';
import { startEmbedded } from '../server/src/platform/postgres/embedded.ts';
import { restore } from '../server/src/platform/postgres/restore.ts';
import { buildPlatform, type OpenPlatform } from '../server/src/platform/platform.ts';
import { withWork } from '../server/src/platform/work.ts';
import { canaries } from './dump/canaries.ts';
import { learn } from './erasure/look.ts';
import { mergeTwins, settlePeople, type Settled } from './erasure/people.ts';
import type { Check, Experiment } from './experiment.ts';
import { dropHome, makeHome, type Home } from './server.ts';

const STREET = 'tingfeng';
const PEOPLE = 100;

/** A hundred people are erased; then an older backup, in which they all still stand, is put back and told what was forgotten. */
export const erasure: Experiment = {
  name: 'people who were erased, after an older backup is restored',
  run: async (depth, check) => {
    const home = await makeHome([]);
    try {
      const people = await backUpAndErase(home, check);
      await restoreWithLedger(home, people, check);
      if (depth === 'long') await restoreWithout(home, people, check);
    } finally {
      dropHome(home);
    }
  },
};

const settingsOf = (folder: string) =>
  readSettings({
    DATA_DIR: folder,
    MASTER_KEY: KEY,
    DEMO: 'off',
    LOG_LEVEL: 'silent',
    RATE_LIMIT: '10000000',
    DEFAULT_STREET: STREET,
  });
const KEY = Buffer.alloc(32, 7).toString('base64');

type Open = { readonly platform: OpenPlatform; readonly url: string; readonly street: string };

async function within<T>(folder: string, act: (open: Open) => Promise<T>): Promise<T> {
  const { url, stop } = await startEmbedded({ dataDir: folder });
  try {
    return await on(folder, url, act);
  } finally {
    await stop();
  }
}

async function on<T>(folder: string, url: string, act: (open: Open) => Promise<T>): Promise<T> {
  const platform = await buildPlatform({ settings: settingsOf(folder), url, rooms });
  try {
    return await act({ platform, url, street: STREET });
  } finally {
    await platform.close();
  }
}

const backupsOf = ({ folder }: Home): string => join(folder, 'backups');

const backUpAndErase = (home: Home, check: Check): Promise<Settled[]> =>
  within(home.folder, async (open) => {
    const { platform, url } = open;
    const app = await buildApp(platform);
    const people = await settlePeople({ platform, app, street: STREET }, canaries(PEOPLE));
    const before = await learn(open, people);
    check(
      `the look sees all ${PEOPLE} people: ${before.found.length} facts in ${before.tables} tables`,
      before.found.length >= PEOPLE * 6 ? [] : [`${before.found.length} facts`],
    );
    mkdirSync(backupsOf(home), { recursive: true });
    await backUp(home.folder, url, backupsOf(home));
    await withWork(platform, { service: 'system', street: STREET }, new Date(), 'write', async (work) => {
      // Whom the backup knows as two, the ledger names as one.
      await mergeTwins(work, people);
      const decided = { asked_at: work.now, due_at: work.now, decided_at: work.now };
      await work.db
        .insertInto('retention.erasure')
        .values(
          people.map(({ person, account }) => ({
            ...decided,
            street: STREET,
            id: work.newId(),
            person,
            account,
            ground: 'own_request',
            reason: '本人申请',
            answer: '同意',
            asked_by: account,
            decided_by: work.newId(),
            state: 'approved',
          })),
        )
        .execute();
    });
    while ((await runJobs(platform, new Map(), { kind: 'errand' })) > 0);
    await app.close();
    const after = await learn(open, people);
    check(`once erased, nothing of them is left to read in ${after.tables} tables`, after.found);
    return people;
  });

/** The way of `fengqiao restore`: the ledger is replayed before the folder gets its cluster. */
async function restoreWithLedger(home: Home, people: readonly Settled[], check: Check): Promise<void> {
  const entries = await readLedger(ledgerOf({ dataDir: home.folder, backupDir: null }));
  const into = join(home.folder, 'restored');
  mkdirSync(into);
  await restore({
    backups: backupsOf(home),
    to: null,
    into,
    before: (folder, url) =>
      on(folder, url, async (open) => {
        const came = await learn(open, people);
        check(
          'they came back with the older backup',
          came.found.length >= PEOPLE * 6 ? [] : [`only ${came.found.length} facts`],
        );
        const { people: again } = await replayLedger(open.platform, entries, [STREET]);
        check(
          `the ledger tells of ${again} of them, by keys alone`,
          again === PEOPLE ? [] : [`${again} people`],
        );
        const { found, tables } = await learn(open, people);
        check(`after the replay nothing of them is left to read in ${tables} tables`, found);
      }),
  });
}

/** Without its ledger, a restored backup would bring all of them back: it is the ledger that forgets. */
async function restoreWithout(home: Home, people: readonly Settled[], check: Check): Promise<void> {
  const into = join(home.folder, 'forgetful');
  mkdirSync(into);
  await restore({ backups: backupsOf(home), to: null, into, before: async () => undefined });
  await within(into, async (open) => {
    const { found } = await learn(open, people);
    check('without the ledger they would all be back', found.length > 0 ? [] : ['nobody came back']);
    const entries = await readLedger(ledgerOf({ dataDir: home.folder, backupDir: null }));
    for (const time of ['once', 'twice']) {
      await replayLedger(open.platform, entries, [STREET]);
      check(`the ledger replayed ${time} leaves nothing of them`, (await learn(open, people)).found);
    }
  });
}
