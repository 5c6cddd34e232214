import { Link } from 'react-router';
import { readDecisions } from '@fengqiao/contract/cases.ts';
import { decideExport, listExports } from '@fengqiao/contract/exports.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { ago, left } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { useNow } from '../now.ts';
import { Refusal } from '../Refusal.tsx';
import { Waiting } from '../Waiting.tsx';
import { byDue, dayAfter, toDecide, type ToDecide } from './kinds.ts';
import { texts } from './texts.ts';
import './decisions.css';

const SHOWN = 3;

/** The three things that only this post can decide and that fall due first, with why they are here. */
export function Decisions() {
  const { nameOf } = useUnits();
  const me = useMe();
  const waiting = useSay(readDecisions, {}, { everyMs: 120_000 });
  const approves = mayCall(me, decideExport);
  const exports = useSay(listExports, { query: { part: 'waiting', limit: SHOWN } }, { enabled: approves });
  const all = byDue([
    ...(waiting.data?.items ?? []).map((one) => toDecide(one, nameOf)),
    ...(exports.data?.items ?? []).map((one) => ({
      id: one.id,
      title: one.reason,
      what: t(texts.exporting, { who: one.askedBy, n: one.rowsTold }),
      since: one.askedAt,
      by: dayAfter(one.askedAt),
      to: '/exports?part=waiting',
    })),
  ]);
  const rest = (waiting.data?.total ?? 0) + (exports.data?.items.length ?? 0) - Math.min(all.length, SHOWN);
  return (
    <section className="card" aria-labelledby="three">
      <div className="card-head">
        <h2 id="three">{t(texts.three)}</h2>
        <span className="small hint">{rest > 0 ? t(texts.more, { n: rest }) : ''}</span>
      </div>
      <p className="small hint">{t(texts.how)}</p>
      <Refusal error={waiting.error} onAgain={() => void waiting.refetch()} />
      {waiting.isPending && <Waiting />}
      {waiting.data !== undefined && all.length === 0 && <p className="hint">{t(texts.none)}</p>}
      <ol className="decisions">
        {all.slice(0, SHOWN).map((one, index) => (
          <li key={one.id}>
            <span className="decision-no" aria-hidden>
              {index + 1}
            </span>
            <One of={one} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function One({ of: { title, what, since, by, to } }: { of: ToDecide }) {
  const due = left(by, useNow());
  return (
    <>
      <span className="grow">
        <strong className="clip" title={title}>
          {title}
        </strong>
        <span className="small decision-what">{what}</span>
        <span className="small hint">
          {ago(since)} · <span className={due.late ? 'late' : ''}>{due.words}</span>
        </span>
      </span>
      <Link to={to} className="decide no-print" aria-label={`${t(texts.decide)}: ${title}`}>
        {t(texts.decide)}
      </Link>
    </>
  );
}
