import { t } from '@fengqiao/ui/language.ts';
import type { ChangePhotos, Photo } from '@fengqiao/ui/phone/photos.ts';
import { PhotoPicker } from '@fengqiao/ui/phone/PhotoPicker.tsx';
import type { Spot } from '@fengqiao/ui/phone/place/spot.ts';
import { texts } from './texts.ts';

/** The camera for proof, and whether the place goes with it. */
export function ProofPhotos({
  label,
  photos,
  spot,
  onChange,
}: {
  label: string;
  photos: readonly Photo[];
  spot: Spot | null;
  onChange: ChangePhotos;
}) {
  return (
    <>
      <PhotoPicker camera onTheSpot label={label} photos={photos} onChange={onChange} />
      <p className="hint">
        {spot === null ? t(texts.noPlace) : t(texts.withPlace, { n: Math.round(spot.accuracy ?? 0) })}
      </p>
    </>
  );
}
