import { useEffect, useId, useRef } from 'react';
import { useTheme } from '@fengqiao/ui/dress.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount } from '@fengqiao/ui/time.ts';
import type { Series } from './engine.ts';
import { texts } from './texts.ts';
import './chart.css';

type ChartProps = {
  title: string;
  /** What it shows, in one sentence: for whoever does not see it, and for whoever has no time. */
  says: string;
  /** What a row of its table is. */
  row: string;
  labels: readonly string[];
  series: readonly Series[];
  stacked?: boolean;
  share?: boolean;
  size?: number;
};

/** Lines over time with what they say, and the same numbers as a table. */
export function Chart({
  title,
  says,
  row,
  labels,
  series,
  stacked = false,
  share = false,
  size = 12,
}: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const theme = useTheme();
  const content = JSON.stringify({ labels, series });
  useEffect(() => {
    let stop: (() => void) | null = null;
    let gone = false;
    void import('./engine.ts').then(({ draw }) => {
      if (!gone && box.current !== null)
        stop = draw(box.current, { labels, series, stacked, share, size, theme });
    });
    return () => {
      gone = true;
      stop?.();
    };
    // The lists are new at each rendering; what stands in them tells whether to draw again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [content, stacked, share, size, theme]);
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{title}</h2>
        <p className="chart-says">{says}</p>
      </figcaption>
      <div ref={box} className="chart-box" role="img" aria-label={`${title}: ${says}`} />
      <details className="chart-table no-print">
        <summary>{t(texts.table)}</summary>
        <Twin row={row} labels={labels} series={series} share={share} />
      </details>
    </figure>
  );
}

/** The same numbers, to be read, copied and heard. */
function Twin({
  row,
  labels,
  series,
  share,
}: Pick<ChartProps, 'row' | 'labels' | 'series'> & { share: boolean }) {
  const shown = (value: number | null | undefined) =>
    value == null ? '—' : share ? `${amount(value)}%` : amount(value);
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{row}</th>
          {series.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map((label, at) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {series.map(({ name, values }) => (
              <td key={name}>{shown(values[at])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
