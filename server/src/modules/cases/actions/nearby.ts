import type { Static } from 'typebox';
import type { findNearby as told } from '@fengqiao/contract/cases/report.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { metresBetween } from '@fengqiao/contract/nearness.ts';
import { likeliest, NEAR_DAYS, NEAR_METRES } from '../domain/nearby.ts';
import { openAround } from '../store/nearby.ts';

type Asked = {
  readonly lng: number;
  readonly lat: number;
  readonly text?: string | undefined;
  readonly type?: string | null | undefined;
  readonly except?: string;
};
export type NearbyCase = Static<typeof told.reply>['items'][number];

const DAY = 86_400_000;
const DEGREE_METRES = 111_000;

/**
 * Cases that may be the same problem: near, recent, alike. Tells their number, title, state and count, never what others
 * wrote; sensitive ones are known only to those who see the whole street.
 */
export function findNearby(
  work: Work,
  { lng, lat, text = '', type = null, except }: Asked,
): Promise<NearbyCase[]> {
  return asEngine(work, async () => {
    const latDegrees = NEAR_METRES / DEGREE_METRES;
    const box = {
      lng,
      lat,
      latDegrees,
      lngDegrees: latDegrees / Math.max(0.1, Math.cos((lat / 180) * Math.PI)),
    };
    const since = new Date(work.now.getTime() - NEAR_DAYS * DAY);
    const around = await openAround(work, box, { since, sensitive: work.actor.wide });
    const candidates = around
      .filter((one) => one.caseId !== except)
      .map((one) => ({ ...one, metres: metresBetween([lng, lat], [one.lng, one.lat]) }));
    return likeliest(candidates, { text, type, now: work.now }).map((one) => ({
      caseId: one.caseId,
      no: one.no,
      title: one.title,
      state: one.state,
      reports: one.reports,
      metres: Math.round(one.metres),
      likeness: Math.round(one.score * 100) / 100,
      whyZh: one.whyZh,
      whyEn: one.whyEn,
      reportedAt: one.reportedAt.toISOString(),
    }));
  });
}
