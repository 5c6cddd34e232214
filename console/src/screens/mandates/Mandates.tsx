import { Input, Table } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { mandateActs } from '@fengqiao/contract/mandate-acts.ts';
import {
  listWindowMandates,
  mandateEnds,
  mandateStates,
  type WindowMandate,
} from '@fengqiao/contract/mandates.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { dayOf } from '@fengqiao/ui/time.ts';
import { fileUrl } from '@fengqiao/ui/upload.ts';
import { Answer } from '../../parts/Answer.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { EnterMandate } from './EnterMandate.tsx';
import { RevokeMandate } from './RevokeMandate.tsx';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';

const PHONE = /^1[3-9]\d{9}$/;

/** Mandates at the window: entered for those who sign on paper, and ended when they ask. */
export function Mandates() {
  const [query, setQuery] = useSearchParams();
  const phone = query.get('phone') ?? '';
  const fits = PHONE.test(phone);
  const mandates = useSay(listWindowMandates, fits ? { query: { phone } } : {});
  return (
    <Page
      title={t(names.mandates)}
      says={t(texts.says)}
      extra={
        <OpenForm type="primary" size="medium" label={texts.add}>
          {(close) => <EnterMandate onDone={close} />}
        </OpenForm>
      }
    >
      <section className="card work-list" aria-label={t(names.mandates)}>
        <div className="row between">
          <h2>{fits ? t(texts.found, { phone }) : t(texts.latest)}</h2>
          <Input.Search
            allowClear
            defaultValue={phone}
            maxLength={11}
            inputMode="tel"
            placeholder={t(texts.phone)}
            aria-label={t(texts.phone)}
            style={{ maxWidth: 320 }}
            onSearch={(value) => setQuery(PHONE.test(value.trim()) ? { phone: value.trim() } : {})}
          />
        </div>
        <Answer of={mandates}>{({ items }) => <List items={items} />}</Answer>
      </section>
    </Page>
  );
}

function List({ items }: { items: readonly WindowMandate[] }) {
  return (
    <Table<WindowMandate>
      size="small"
      rowKey="id"
      className="rows-40"
      pagination={false}
      dataSource={items}
      locale={{ emptyText: t(texts.empty) }}
      columns={[
        { title: t(texts.principal), key: 'principal', render: (_, one) => nameOf(one.principal) },
        { title: t(texts.helper), key: 'helper', render: (_, one) => nameOf(one.helper) },
        {
          title: t(texts.acts),
          key: 'acts',
          render: (_, one) => listed(one.acts.map((act) => t(mandateActs[act]))),
        },
        {
          title: t(texts.until),
          key: 'until',
          width: 110,
          render: (_, { until }) => <span className="number">{dayOf(new Date(Date.parse(until) - 1))}</span>,
        },
        { title: t(texts.state), key: 'state', width: 150, render: (_, one) => <State mandate={one} /> },
        { title: '', key: 'act', width: 210, align: 'right', render: (_, one) => <Acts mandate={one} /> },
      ]}
    />
  );
}

const nameOf = ({ name, phone }: { name: string | null; phone: string | null }) =>
  [name, phone].filter((part) => part !== null).join(' ') || '—';

function State({ mandate: { state, endedHow, endReason } }: { mandate: WindowMandate }) {
  const words = state === 'ended' && endedHow !== null ? mandateEnds[endedHow] : mandateStates[state];
  return (
    <>
      <span className={state === 'active' ? 'mark good' : 'mark'}>{t(words)}</span>
      {endReason !== null && <span className="small hint"> {endReason}</span>}
    </>
  );
}

function Acts({ mandate }: { mandate: WindowMandate }) {
  const { evidence, state, principal } = mandate;
  const open = state === 'active' || state === 'asked';
  return (
    <span className="row wrap">
      {evidence !== null && (
        <a href={fileUrl(evidence)} target="_blank" rel="noreferrer">
          {t(texts.seeForm)}
        </a>
      )}
      {open && (
        <OpenForm danger label={texts.revoke} title={t(texts.revokeTitle)}>
          {(close) => <RevokeMandate mandate={mandate} onDone={close} />}
        </OpenForm>
      )}
      {state === 'active' && principal.account !== null && principal.phone === null && (
        <Link to={`/real-name?account=${principal.account}`}>{t(texts.prove)}</Link>
      )}
      {state === 'active' && principal.account !== null && (
        <OpenForm label={texts.addHelper}>
          {(close) => (
            <EnterMandate
              known={{ account: principal.account ?? '', name: nameOf(principal) }}
              onDone={close}
            />
          )}
        </OpenForm>
      )}
    </span>
  );
}
