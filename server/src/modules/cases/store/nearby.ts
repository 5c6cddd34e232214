import { sql } from 'kysely';
import type { State } from '@fengqiao/contract/cases/words.ts';
import type { Work } from '#platform/work.ts';

export type Around = {
  readonly caseId: string;
  readonly no: string;
  readonly title: string;
  readonly text: string;
  readonly type: string | null;
  readonly state: State;
  readonly reports: number;
  readonly lng: number;
  readonly lat: number;
  readonly reportedAt: Date;
};

export type Box = {
  readonly lng: number;
  readonly lat: number;
  readonly lngDegrees: number;
  readonly latDegrees: number;
};

/**
 * Open cases in a box of degrees reported since then, the newest 200. Served by case_place_idx: its predicate is repeated
 * word for word, since it could not be proved from parameters.
 */
export async function openAround(
  { db, street }: Work,
  { lng, lat, lngDegrees, latDegrees }: Box,
  { since, sensitive }: { since: Date; sensitive: boolean },
): Promise<Around[]> {
  const { rows } = await sql<Around>`
    select id as "caseId", no, title, text, type, state, reports, lng, lat, reported_at as "reportedAt"
      from cases."case"
     where street = ${street} and lng between ${lng - lngDegrees} and ${lng + lngDegrees} and lat between ${lat - latDegrees} and ${lat + latDegrees}
       and state not in ('archived', 'voided', 'merged', 'declined') and state <> 'closed'
       and reported_at >= ${since}::timestamptz and (${sensitive} or not sensitive)
     order by reported_at desc limit 200`.execute(db);
  return rows;
}
