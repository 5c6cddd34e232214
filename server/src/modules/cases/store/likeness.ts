import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';
import { MOST_BITS, type Alike } from '../domain/likeness.ts';

/** No more are looked at than this under one key: that many pictures share one when they are of nothing, such as a sky. */
const MOST_OF_A_KEY = 500;

const BANDS = [
  ['band1', 1],
  ['band2', 17],
  ['band3', 33],
  ['band4', 49],
] as const;

/**
 * Older evidence whose pictures look like any of these hashes of 16 hex digits, the oldest first, by the hash they are like.
 * Each of the four parts of a hash is looked up as it is and with one bit changed, so that everything within seven bits is
 * found, and most of what is within nine; served by likeness_band1_idx to likeness_band4_idx.
 */
export async function picturesLike(
  { db, street }: Work,
  hashes: readonly string[],
): Promise<(Alike & { readonly hash: string })[]> {
  if (hashes.length === 0) return [];
  const near = BANDS.map(
    ([band, from]) => sql`
      select a.hex, l.evidence, bit_count(l.hash # a.hash) as bits
        from asked a, unnest(${probes}::int[]) m(mask), lateral (
          select k.evidence, k.hash from cases.likeness k where k.street = ${street}
             and k.${sql.ref(band)} = (substring(a.hash from ${sql.lit(from)} for 16)::bit(16)::int # m.mask)
           limit ${sql.lit(MOST_OF_A_KEY)}) l`,
  );
  const { rows } = await sql<Alike & { readonly hash: string }>`
    with asked as (select h.hex, ('x' || h.hex)::bit(64) as hash from unnest(${[...hashes]}::text[]) h(hex)),
         near as (${sql.join(near, sql` union all `)})
    select n.hex as hash, e.id as evidence, e.case_id as "caseId", min(n.bits)::int as bits
      from near n join cases.evidence e on e.street = ${street} and e.id = n.evidence
     where n.bits <= ${sql.lit(MOST_BITS)}
     group by n.hex, e.id, e.case_id, e.at order by e.at, e.id`.execute(db);
  return rows;
}

/** What a part of 16 bits is changed by, to find those that differ in at most one. */
const probes = [0, ...Array.from({ length: 16 }, (_none, bit) => 1 << bit)];
