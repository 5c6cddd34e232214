import { sealNext } from '#modules/audit';
import type { Platform } from '#platform/serve.ts';
import { withWork } from '#platform/work.ts';
import { liveAccesses } from './accesses/live.ts';
import { liveCare } from './care/live.ts';
import { liveCatalogue } from './catalogue/live.ts';
import { liveExports } from './exports/live.ts';
import { load, type Loaded } from './life/load.ts';
import { settleRegistry } from './people/settle.ts';
import { liveRetention } from './retention/live.ts';
import { liveRounds } from './rounds/live.ts';
import { liveToday } from './rounds/today.ts';
import { liveSecurity } from './security/live.ts';
import { liveServices } from './services/live.ts';
import { liveUpkeep } from './upkeep/live.ts';

/**
 * Fills an empty demo deployment with the recorded street, its registry with people, homes and organizations, a few records
 * of special care, and its catalogue with what the units keep and ask of one another; lately some looked at people or took
 * a list along, and it is on record; grids were patrolled and people visited, and this morning somebody phoned;
 * and the security log has its two weeks.
 */
export async function seedDemo(platform: Platform): Promise<Loaded> {
  const loaded = await load(platform);
  await liveServices(platform, loaded.street);
  const proved = await settleRegistry(platform, loaded.street);
  await liveCare(platform, loaded.street);
  await liveCatalogue(platform, loaded.street);
  await liveAccesses(platform, loaded.street, proved);
  await liveUpkeep(platform, loaded.street, proved);
  await liveExports(platform, loaded.street);
  await liveRetention(platform, loaded.street);
  await liveRounds(platform, loaded.street);
  await liveToday(platform, loaded.street);
  await liveSecurity(platform, loaded.street);
  await sealLooks(platform, loaded.street);
  return loaded;
}

/** Once, after every story: each goes back in time, and a look that is older than the seal before it counts as backdated. */
async function sealLooks(platform: Platform, street: string): Promise<void> {
  const asStreet = { service: 'system', street } as const;
  while ((await withWork(platform, asStreet, platform.clock(), 'write', sealNext)) > 0);
}
