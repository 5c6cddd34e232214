import type { Entry } from '../enter.ts';
import { describe } from '../errors.ts';
import { refuse, refuseKeeping } from '../refusal.ts';
import type { Platform } from '../serve.ts';
import { witnessOf } from '../witness.ts';
import { withWork } from '../work.ts';
import { scan, type Scanner } from './scanner.ts';

/** Whose file it is, and from where it came. */
export type Sender = { readonly entry: Entry; readonly ip: string };

/**
 * Lets a file in only when the scanner of the operator, where there is one, finds nothing in it; asked before anything else
 * reads the file. Refuses platform.file_infected, which stands in the security log, and platform.not_scanned while there is no verdict.
 */
export async function demandClean(platform: Platform, bytes: Buffer, { entry, ip }: Sender): Promise<void> {
  const { scanner } = platform.settings;
  if (scanner === null) return;
  const found = await verdict(platform, scanner, bytes);
  if (found === null) return;
  await withWork(platform, entry, platform.clock(), 'write', async (work) => {
    const code = 'platform.file_infected';
    await witnessOf(platform)?.({ ...work, address: ip }, { act: 'platform.takeFile', code, detail: found });
    refuseKeeping(code, { found });
  });
}

async function verdict(platform: Platform, scanner: Scanner, bytes: Buffer): Promise<string | null> {
  try {
    return await scan(scanner, bytes);
  } catch (fault) {
    platform.log.error(describe(fault), 'a file could not be scanned');
    return refuse('platform.not_scanned');
  }
}
