import type { Platform } from '#platform/serve.ts';
import { load, type Loaded } from './life/load.ts';
import { settleRegistry } from './people/settle.ts';

/** Fills an empty demo deployment with the recorded street, and its registry with people, homes and organizations. */
export async function seedDemo(platform: Platform): Promise<Loaded> {
  const loaded = await load(platform);
  await settleRegistry(platform, loaded.street);
  return loaded;
}
