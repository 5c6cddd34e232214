import type { MapFilter, NearPair } from '@fengqiao/contract/cases/map.ts';
import { metresBetween } from '@fengqiao/contract/nearness.ts';
import type { Work } from '#platform/work.ts';
import { nearPairs } from '../../domain/map/near-pairs.ts';
import { NEAR_DAYS } from '../../domain/nearby.ts';
import { newestOpen, type Open } from '../../store/map.ts';

const DAY = 86_400_000;
const MOST_LOOKED_AT = 4_000;

/** Open cases within reach that may be the same problem, in pairs. */
export async function mapPairs(work: Work, filter: MapFilter): Promise<NearPair[]> {
  const since = new Date(work.now.getTime() - NEAR_DAYS * DAY);
  const open = await newestOpen(work, filter, since, MOST_LOOKED_AT);
  const pairs = nearPairs(open, (a, b) => metresBetween([a.lng, a.lat], [b.lng, b.lat]));
  return pairs.map(({ a, b, metres, likeness }) => ({
    a: shown(a),
    b: shown(b),
    metres: Math.round(metres),
    likeness: Math.round(likeness * 100) / 100,
  }));
}

const shown = ({ id, no, lng, lat, state }: Open) => ({ id, no, lng, lat, state });
