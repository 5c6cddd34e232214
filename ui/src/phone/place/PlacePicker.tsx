import { useId } from 'react';
import { t } from '../../language.ts';
import { Button } from '../Button.tsx';
import { TextField } from '../Field.tsx';
import { Icon } from '../Icon.tsx';
import { usePosition } from './position.ts';
import type { Spot } from './spot.ts';
import { texts } from './texts.ts';

const roughMetres = 60;

type Asked = { spot: Spot | null; address: string; onChange: (part: { spot?: Spot; address?: string }) => void };

/** Where it is: by the device, by an address, or by a touch on the map. */
export function PlacePicker({ spot, address, onChange }: Asked) {
  const status = useId();
  const { locate, busy, problem } = usePosition((found) => onChange({ spot: found }));
  return (
    <div className="stack">
      <Button icon="pin" wide busy={busy} onPress={locate}>{t(texts.here)}</Button>
      <p id={status} role="status">{spot && <><Icon name="check" /> {said(spot, address)}</>}</p>
      {problem && <p className="error" role="alert">{t(problem)}</p>}
      <TextField label={t(texts.address)} hint={t(texts.addressHint)} max={200} value={address} onChange={(words) => onChange({ address: words })} />
    </div>
  );
}

function said({ how, accuracy }: Spot, address: string): string {
  if (how === 'map') return t(texts.chosenMap);
  if (how === 'address') return t(texts.chosenAddress, { address });
  const found = t(texts.accuracy, { n: Math.round(accuracy ?? 0) });
  return (accuracy ?? 0) > roughMetres ? `${found} ${t(texts.rough)}` : found;
}
