import type { Grade } from '@fengqiao/contract/cases/words.ts';
import type { Settings } from '#platform/config.ts';
import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import type { LadderSet, LadderShares } from '../domain/ladder.ts';

/** A ladder as somebody set it. */
export type SetLadder = LadderSet & { readonly reason: string; readonly setAt: Date };

/** All ladders a street has set, in order of when they count; served by the primary key. */
export async function allLadders({ db, street }: Work): Promise<SetLadder[]> {
  const rows = await db
    .selectFrom('cases.ladder')
    .select(['grade', 'begins_at', 'grid_at', 'community_at', 'centre_at', 'district_at', 'reason', 'set_at'])
    .where('street', '=', street)
    .orderBy('begins_at')
    .execute();
  return rows.map((row) => ({
    grade: fromJson<Grade>(row.grade),
    beginsAt: row.begins_at,
    shares: {
      grid: row.grid_at,
      community: row.community_at,
      centre: row.centre_at,
      district: row.district_at,
    },
    reason: row.reason,
    setAt: row.set_at,
  }));
}

type Kept = { readonly at: number; readonly sets: readonly LadderSet[] };
const KEPT_MS = 60_000;
// Nearly every act writes clocks. A ladder counts from the midnight after it was set, so a minute's delay changes nothing.
const kept = new WeakMap<Settings, Map<string, Kept>>();

/** The ladders a street has set, at most a minute old. */
export async function laddersSet(work: Work): Promise<readonly LadderSet[]> {
  const ofServer = kept.get(work.settings) ?? new Map<string, Kept>();
  kept.set(work.settings, ofServer);
  const now = work.now.getTime();
  const known = ofServer.get(work.street);
  if (known !== undefined && Math.abs(now - known.at) < KEPT_MS) return known.sets;
  const sets = await allLadders(work);
  ofServer.set(work.street, { at: now, sets });
  return sets;
}

type Wanted = {
  readonly grade: Grade;
  readonly beginsAt: Date;
  readonly shares: LadderShares;
  readonly by: string;
};

/** Sets a ladder; one that does not count yet may be set anew. */
export async function saveLadder(
  { db, street, now }: Work,
  { grade, beginsAt, shares, by }: Wanted,
  reason: string,
): Promise<void> {
  const said = {
    grid_at: shares.grid,
    community_at: shares.community,
    centre_at: shares.centre,
    district_at: shares.district,
    reason,
    set_by: by,
    set_at: now,
  };
  await db
    .insertInto('cases.ladder')
    .values({ street, grade, begins_at: beginsAt, ...said })
    .onConflict((conflict) => conflict.columns(['street', 'grade', 'begins_at']).doUpdateSet(said))
    .execute();
}
