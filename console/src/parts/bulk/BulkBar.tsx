import { useState } from 'react';
import { Button } from 'antd';
import { bulkActs, BULK_MOST, type BulkAct } from '@fengqiao/contract/cases/bulk.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { useMe, type Me } from '@fengqiao/ui/session.ts';
import { useKeys } from '../keys.ts';
import { BulkDrawer } from './BulkDrawer.tsx';
import type { Selection } from './selection.ts';
import { texts } from './texts.ts';
import './bulk.css';

/** The acts of this post on many cases. */
export const bulkActsOf = ({ role }: Pick<Me, 'role'>): BulkAct[] =>
  keysOf(bulkActs).filter((act) => bulkActs[act].who.some((one) => one === role));

const keys = { d: 'dispatch', m: 'merge', a: 'acknowledge' } as const;

/** What may be done with the chosen rows; d, m and a are its keys. Nothing is done before it was seen what it would do. */
export function BulkBar({ selection }: { selection: Selection }) {
  const mine = bulkActsOf(useMe());
  const [act, setAct] = useState<BulkAct | null>(null);
  const { chosen, clear } = selection;
  const start = (wanted: BulkAct) => () => {
    if (chosen.length > 0 && mine.includes(wanted)) setAct(wanted);
  };
  useKeys(chosen.length === 0 ? {} : Object.fromEntries(keysOf(keys).map((key) => [key, start(keys[key])])));
  if (chosen.length === 0 && act === null) return null;
  return (
    <div className="bulk-bar row wrap no-print" role="group" aria-label={t(texts.bar)}>
      <output>
        <strong>{t(texts.chosen, { n: chosen.length })}</strong>
        {chosen.length === BULK_MOST && (
          <span className="hint small"> {t(texts.most, { n: BULK_MOST })}</span>
        )}
      </output>
      {mine.map((one) => (
        <Button key={one} size="small" onClick={() => setAct(one)}>
          {t(bulkActs[one].name)}
        </Button>
      ))}
      <Button size="small" type="link" onClick={clear}>
        {t(texts.clear)}
      </Button>
      {act !== null && (
        <BulkDrawer
          act={act}
          ids={chosen}
          onClose={() => {
            setAct(null);
            clear();
          }}
          onCancel={() => setAct(null)}
        />
      )}
    </div>
  );
}
