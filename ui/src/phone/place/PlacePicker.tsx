import { locatePlace, type FoundAddress } from '@fengqiao/contract/grids.ts';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useSay } from '../../data.ts';
import { t } from '../../language.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { Loading } from '../States.tsx';
import { AddressSearch } from './AddressSearch.tsx';
import { usePosition } from './position.ts';
import type { Spot } from './spot.ts';
import { texts } from './texts.ts';

const StreetMap = lazy(async () => ({ default: (await import('./StreetMap.tsx')).StreetMap }));
const roughMetres = 60;

type Asked = {
  spot: Spot | null;
  address: string;
  onChange: (part: { spot?: Spot; address?: string }) => void;
  atOnce?: boolean;
};

/** Where it is: by the device, by an address, or on the map. `atOnce` asks the device without waiting for a press. */
export function PlacePicker({ spot, address, onChange, atOnce = false }: Asked) {
  const { locate, busy, problem } = usePosition((found) => onChange({ spot: found }));
  const lies = useSay(
    locatePlace,
    { query: { lng: spot?.lng ?? 0, lat: spot?.lat ?? 0 } },
    { enabled: spot !== null },
  ).data;
  const near = lies?.address ?? '';
  const offered = useRef('');
  useEffect(() => {
    if (near === '' || (address !== '' && address !== offered.current)) return;
    offered.current = near;
    onChange({ address: near });
    // The address is offered when the place changes; what somebody wrote is theirs.
    // oxlint-disable-next-line exhaustive-deps
  }, [near]);
  useEffect(() => {
    if (atOnce && spot === null) locate();
    // Asked once, when the form opens; later only by the button.
    // oxlint-disable-next-line exhaustive-deps
  }, []);
  return (
    <div className="stack">
      <Button icon="pin" wide busy={busy} onPress={locate}>
        {t(texts.here)}
      </Button>
      <div role="status">
        {spot && (
          <p>
            <Icon name="check" /> {said(spot)}{' '}
            {lies?.inside && lies.community && t(texts.liesIn, { community: t(lies.community.name) })}
          </p>
        )}
        {lies && !lies.inside && <p className="error">{t(texts.outside)}</p>}
      </div>
      {problem && (
        <p className="error" role="alert">
          {t(problem)}
        </p>
      )}
      <AddressSearch
        address={address}
        onWrite={(words) => onChange({ address: words })}
        onChoose={(found) =>
          onChange({
            address: wordsOf(found),
            spot: { lng: found.lng, lat: found.lat, accuracy: null, how: 'address' },
          })
        }
      />
      <Suspense fallback={<Loading />}>
        <StreetMap
          spot={spot}
          onChoose={(lng, lat) => onChange({ spot: { lng, lat, accuracy: null, how: 'map' } })}
        />
      </Suspense>
    </div>
  );
}

/** The address with the name of what stands there, unless it says it already. */
const wordsOf = ({ address, name }: FoundAddress) =>
  name === null || address.includes(name) ? address : `${address} ${name}`;

function said({ how, accuracy }: Spot): string {
  if (how === 'map') return t(texts.chosenMap);
  if (how === 'address') return t(texts.chosenAddress);
  const found = t(texts.accuracy, { n: Math.round(accuracy ?? 0) });
  return (accuracy ?? 0) > roughMetres ? `${found} ${t(texts.rough)}` : found;
}
