import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { listCases } from '@fengqiao/contract/cases.ts';
import type { MapFilter } from '@fengqiao/contract/cases/map.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ago } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import type { Corner, PressedCase } from '../../parts/map/canvas-types.ts';
import { StateMark } from '../../parts/Marks.tsx';
import { useTypes } from '../../parts/TypeSelect.tsx';
import { areaText } from './state.ts';
import { texts } from './texts.ts';

/** A case alone, or all that lie at one place. */
export type Pressed = { readonly one: PressedCase } | { readonly heap: Corner };

type CardProps = { pressed: Pressed; filter: MapFilter; onClose: () => void };

/** What was pressed on the map: number, type, state and age, with the way to the case. */
export function CaseCard({ pressed, filter, onClose }: CardProps) {
  return (
    <section className="case-card" aria-label={t(texts.counts)}>
      <Button
        className="case-card-close"
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t(texts.close)}
        onClick={onClose}
      />
      {'one' in pressed ? <One one={pressed.one} /> : <Heap at={pressed.heap} filter={filter} />}
    </section>
  );
}

function One({ one }: { one: PressedCase }) {
  const type = useTypes().of(one.type);
  return (
    <>
      <strong className="number">{one.no}</strong>
      <span>{type === undefined ? t(texts.noType) : t(type.name)}</span>
      <span className="row">
        <StateMark state={one.state} />
        {one.late && <span className="mark urgent">{t(texts.isLate)}</span>}
      </span>
      <span className="small hint">{t(texts.reported, { ago: ago(one.reportedAt) })}</span>
      <Link to={`/cases/${one.id}`}>{t(texts.openCase)}</Link>
    </>
  );
}

/** About fifteen metres each way. */
const HALF = 0.00014;
const MOST = 50;

function Heap({
  at: [lng, lat],
  filter: { openOn, desk = 'open', ...filter },
}: {
  at: Corner;
  filter: MapFilter;
}) {
  const area = areaText([
    [lng - HALF, lat - HALF],
    [lng + HALF, lat - HALF],
    [lng + HALF, lat + HALF],
    [lng - HALF, lat + HALF],
  ]);
  const day = openOn === undefined ? { desk } : { desk: 'all' as const, openOn };
  const cases = useSay(listCases, { query: { ...filter, ...day, area, limit: MOST } });
  return (
    <Answer of={cases}>
      {({ items }) => (
        <>
          <strong>{t(texts.here, { n: items.length })}</strong>
          <ul className="heap">
            {items.map((line) => (
              <li key={line.id}>
                <Link className="number" to={`/cases/${line.id}`}>
                  {line.no}
                </Link>
                <StateMark state={line.state} />
                <span className="clip small">
                  {line.typeName === null ? t(texts.noType) : t(line.typeName)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Answer>
  );
}
