import { locatePlace } from '@fengqiao/contract/grids.ts';
import { listUnits, type UnitView } from '@fengqiao/contract/units.ts';
import { useState } from 'react';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Badge } from '@fengqiao/ui/phone/Badge.tsx';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { CallLink } from '@fengqiao/ui/phone/HelpLine.tsx';
import { usePosition } from '@fengqiao/ui/phone/place/position.ts';
import type { Spot } from '@fengqiao/ui/phone/place/spot.ts';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { texts } from './texts.ts';

/** The windows of the street and its communities; with the position of the phone, one's own community comes first. */
export function Windows() {
  const { data, error, refetch } = useSay(listUnits, {});
  const [spot, setSpot] = useState<Spot | null>(null);
  const { locate, busy, problem } = usePosition(setSpot);
  const at = { lng: spot?.lng ?? 0, lat: spot?.lat ?? 0 };
  const here = useSay(locatePlace, { query: at }, { enabled: spot !== null }).data?.community?.id;
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const windows = data.items.filter(isWindow).sort((a, b) => Number(b.id === here) - Number(a.id === here));
  return (
    <>
      <Button icon="pin" busy={busy} onPress={locate}>
        {t(texts.nearMe)}
      </Button>
      {problem && (
        <p className="error" role="alert">
          {t(problem)}
        </p>
      )}
      <ul className="cards">
        {windows.map((unit) => (
          <li key={unit.id} className="card">
            <Window unit={unit} own={unit.id === here} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Window({ unit: { name, phone, address, window }, own }: { unit: UnitView; own: boolean }) {
  return (
    <>
      <p className="card-top">
        <strong>{t(name)}</strong>
        {own && (
          <Badge tone="good" icon="pin">
            {t(texts.nearest)}
          </Badge>
        )}
      </p>
      <span>
        {t(window.workdaysOnly ? texts.workdays : texts.everyDay, { from: window.from, to: window.to })}
      </span>
      {address && <span>{address}</span>}
      {phone && (
        <span className="row">
          <CallLink phone={phone} />
        </span>
      )}
    </>
  );
}

const isWindow = ({ kind, current }: UnitView) =>
  current && (kind === 'street' || kind === 'centre' || kind === 'community');
