import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { listDraws } from '@fengqiao/contract/cases.ts';
import type { CallbackBlock } from '@fengqiao/contract/cases/callbacks.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Feed } from '../../parts/Feed.tsx';
import { texts } from './texts.ts';

/** The full groups of five, each done over before one's eyes. */
export function Draws() {
  const list = useMore(listDraws, (after) => ({
    query: { limit: 20, ...(after === undefined ? {} : { after }) },
  }));
  return (
    <>
      <p className="hint">{t(texts.drawsSays)}</p>
      <Feed list={list} label={t(texts.draws)} empty={t(texts.noDraws)} keyOf={(one) => one.id}>
        {(one) => <Group of={one} />}
      </Feed>
    </>
  );
}

function Group({ of: { unit, block, seed, slot, closings, agrees } }: { of: CallbackBlock }) {
  const { nameOf } = useUnits();
  return (
    <div className="stack tight">
      <div className="row between wrap">
        <strong>{t(texts.group, { unit: nameOf(unit), block })}</strong>
        <span className={agrees ? 'mark good' : 'mark urgent'}>
          {agrees ? <CheckCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />}
          {t(agrees ? texts.agrees : texts.differs)}
        </span>
      </div>
      <ol className="draw">
        {closings.map((one) => (
          <li key={one.place} className={one.drawn ? 'drawn' : ''}>
            <span className="hint">{one.place}</span>
            <Link to={`/cases/${one.caseId}`} className="number">
              {one.no}
            </Link>
            {one.drawn && <span className="mark primary">{t(texts.chosen)}</span>}
            <span className="small hint">{stamp(one.at)}</span>
          </li>
        ))}
      </ol>
      <code className="small draw-seed">{t(texts.seed, { seed, slot })}</code>
    </div>
  );
}
