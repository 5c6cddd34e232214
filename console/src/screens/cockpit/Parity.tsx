import { Link, useSearchParams } from 'react-router';
import { readParity } from '@fengqiao/contract/cases.ts';
import type { ChannelRow } from '@fengqiao/contract/cases/cockpit.ts';
import { LEAST } from '@fengqiao/contract/cases/figures.ts';
import { channels } from '@fengqiao/contract/cases/words.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount, share, span } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { TypeSelect } from '../../parts/TypeSelect.tsx';
import { listOf } from './links.ts';
import { texts } from './texts.ts';

type Days = '7' | '30' | '90';

/** How the same matter fares by app, hotline, phone, window and letter. */
export function Parity({ days }: { days: Days }) {
  const [asked, setAsked] = useSearchParams();
  const type = asked.get('type') ?? undefined;
  const found = useSay(
    readParity,
    { query: { days, ...(type === undefined ? {} : { type }) } },
    { slow: true, keepLast: true },
  );
  const choose = (value: string | null) =>
    setAsked(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete('type');
        else next.set('type', value);
        return next;
      },
      { replace: true },
    );
  return (
    <section className="card" aria-labelledby="parity">
      <div className="card-head">
        <h2 id="parity">{t(texts.parity)}</h2>
        <TypeSelect
          className="parity-type no-print"
          aria-label={t(texts.anyType)}
          placeholder={t(texts.anyType)}
          value={type ?? null}
          onChange={(value: string | null) => choose(value ?? null)}
        />
      </div>
      <p className="small hint">{t(texts.paritySays, { n: LEAST })}</p>
      <Answer of={found}>
        {({ channels: rows, ...period }) => <Table rows={rows} period={period} type={type} />}
      </Answer>
    </section>
  );
}

type TableProps = {
  rows: readonly ChannelRow[];
  period: { readonly since: string; readonly until: string };
  type: string | undefined;
};

function Table({ rows, period, type }: TableProps) {
  const more = type === undefined ? {} : { type };
  return (
    <table className="plain parity-table">
      <thead>
        <tr>
          <th scope="col">{t(texts.channel)}</th>
          <th scope="col">{t(texts.n)}</th>
          <th scope="col">{t(texts.solvedShare)}</th>
          <th scope="col">{t(texts.answer)}</th>
          <th scope="col">{t(texts.close)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.channel} className={row.few ? 'few' : ''}>
            <th scope="row">{t(channels[row.channel])}</th>
            <td>
              <Link to={listOf('closed', period, { channel: row.channel, ...more })}>{amount(row.n)}</Link>
              {row.few && <span className="small hint block">{t(texts.few)}</span>}
            </td>
            <td>
              <Solved row={row} />
            </td>
            <td>
              <Middle of={row.answer} />
            </td>
            <td>
              <Middle of={row.close} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const percent = (of: number) => amount(Math.round(of * 1000) / 10);

/** The share solved with its interval, as words and as a line on the same scale for all channels. */
function Solved({ row: { n, solved, low, high } }: { row: ChannelRow }) {
  if (low === null || high === null) return <span className="hint">{t(texts.none)}</span>;
  return (
    <>
      {share(solved, n)}
      <span className="small hint block">
        {t(texts.between, { low: percent(low), high: `${percent(high)}%` })}
      </span>
      <span className="scale" aria-hidden>
        <span className="scale-range" style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
        <span className="scale-value" style={{ left: `${(solved / n) * 100}%` }} />
      </span>
    </>
  );
}

const SECOND = 1000;
function Middle({ of }: { of: ChannelRow['answer'] }) {
  if (of === null) return <span className="hint">{t(texts.none)}</span>;
  return (
    <>
      {span(of.middle * SECOND)}
      <span className="small hint block">
        {t(texts.middle, { low: span(of.low * SECOND), high: span(of.high * SECOND) })}
      </span>
    </>
  );
}
