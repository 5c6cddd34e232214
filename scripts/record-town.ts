import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { buildPlatform } from '../server/src/platform/platform.ts';
import { migrate } from '../server/src/platform/migrate.ts';
import { readSettings } from '../server/src/platform/config.ts';
import { startEmbedded } from '../server/src/platform/postgres/embedded.ts';
import { rooms } from '../server/src/app.ts';
import { liveStreet } from '../server/town/life/live.ts';
import { record } from '../server/town/life/record.ts';

// Lives the demo street through the engine and records it: `node scripts/bootstrap.mjs -- scripts/record-town.ts [days] [per day] [folder]`.
const [
  days = '90',
  perDay = '67',
  folder = fileURLToPath(new URL('../server/town/recorded', import.meta.url)),
] = process.argv.slice(2);
const dataDir = join(tmpdir(), `fengqiao-life-${process.pid}`);
// It ends on a Sunday at four in the afternoon: the street is at work, and what offices decide waits for Monday.
const midnight = Date.UTC(2026, 10, 22, 16);
const lastDay = 2 / 3;
const now = { at: new Date() };
const store = await startEmbedded({ dataDir: join(dataDir, 'pg'), throwaway: true });
try {
  await migrate(store.url);
  const settings = readSettings({ DATA_DIR: dataDir, DEMO: 'on', LOG_LEVEL: 'error' });
  const platform = await buildPlatform({ settings, url: store.url, rooms, clock: () => now.at });
  const began = Date.now();
  // A throw-away server does not tidy up by itself, and three months of work leave much behind.
  const tidy = new pg.Client({ connectionString: store.url });
  await tidy.connect();
  const told = async (day: number, acts: number) => {
    await tidy.query('vacuum analyze');
    console.log(`day ${day}: ${acts} acts, ${Math.round((Date.now() - began) / 1000)} s`);
  };
  const lived = await liveStreet(platform, now, {
    from: new Date(midnight - Number(days) * 86_400_000),
    days: Number(days) - 1 + lastDay,
    perDay: Number(perDay),
    told,
  });
  console.log(`${lived.cases} cases, ${lived.acts} acts; refused:`, Object.fromEntries(lived.refused));
  rmSync(folder, { recursive: true, force: true });
  console.log(`${await record(platform, 'tingfeng', now.at, folder)} bytes in ${folder}`);
  await tidy.end();
  await platform.close();
} finally {
  await store.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
