import { useEffect, useState } from 'react';
import { t } from '@fengqiao/ui/language.ts';
import { useOnline } from '@fengqiao/ui/phone/online.ts';
import { usePosition } from '@fengqiao/ui/phone/place/position.ts';
import type { Photo } from '@fengqiao/ui/phone/photos.ts';
import type { Spot } from '@fengqiao/ui/phone/place/spot.ts';
import { onTheWay, proofOf } from '../../evidence.ts';
import { texts as app } from '../../texts.ts';

/** Photos of a form as proof with the place of the device; where it cannot locate itself they go without. */
export function useProof(photos: readonly Photo[]) {
  const [spot, setSpot] = useState<Spot | null>(null);
  const { locate } = usePosition(setSpot);
  const online = useOnline();
  useEffect(() => {
    locate();
    // The place is asked once, when the form opens.
    // oxlint-disable-next-line exhaustive-deps
  }, []);
  const why = online ? (onTheWay(photos) ? t(app.photosWait) : undefined) : t(app.offline);
  return { spot, evidence: proofOf(photos, spot), why };
}
