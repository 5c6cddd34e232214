import type { EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import type { Spot } from '@fengqiao/ui/phone/place/spot.ts';
import type { Kept } from './offline/blobs.ts';
import { fileOf } from './offline/operations.ts';

/** Photos and sounds as proof: where the device was, how sure it is of that, when it thinks it is, and how far its clock is off. */
export function proofOf(kept: readonly (Kept | null)[], spot: Spot | null): EvidenceGiven[] {
  const place =
    spot?.how === 'device'
      ? {
          lng: spot.lng,
          lat: spot.lat,
          ...(spot.accuracy !== null && { accuracy: Math.round(spot.accuracy) }),
        }
      : {};
  return kept.flatMap((one) =>
    one === null
      ? []
      : [
          {
            kind: one.kind,
            file: fileOf(one.sha256),
            deviceAt: one.deviceAt,
            ...(one.offsetMs !== undefined && { offsetMs: one.offsetMs }),
            ...(one.kind === 'photo' && place),
          },
        ],
  );
}
