import type { RegistryMapping } from '@fengqiao/contract/registry/import-words.ts';
import type { Work } from '#platform/work.ts';
import { buildingKey, parseAddress } from '../../domain/address.ts';
import { todayOf } from '../../domain/day.ts';
import type { Reading, Site } from '../../domain/import/reading.ts';
import { buildingSites } from '../../store/sites.ts';

/** Everything rows are read by: the buildings of the street under the one spelling of their address, and today. */
export async function readingOf(work: Work, mapping: RegistryMapping): Promise<Reading> {
  return { mapping, sites: await sitesOf(work), today: todayOf(work) };
}

export async function sitesOf(work: Work): Promise<ReadonlyMap<string, Site>> {
  const sites = new Map<string, Site>();
  for (const { address, ...site } of await buildingSites(work)) {
    const elements = parseAddress(address);
    if (elements !== null) sites.set(buildingKey(elements), site);
  }
  return sites;
}
