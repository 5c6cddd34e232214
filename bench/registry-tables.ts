import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rooms } from '../server/src/app.ts';
import { readSettings } from '../server/src/platform/config.ts';
import { migrate } from '../server/src/platform/migrate.ts';
import { buildPlatform } from '../server/src/platform/platform.ts';
import { startEmbedded } from '../server/src/platform/postgres/embedded.ts';
import { withWork } from '../server/src/platform/work.ts';
import { settle } from '../server/town/life/settle.ts';
import { blocksOf } from '../server/town/people/settle.ts';
import { writeTables } from '../server/town/people/tables.ts';

/** An empty street, and beside it a table of so many people with planted errors and one of their homes; then it ends. */
const [home = '', count = ''] = process.argv.slice(2);
rmSync(home, { recursive: true, force: true });
mkdirSync(home, { recursive: true });
const embedded = await startEmbedded({ dataDir: home });
await migrate(embedded.url);
const settings = readSettings({ DATA_DIR: home, DEMO: 'off', LOG_LEVEL: 'silent' });
const platform = await buildPlatform({ settings, url: embedded.url, rooms });
await settle(platform, new Date(), { residents: 0 });
const blocks = await withWork(
  platform,
  { service: 'system', street: 'tingfeng' },
  new Date(),
  'read',
  blocksOf,
);
await writeTables(
  blocks.filter(({ households }) => households > 0),
  { people: join(home, 'people.csv'), homes: join(home, 'homes.csv') },
  { count: Number(count), spoil: true, gbk: false, ownPhones: true },
);
await platform.close();
await embedded.stop();
