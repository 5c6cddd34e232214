import type { EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import type { Photo } from '@fengqiao/ui/phone/photos.ts';
import type { Spot } from '@fengqiao/ui/phone/place/spot.ts';

/** Photos as proof: where the device was, how sure it is of that, and when it thinks it is. */
export function proofOf(photos: readonly Photo[], spot: Spot | null): EvidenceGiven[] {
  const place =
    spot?.how === 'device'
      ? {
          lng: spot.lng,
          lat: spot.lat,
          ...(spot.accuracy !== null && { accuracy: Math.round(spot.accuracy) }),
        }
      : {};
  return photos.flatMap(({ file, at }) =>
    file === null ? [] : [{ kind: 'photo' as const, file, deviceAt: at, ...place }],
  );
}

export const onTheWay = (photos: readonly Photo[]): boolean => photos.some(({ file }) => file === null);
