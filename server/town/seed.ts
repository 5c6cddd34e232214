import type { Platform } from '#platform/serve.ts';
import { load, type Loaded } from './life/load.ts';

/** Fills an empty demo deployment with the recorded street. */
export const seedDemo = (platform: Platform): Promise<Loaded> => load(platform);
