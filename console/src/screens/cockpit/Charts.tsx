import type { Week } from '@fengqiao/contract/cases/cockpit.ts';
import { t } from '@fengqiao/ui/language.ts';
import { dayOf } from '@fengqiao/ui/time.ts';
import { Chart } from '../../parts/chart/Chart.tsx';
import { closingSays, stockSays } from './say.ts';
import { texts } from './texts.ts';

const DAY = 86_400_000;
/** A week ends at the midnight before its next; it is named by its last day. */
const lastDay = ({ until }: Week) => dayOf(new Date(Date.parse(until) - DAY)).slice(5);

type ChartsProps = { weeks: readonly Week[]; size?: number };

/** What is open at the end of each week by how long it has been so, the oldest at the ground. */
export function StockChart({ weeks, size = 12 }: ChartsProps) {
  const names = [texts.age3, texts.age2, texts.age1, texts.age0];
  const tones = [4, 1, 2, 0];
  return (
    <Chart
      title={t(texts.stock)}
      says={stockSays(weeks)}
      row={t(texts.week)}
      labels={weeks.map(lastDay)}
      series={names.map((name, at) => ({
        name: t(name),
        tone: tones[at] ?? at,
        values: weeks.map(({ ages }) => ages[names.length - 1 - at] ?? 0),
      }))}
      stacked
      size={size}
    />
  );
}

/** What came and what was closed in each week. */
export function ClosingChart({ weeks, size = 12 }: ChartsProps) {
  return (
    <Chart
      title={t(texts.closing)}
      says={closingSays(weeks)}
      row={t(texts.week)}
      labels={weeks.map(lastDay)}
      series={[
        { name: t(texts.came), values: weeks.map(({ came }) => came) },
        { name: t(texts.closed), values: weeks.map(({ closed }) => closed) },
      ]}
      size={size}
    />
  );
}
