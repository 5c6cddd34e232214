import { Link, useParams } from 'react-router';
import { readShare, type RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import { disputeSteps, refusalGrounds, requestKinds } from '@fengqiao/contract/catalogue/words.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount, longTime, stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { Application } from './Application.tsx';
import { Findings, ShareDue, ShareState } from './marks.tsx';
import { OutsideCard } from './OutsideCard.tsx';
import { ShareActs } from './ShareActs.tsx';
import { WaitsOn } from './Sharing.tsx';
import { Steps } from './Steps.tsx';
import { pageTexts as texts, texts as list } from './texts.ts';
import { UseRows } from './UseRows.tsx';
import '../catalogue/catalogue.css';
import './sharing.css';

/** One request: what is asked, what was answered, whose move it is, and every act with the reason why not. */
export function SharePage() {
  const { id = '' } = useParams();
  const view = useSay(readShare, { params: { id } });
  return <Answer of={view}>{(share) => <Shown share={share} />}</Answer>;
}

function Shown({ share }: { share: RequestView }) {
  const { row, findings, items, may } = share;
  const { nameOf } = useUnits();
  return (
    <Page
      title={t(row.name)}
      says={
        <span className="row wrap">
          <Link to="/sharing">{t(names.sharing)}</Link>
          <span className="number">{row.no}</span>
          {row.kind !== 'share' && <span>{t(requestKinds[row.kind])}</span>}
          <span>
            {nameOf(row.requester)} → {nameOf(row.provider)}
          </span>
          <ShareState state={row.state} />
          {row.dispute !== null && (
            <span className="mark warn">
              {t(texts.dispute)} · {t(disputeSteps[row.dispute])}
            </span>
          )}
        </span>
      }
    >
      <ShareActs share={share} />
      <div className="side-by-side">
        <div className="stack">
          {may.use && <PullHint no={row.no} />}
          {may.use && <UseRows id={row.id} offered={items.filter(({ granted }) => granted === true)} />}
          <Application share={share} />
          <section className="card" aria-label={t(texts.findings)}>
            <h2>{t(texts.findings)}</h2>
            <Findings found={findings} />
          </section>
        </div>
        <div className="stack">
          <Standing share={share} />
          <OutsideCard share={share} />
          <Steps share={share} />
        </div>
      </div>
    </Page>
  );
}

/** Whose move it is until when, what was answered, and how it was used. */
function Standing({ share }: { share: RequestView }) {
  const { row, missing, ground, answer, delivery, decisionNo, provisional, uses } = share;
  const facts: readonly (readonly [string, string | null])[] = [
    [t(texts.missing), missing],
    [t(texts.ground), ground === null ? null : t(refusalGrounds[ground])],
    [t(texts.answered), answer],
    [t(texts.delivery), delivery],
    [t(texts.decisionNo), decisionNo],
  ];
  const used =
    uses.last === null
      ? t(texts.unused)
      : t(texts.uses, { times: uses.times, rows: amount(uses.rows), last: stamp(uses.last) });
  const inUse = row.state === 'active' || row.state === 'suspended' || uses.times > 0;
  return (
    <section className="card stack" aria-label={t(texts.clock)}>
      <h2>{t(texts.clock)}</h2>
      <div className="row wrap">
        <span className="hint">{t(list.waitsOn)}</span>
        <WaitsOn row={row} />
        {row.dueAt === null ? (
          <span className="hint">{t(texts.noClock)}</span>
        ) : (
          <>
            <ShareDue dueAt={row.dueAt} overdue={row.overdue} />
            <span className="hint small">{t(texts.clockDue, { at: longTime(row.dueAt) })}</span>
          </>
        )}
        {provisional && <span className="hint small">{t(texts.provisional)}</span>}
      </div>
      {row.overdue && <p>{t(texts.silence)}</p>}
      <dl className="facts">
        {facts.map(([name, said]) =>
          said === null ? null : [<dt key={`${name} dt`}>{name}</dt>, <dd key={`${name} dd`}>{said}</dd>],
        )}
      </dl>
      {inUse && <p className="hint small">{used}</p>}
    </section>
  );
}

/** By which address another system of the unit pulls the rows. */
function PullHint({ no }: { no: string }) {
  return (
    <section className="card" aria-label={t(texts.pull)}>
      <h2>{t(texts.pull)}</h2>
      <p className="hint">{t(texts.pullSays)}</p>
      <code className="pull-address">{`GET /api/shares/${no}/rows?why=…&limit=500`}</code>
    </section>
  );
}
