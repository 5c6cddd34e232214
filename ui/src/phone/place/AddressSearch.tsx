import { findAddresses, type FoundAddress } from '@fengqiao/contract/grids.ts';
import { useState } from 'react';
import { useSay } from '../../data.ts';
import { t } from '../../language.ts';
import { TextField } from '../Field.tsx';
import { Icon } from '../Icon.tsx';
import { useSettled } from '../settled.ts';
import { texts } from './texts.ts';

const mostShown = 5;

/** The address in one's own words, or one of those the street knows. */
export function AddressSearch({
  address,
  onWrite,
  onChoose,
}: {
  address: string;
  onWrite: (address: string) => void;
  onChoose: (found: FoundAddress) => void;
}) {
  const [asking, setAsking] = useState(false);
  const words = useSettled(address.trim().slice(0, 60), 350);
  const told = useSay(
    findAddresses,
    { query: { q: words } },
    { enabled: asking && words.length >= 2, keepLast: true },
  );
  const found = asking && words.length >= 2 ? (told.data?.items ?? []).slice(0, mostShown) : [];
  return (
    <div className="stack">
      <TextField
        label={t(texts.address)}
        hint={t(texts.addressHint)}
        max={200}
        value={address}
        mode="search"
        onChange={(value) => {
          setAsking(true);
          onWrite(value);
        }}
      />
      <p className="unseen" role="status">
        {found.length > 0 && t(texts.foundCount, { n: found.length })}
      </p>
      {found.length > 0 && (
        <ul className="found" aria-label={t(texts.found)}>
          {found.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                onClick={() => {
                  setAsking(false);
                  onChoose(one);
                }}
              >
                <Icon name={one.kind === 'building' ? 'building' : 'pin'} />
                <span>
                  {one.name ?? one.address}
                  {one.name !== null && one.name !== one.address && <small>{one.address}</small>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
