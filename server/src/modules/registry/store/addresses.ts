import { sql } from 'kysely';
import type { RegistryAddress } from '@fengqiao/contract/registry/places.ts';
import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';

/** Addresses that hold a part, the shorter first; by registry.find_addresses, served by address_words_idx from three characters on. */
export async function addressesWith(
  { db, street }: Work,
  part: string,
  limit: number,
): Promise<RegistryAddress[]> {
  const { rows } = await sql<Omit<RegistryAddress, 'elements'> & { elements: unknown }>`
    select a.id, a.parent, a.level, a.text, a.elements, a.building, a.community, a.grid, a.lng, a.lat
      from registry.find_addresses(${part}, ${limit}) f join registry.address a on a.street = ${street} and a.id = f.id
     order by length(a.text), a.text`.execute(db);
  return rows.map((row) => ({ ...row, elements: fromJson<Record<string, string>>(row.elements) }));
}

const MOST = 50;

/** The buildings whose address holds these words, in whatever spelling; a few thousand rows of the street, or the address book. */
export async function addressesByWords({ db, street }: Work, words: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select b.id from grids.v_building b where b.street = ${street} and position(${words} in upper(replace(b.address, ' ', ''))) > 0
     order by length(b.address), b.id limit ${MOST}`.execute(db);
  return rows.map((row) => row.id);
}
