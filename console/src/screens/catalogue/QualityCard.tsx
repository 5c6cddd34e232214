import { Table } from 'antd';
import type { Quality, ResourceView } from '@fengqiao/contract/catalogue/resources.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount, dayOf, share, stamp } from '@fengqiao/ui/time.ts';
import { points } from './marks.tsx';
import { pageTexts as texts } from './texts.ts';

const rowsOf = ({ rows }: Quality) => (rows === null ? t(texts.few) : amount(rows));
const percent = (part: number | null) => (part === null ? '—' : share(part, 1));

/** How good the data is now, and how that went: a small chart, and the same as a table. */
export function QualityCard({ resource: { row, history } }: { resource: ResourceView }) {
  const [latest] = history;
  return (
    <section className="card" aria-label={t(texts.quality)}>
      <h2>{t(texts.quality)}</h2>
      {latest === undefined ? (
        <p className="hint">{t(row.connected ? texts.qualityWait : texts.qualityNone)}</p>
      ) : (
        <>
          <Now quality={latest} />
          {history.length > 1 && <Trend history={history} />}
        </>
      )}
    </section>
  );
}

function Now({ quality }: { quality: Quality }) {
  return (
    <>
      <dl className="measures">
        <Measure name={t(texts.score)} value={points(quality.score)} />
        <Measure name={t(texts.completeness)} value={percent(quality.completeness)} />
        <Measure name={t(texts.validity)} value={percent(quality.validity)} />
        <Measure name={t(texts.uniqueness)} value={percent(quality.uniqueness)} />
        <Measure name={t(texts.timeliness)} value={percent(quality.timeliness)} />
      </dl>
      <p className="hint small">
        {t(texts.rows)} {rowsOf(quality)} · {t(texts.newest)}{' '}
        {quality.newestAt === null ? '—' : stamp(quality.newestAt)} · {t(texts.measured)}{' '}
        {stamp(quality.measuredAt)}
      </p>
    </>
  );
}

function Measure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">{value}</dd>
    </div>
  );
}

const WIDTH = 300;
const HEIGHT = 60;
const HIGHEST_FLOOR = 90;

/** The score over time, from the oldest at the left; the scale ends at what was lowest, so that small changes are seen. */
function Trend({ history }: { history: readonly Quality[] }) {
  const line = history.toReversed();
  const scores = line.map(({ score }) => score * 100);
  const low = Math.min(HIGHEST_FLOOR, Math.floor(Math.min(...scores) / 5) * 5);
  const at = (score: number, n: number) =>
    [(n / (scores.length - 1)) * WIDTH, HEIGHT - ((score - low) / (100 - low)) * HEIGHT] as const;
  const [first, last] = [line[0], line.at(-1)];
  const says = t(texts.historyIs, {
    first: points(first?.score ?? 0),
    last: points(last?.score ?? 0),
    n: line.length,
    low: Math.round(Math.min(...scores)),
  });
  return (
    <>
      <h3>{t(texts.history)}</h3>
      <svg
        className="trend"
        viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={says}
      >
        {[0, HEIGHT].map((y) => (
          <line key={y} x1={0} x2={WIDTH} y1={y} y2={y} />
        ))}
        <path d={`M${scores.map((score, n) => at(score, n).join(' ')).join('L')}`} />
      </svg>
      <div className="trend-scale">
        <span>
          {dayOf(first?.measuredAt ?? '')} · {points(first?.score ?? 0)}
        </span>
        <span>{`${low}–100`}</span>
        <span>
          {dayOf(last?.measuredAt ?? '')} · {points(last?.score ?? 0)}
        </span>
      </div>
      <details className="twin">
        <summary>{t(texts.asTable)}</summary>
        <Table<Quality>
          size="small"
          rowKey="measuredAt"
          pagination={false}
          dataSource={history}
          columns={[
            { title: t(texts.measured), key: 'at', render: (_, one) => stamp(one.measuredAt) },
            { title: t(texts.rows), key: 'rows', align: 'right', render: (_, one) => rowsOf(one) },
            { title: t(texts.score), key: 'score', align: 'right', render: (_, one) => points(one.score) },
            {
              title: t(texts.completeness),
              key: 'c',
              align: 'right',
              render: (_, one) => percent(one.completeness),
            },
            { title: t(texts.validity), key: 'v', align: 'right', render: (_, one) => percent(one.validity) },
            {
              title: t(texts.uniqueness),
              key: 'u',
              align: 'right',
              render: (_, one) => percent(one.uniqueness),
            },
            {
              title: t(texts.timeliness),
              key: 't',
              align: 'right',
              render: (_, one) => percent(one.timeliness),
            },
          ]}
        />
      </details>
    </>
  );
}
