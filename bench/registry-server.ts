import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guessFields, type ImportKind } from '@fengqiao/contract/registry/columns.ts';
import { buildApp, rooms } from '../server/src/app.ts';
import {
  applyRegistryImport,
  beginImport,
  goOnApplying,
  goOnChecking,
  readRegistryImport,
} from '../server/src/modules/registry/index.ts';
import { readSettings } from '../server/src/platform/config.ts';
import { buildPlatform } from '../server/src/platform/platform.ts';
import { startEmbedded } from '../server/src/platform/postgres/embedded.ts';
import { inspectTable, openTable, type TableFile } from '../server/src/platform/table/reader.ts';
import { withWork, type Work } from '../server/src/platform/work.ts';
import { openSession } from './session.ts';

/** The real server over an empty registry, in a process of its own; it takes the steps of an import as it is told. */
export type RegistryReady = {
  readonly base: string;
  readonly postmaster: number;
  /** Of stewards; look-ups by number are few a minute for each. */
  readonly stewards: readonly string[];
};
export type Step = { readonly step: 'look' | 'check' | 'differences' | 'apply'; readonly kind: ImportKind };
export type Stepped = { readonly rows: number };

const STREET = 'tingfeng';
const STEWARDS = 200;
const home = process.argv[2] ?? '';
const embedded = await startEmbedded({ dataDir: home });
const settings = readSettings({ DATA_DIR: home, DEMO: 'off', LOG_LEVEL: 'info', RATE_LIMIT: '10000000' });
const platform = await buildPlatform({ settings, url: embedded.url, rooms });
const app = await buildApp(platform);
const base = await app.listen({ port: 0, host: '127.0.0.1' });
const enter = <T>(act: (work: Work) => Promise<T>) =>
  withWork(platform, { service: 'system', street: STREET }, platform.clock(), 'write', act);

let file: TableFile | null = null;
let id = '';
const steps: Record<Step['step'], (kind: ImportKind) => Promise<number>> = {
  look: async (kind) => {
    file = await inspectTable(join(home, `${kind}.csv`));
    const mapping = { fields: guessFields(kind, (await openTable(file)).header) };
    const begun = { kind, mapping, source: '公安户籍', asOf: '2026-11-01', unit: 'centre', file: null };
    const table = file;
    id = await enter((work) => beginImport(work, table, { ...begun, fileName: `${kind}.csv` }));
    return 0;
  },
  check: async () => {
    if (file === null) throw new Error('nothing was looked at');
    return goOnChecking(platform, STREET, { id, file });
  },
  differences: async () => {
    const answer = await app.inject({
      url: `/api/registry/imports/${id}/differences?limit=50`,
      headers: { cookie: stewards[0] ?? '' },
    });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return 50;
  },
  apply: async () => {
    await enter((work) => applyRegistryImport(work, id, null));
    await goOnApplying(platform, STREET, { id });
    const { created, updated } = await enter((work) => readRegistryImport(work, id));
    return created + updated;
  },
};

const stewards: string[] = [];
for (let n = 0; n < STEWARDS; n += 1) stewards.push(await openSession(platform, 'steward', 'centre'));
process.on('message', ({ step, kind }: Step) => {
  void steps[step](kind).then(
    (rows) => process.send?.({ rows } satisfies Stepped),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.once('disconnect', () => void end());
process.send?.({
  base,
  stewards,
  postmaster: Number(readFileSync(join(home, 'cluster-18/postmaster.pid'), 'utf8').split('\n')[0]),
} satisfies RegistryReady);

async function end(): Promise<void> {
  await app.close();
  await platform.close();
  await embedded.stop();
}
