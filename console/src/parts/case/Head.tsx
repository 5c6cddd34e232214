import { CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import { App, Button, Tooltip } from 'antd';
import { Link } from 'react-router';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { bases, channels, classes, exits, placeKinds } from '@fengqiao/contract/cases/words.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { ago, stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { caseCard } from '@fengqiao/contract/exports.ts';
import { Due } from '../Due.tsx';
import { ShareCard } from '../export/ShareCard.tsx';
import { GradeMark, OutcomeMark, SatisfiedMark, StateMark } from '../Marks.tsx';
import { texts as common } from '../texts.ts';
import { texts } from './texts.ts';

/** What case this is: number, matter, state and time at one glance, then its facts. */
export function Head({ theCase, linked = false }: { theCase: CaseView; linked?: boolean }) {
  const { message } = App.useApp();
  const { no, title, state, grade, round, reports, outcome, satisfied, dueAt, lateSince } = theCase;
  const copy = async () => {
    await navigator.clipboard.writeText(no);
    void message.success(t(common.copied));
  };
  return (
    <header className="case-head card">
      <div className="row between">
        <div className="row wrap">
          {linked ? (
            <Link className="number" to={`/cases/${theCase.id}`}>
              {no}
            </Link>
          ) : (
            <span className="number hint">{no}</span>
          )}
          <Tooltip title={t(texts.copyNo)}>
            <Button
              type="text"
              size="small"
              icon={<CopyOutlined aria-hidden />}
              aria-label={t(texts.copyNo)}
              onClick={() => void copy()}
            />
          </Tooltip>
          <StateMark state={state} />
          {grade !== null && <GradeMark grade={grade} />}
          {round > 1 && <span className="mark warn">{t(common.round, { n: round })}</span>}
          {reports > 1 && <span className="mark">{t(common.reports, { n: reports })}</span>}
          {theCase.sensitive && <span className="mark urgent">{t(common.sensitive)}</span>}
          {theCase.verified && <span className="mark good">{t(texts.verified)}</span>}
          {theCase.designated && <span className="mark warn">{t(texts.designated)}</span>}
          <OutcomeMark outcome={outcome} />
          {(state === 'closed' || state === 'archived') && <SatisfiedMark satisfied={satisfied} />}
        </div>
        <div className="row">
          <Due dueAt={dueAt} lateSince={lateSince} state={state} />
          {!linked && <ShareCard of={caseCard} id={theCase.id} />}
          {!linked && (
            <Tooltip title={t(texts.print)}>
              <Button
                type="text"
                size="small"
                className="no-print"
                icon={<PrinterOutlined aria-hidden />}
                aria-label={t(texts.print)}
                onClick={() => print()}
              />
            </Tooltip>
          )}
        </div>
      </div>
      {linked ? <h2>{title}</h2> : <h1>{title}</h1>}
      {linked && theCase.text.replace(/[。.!！?？]+$/, '') !== title && (
        <p className="prose head-text">{theCase.text}</p>
      )}
      <FactList theCase={theCase} />
    </header>
  );
}

function FactList({ theCase }: { theCase: CaseView }) {
  const { nameOf } = useUnits();
  const {
    typeName,
    type,
    community,
    grid,
    lead,
    holder,
    basis,
    listVersion,
    rowKey,
    handOffs,
    exitCode,
    mergedInto,
  } = theCase;
  const both = (first: string | null, second: string | null) =>
    [first, second]
      .filter((one) => one !== null)
      .map(nameOf)
      .join(' / ') || '—';
  return (
    <dl className="facts two">
      <dt>{t(texts.type)}</dt>
      <dd>
        {typeName === null ? t(texts.untyped) : `${type} ${t(typeName)}`}
        {theCase.class !== null && <span className="hint"> · {t(classes[theCase.class])}</span>}
      </dd>
      <dt>{t(texts.place)}</dt>
      <dd>
        {theCase.address}
        {theCase.placeKind !== null && <span className="hint"> · {t(placeKinds[theCase.placeKind])}</span>}
      </dd>
      <dt>{t(texts.lead)}</dt>
      <dd>
        {nameOf(lead)}
        {holder !== null && holder !== lead && (
          <span className="hint">
            {' '}
            · {t(texts.holder)} {nameOf(holder)}
          </span>
        )}
        {handOffs > 0 && (
          <span className="hint">
            {' '}
            · {t(texts.handOffs)} {t(texts.times, { n: handOffs })}
          </span>
        )}
      </dd>
      <dt>{t(texts.community)}</dt>
      <dd>{both(community, grid)}</dd>
      <dt>{t(texts.basis)}</dt>
      <dd>
        {basis !== null && t(bases[basis])}
        {basis === null && rowKey === null && '—'}
        {rowKey !== null && listVersion !== null && (
          <>
            {basis !== null && ' · '}
            <Link to={`/lists/${listVersion}?row=${rowKey}`}>
              {t(texts.row, { version: listVersion, row: rowKey })}
            </Link>
          </>
        )}
      </dd>
      <dt>{t(texts.reportedAt)}</dt>
      <dd>
        <span className="number">{stamp(theCase.reportedAt)}</span>{' '}
        <span className="hint">
          {ago(theCase.reportedAt)} · {t(channels[theCase.channel])}
        </span>
      </dd>
      {exitCode !== null && (
        <>
          <dt>{t(texts.exit)}</dt>
          <dd>{tOf(exits, exitCode)}</dd>
        </>
      )}
      {mergedInto !== null && (
        <>
          <dt>{t(texts.mergedInto)}</dt>
          <dd>
            <Link to={`/cases/${mergedInto}`}>{t(texts.openMain)}</Link>
          </dd>
        </>
      )}
    </dl>
  );
}
