import type { Judgement } from '@fengqiao/contract/nearness.ts';
import { t } from '@fengqiao/ui/language.ts';
import type { Spot } from '@fengqiao/ui/phone/place/spot.ts';
import type { Kept } from '../../offline/blobs.ts';
import { Camera } from '../../parts/Camera.tsx';
import { texts } from './texts.ts';

type Asked = {
  label: string;
  photos: readonly Kept[];
  spot: Spot | null;
  judgement: Judgement | null;
  onChange: (next: (now: Kept[]) => Kept[]) => void;
};

const words = {
  accepted: texts.accepted,
  second_photo: texts.secondPhoto,
  flagged: texts.flagged,
} as const satisfies Record<Judgement, unknown>;

/** The camera for proof, and how surely it was taken at the place. */
export function ProofPhotos({ label, photos, spot, judgement, onChange }: Asked) {
  return (
    <>
      <Camera label={label} photos={photos} onChange={onChange} />
      {spot === null || judgement === null ? (
        <p className="hint">{t(texts.noPlace)}</p>
      ) : (
        <p className={judgement === 'accepted' ? 'hint' : 'notice warn'} role="status">
          {t(words[judgement], { n: Math.round(spot.accuracy ?? 0) })}
        </p>
      )}
    </>
  );
}
