import { useState } from 'react';
import { Segmented, Slider } from 'antd';
import type { MapFilter } from '@fengqiao/contract/cases/map.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useNow } from '../../parts/now.ts';
import { agoOf, BACK, dayAt, spanOf } from './days.ts';
import { texts } from './texts.ts';

type Way = 'any' | 'between' | 'openOn';
type Times = { since?: string | undefined; until?: string | undefined; openOn?: string | undefined };
type TimeBarProps = { filter: MapFilter; onChange: (change: Times) => void };

const wayOf = ({ since, until, openOn }: MapFilter): Way =>
  openOn !== undefined ? 'openOn' : since !== undefined || until !== undefined ? 'between' : 'any';
const any: Times = { since: undefined, until: undefined, openOn: undefined };

/** Which time the map shows: all, what was reported between two days, or what was open at the end of one. */
export function TimeBar({ filter, onChange }: TimeBarProps) {
  const now = useNow();
  const way = wayOf(filter);
  const times: Readonly<Record<Way, Times>> = {
    any,
    between: { ...any, ...spanOf(30, 0, now) },
    openOn: { ...any, openOn: dayAt(0, now) },
  };
  return (
    <div className="time-bar no-print">
      <Segmented<Way>
        size="small"
        aria-label={t(texts.time)}
        value={way}
        options={[
          { value: 'any', label: t(texts.noTime) },
          { value: 'between', label: t(texts.between) },
          { value: 'openOn', label: t(texts.openOn) },
        ]}
        onChange={(next) => onChange(times[next])}
      />
      {way === 'between' && <Between filter={filter} onChange={onChange} />}
      {way === 'openOn' && <OpenOn filter={filter} onChange={onChange} />}
    </div>
  );
}

/** Two handles on the days of a year; today stands at the right. */
function Between({ filter: { since, until }, onChange }: TimeBarProps) {
  const now = useNow();
  const set = [BACK - agoOf(since, now, BACK), BACK - Math.max(0, agoOf(until, now, 0) - 1)];
  const [moved, setMoved] = useState<number[] | null>(null);
  const [from = 0, to = BACK] = moved ?? set;
  const day = (at: number | undefined) => dayAt(BACK - (at ?? 0), now);
  return (
    <>
      <Slider
        range
        min={0}
        max={BACK}
        value={[from, to]}
        tooltip={{ formatter: day }}
        ariaLabelForHandle={[t(texts.from), t(texts.to)]}
        ariaValueTextFormatterForHandle={[day, day]}
        onChange={setMoved}
        onChangeComplete={([first = 0, last = BACK]) => {
          setMoved(null);
          onChange({ ...any, ...spanOf(BACK - first, BACK - last, now) });
        }}
      />
      <output className="small number">{t(texts.betweenSaid, { from: day(from), to: day(to) })}</output>
    </>
  );
}

function OpenOn({ filter: { openOn }, onChange }: TimeBarProps) {
  const now = useNow();
  const [moved, setMoved] = useState<number | null>(null);
  const at = moved ?? BACK - agoOf(openOn, now, 0);
  const day = (to: number | undefined) => dayAt(BACK - (to ?? 0), now);
  return (
    <>
      <Slider
        min={0}
        max={BACK}
        value={at}
        tooltip={{ formatter: day }}
        ariaLabelForHandle={t(texts.openOn)}
        ariaValueTextFormatterForHandle={day}
        onChange={setMoved}
        onChangeComplete={(to) => {
          setMoved(null);
          onChange({ ...any, openOn: day(to) });
        }}
      />
      <output className="small number">{t(texts.openOnSaid, { day: day(at) })}</output>
    </>
  );
}
