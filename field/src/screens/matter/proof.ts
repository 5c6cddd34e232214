import { useEffect, useState } from 'react';
import { judgePosition, standingAt, type Judgement } from '@fengqiao/contract/nearness.ts';
import { usePosition } from '@fengqiao/ui/phone/place/position.ts';
import type { Spot } from '@fengqiao/ui/phone/place/spot.ts';
import { proofOf } from '../../evidence.ts';
import type { Kept } from '../../offline/blobs.ts';

type Place = { readonly lng: number; readonly lat: number };

/** Photos of a form as proof with the place of the device; where it cannot locate itself they go without. */
export function useProof(photos: readonly Kept[], place: Place) {
  const [spot, setSpot] = useState<Spot | null>(null);
  const { locate } = usePosition(setSpot);
  useEffect(() => {
    locate();
    // The place is asked once, when the form opens.
    // oxlint-disable-next-line exhaustive-deps
  }, []);
  return { spot, evidence: proofOf(photos, spot), judgement: judged(place, spot) };
}

/** Whether the phone stood there; a poor position asks for a second photo and stops nobody. */
function judged(place: Place, spot: Spot | null): Judgement | null {
  if (spot === null) return null;
  return judgePosition(standingAt([place.lng, place.lat], [spot.lng, spot.lat], spot.accuracy ?? undefined));
}
