import { readCatalogue } from '@fengqiao/contract/catalogue/resources.ts';
import { bases } from '@fengqiao/contract/catalogue/words.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { points } from './marks.tsx';
import { useSought } from './sought.ts';
import { texts } from './texts.ts';

/** The catalogue at a glance; a press on a library seeks in it. */
export function Summary() {
  const summary = useSay(readCatalogue, {});
  const { sought, seek } = useSought();
  return (
    <Answer of={summary}>
      {({ resources, connected, meanScore, stale, byBase }) => (
        <>
          <dl className="catalogue-tiles">
            <Tile name={t(texts.total)} value={amount(resources)} />
            <Tile name={t(texts.connected)} value={amount(connected)} />
            <Tile name={t(texts.meanScore)} value={meanScore === null ? '—' : points(meanScore)} />
            <Tile name={t(texts.stale)} value={amount(stale)} />
          </dl>
          <div className="bases" role="group" aria-label={t(texts.base)}>
            {byBase.map(({ base, resources: n }) => (
              <button
                key={base}
                type="button"
                className="base"
                aria-pressed={sought.base === base}
                onClick={() => seek('base', sought.base === base ? undefined : base)}
              >
                {t(bases[base])} <strong>{amount(n)}</strong>
              </button>
            ))}
          </div>
        </>
      )}
    </Answer>
  );
}

function Tile({ name, value }: { name: string; value: string }) {
  return (
    <div className="card catalogue-tile">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
