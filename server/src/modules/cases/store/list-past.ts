import type { PlaceKind } from '@fengqiao/contract/cases/words.ts';
import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import type { Past } from '../domain/replay.ts';

const MOST = 100_000;

/** The matters of cases registered since a moment, newest first; a scan of case_all_new_idx, at most 100 000. */
export async function pastCases({ db, street }: Work, since: Date): Promise<Past[]> {
  const rows = await db
    .selectFrom('cases.case')
    .select(['id', 'no', 'type', 'place_kind', 'community', 'reported_at'])
    .where('street', '=', street)
    .where('registered_at', '>=', since)
    .where('type', 'is not', null)
    .orderBy('reported_at', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    no: row.no,
    type: row.type ?? '',
    placeKind: fromJson<PlaceKind | null>(row.place_kind),
    community: row.community,
    at: row.reported_at,
  }));
}
