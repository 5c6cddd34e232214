import { t } from '@fengqiao/ui/language.ts';
import { PlacePicker } from '@fengqiao/ui/phone/place/PlacePicker.tsx';
import type { Spot } from '@fengqiao/ui/phone/place/spot.ts';
import { texts } from './texts.ts';

/** The device is asked at once, since a worker stands where the matter is; the map and words are for when it is wrong. */
export function Place({
  spot,
  address,
  onChange,
}: {
  spot: Spot | null;
  address: string;
  onChange: (part: { spot?: Spot; address?: string }) => void;
}) {
  return (
    <section aria-label={t(texts.place)}>
      <PlacePicker atOnce spot={spot} address={address} onChange={onChange} />
    </section>
  );
}
