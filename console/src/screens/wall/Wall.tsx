import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { countDesks, readCockpit } from '@fengqiao/contract/cases.ts';
import { deskNames } from '@fengqiao/contract/cases/desk-names.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { force } from '@fengqiao/ui/dress.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { amount, longDay, stamp } from '@fengqiao/ui/time.ts';
import { useNow } from '../../parts/now.ts';
import { useTitle } from '../../parts/Page.tsx';
import { StreetMap } from '../../parts/map/StreetMap.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { names } from '../../shell/texts.ts';
import { ClosingChart, StockChart } from '../cockpit/Charts.tsx';
import { texts as cockpit } from '../cockpit/texts.ts';
import { WallFigure } from './WallFigure.tsx';
import { texts } from './texts.ts';
import './wall.css';

/** Renewed by itself at least this often, whatever happens; between by what really changes. */
const EVERY_MS = 300_000;

/** The wall of the command centre: figures without a name in them, dark, large, renewed by what really happens. */
export function Wall() {
  const me = useMe();
  useTitle(t(names.wall));
  useEffect(() => {
    force('wall');
    return () => force(null);
  }, []);
  const looks = mayCall(me, readCockpit);
  const seen = useSay(
    readCockpit,
    { query: { days: '30' } },
    { slow: true, everyMs: EVERY_MS, enabled: looks },
  );
  const counts = useSay(countDesks, {}, { slow: true, everyMs: EVERY_MS, enabled: looks });
  if (!looks) return <p className="wait">{t(texts.notYours)}</p>;
  return (
    <main className="wall" id="content">
      <Top at={new Date(seen.dataUpdatedAt)} lost={seen.isRefetchError || counts.isRefetchError} />
      {seen.data === undefined && (seen.error === null ? <Waiting /> : <Refusal error={seen.error} />)}
      {seen.data !== undefined && <Body seen={seen.data} desks={counts.data?.desks ?? []} />}
    </main>
  );
}

function Top({ at, lost }: { at: Date; lost: boolean }) {
  const { street } = useMe();
  const now = useNow();
  return (
    <header className="wall-top">
      <h1>{t(texts.title, { street: t(street.name) })}</h1>
      <span className="wall-small">{t(lost ? texts.lost : texts.changed, { at: stamp(at).slice(11) })}</span>
      <span>{longDay(now)}</span>
      <strong className="number">{stamp(now).slice(11)}</strong>
      <Link to="/cockpit" className="wall-back">
        {t(texts.back)}
      </Link>
    </header>
  );
}

type BodyProps = { seen: Out<typeof readCockpit>; desks: Out<typeof countDesks>['desks'] };

function Body({ seen: { figures, weeks, ages }, desks }: BodyProps) {
  const size = useTypeSize();
  const larger: Record<string, string> = { '--larger': String(Math.max(1, size / DESK)) };
  return (
    <>
      <section className="wall-figures" aria-label={t(texts.period)}>
        {figures.map((one) => (
          <WallFigure key={one.id} of={one} ages={one.id === 'stock' ? ages : []} />
        ))}
      </section>
      <section className="wall-row" style={larger}>
        <div className="wall-panel">
          <StockChart weeks={weeks} size={size} />
        </div>
        <div className="wall-panel">
          <ClosingChart weeks={weeks} size={size} />
        </div>
        <div className="wall-panel wall-lights">
          <h2>{t(cockpit.lights)}</h2>
          <StreetMap
            label={t(cockpit.lights)}
            theme="wall"
            layers={['lights']}
            interactive={false}
            height="100%"
          />
        </div>
        <Desks desks={desks} />
      </section>
    </>
  );
}

const steps = [
  'to_verify',
  'to_register',
  'to_dispatch',
  'arbitration',
  'to_acknowledge',
  'in_hand',
  'to_check',
  'to_close',
  'held',
  'overdue',
] as const;

/** How much waits at each step of the loop, in its order. */
function Desks({ desks }: Pick<BodyProps, 'desks'>) {
  const waiting = steps.flatMap((desk) => desks.filter((one) => one.desk === desk && one.count > 0));
  return (
    <div className="wall-panel" role="group" aria-label={t(texts.desks)}>
      <h2>{t(texts.desks)}</h2>
      {waiting.length === 0 && <p>{t(texts.clear)}</p>}
      <dl className="wall-desks">
        {waiting.map(({ desk, count }) => (
          <div key={desk} className={desk === 'overdue' ? 'late' : ''}>
            <dt>{t(deskNames[desk])}</dt>
            <dd className="number">{amount(count)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The smallest type of the wall in pixels: a little over a hundredth of its width is read at five metres. */
function useTypeSize(): number {
  const [size, setSize] = useState(typeSize);
  useEffect(() => {
    const follow = () => setSize(typeSize());
    addEventListener('resize', follow);
    return () => removeEventListener('resize', follow);
  }, []);
  return size;
}
/** On a screen of a desk; the map is drawn for that and made as much larger as the type. */
const DESK = 14;
const typeSize = () => Math.max(12, Math.round(innerWidth * 0.0104));
