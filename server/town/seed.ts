import type { Platform } from '#platform/serve.ts';
import { liveCatalogue } from './catalogue/live.ts';
import { load, type Loaded } from './life/load.ts';
import { settleRegistry } from './people/settle.ts';

/**
 * Fills an empty demo deployment with the recorded street, its registry with people, homes and organizations, and its
 * catalogue with what the units keep and ask of one another.
 */
export async function seedDemo(platform: Platform): Promise<Loaded> {
  const loaded = await load(platform);
  await settleRegistry(platform, loaded.street);
  await liveCatalogue(platform, loaded.street);
  return loaded;
}
