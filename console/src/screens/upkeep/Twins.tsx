import { App, Button, Segmented, Table } from 'antd';
import { useSearchParams } from 'react-router';
import {
  decideTwins,
  findTwins,
  listTwins,
  twinReasonWords,
  twinStates,
  undoMergeOfTwins,
  viewTwins,
  type TwinDetail,
  type TwinState,
  type TwinView,
} from '@fengqiao/contract/registry/twins.ts';
import { personFields } from '@fengqiao/contract/registry/people.ts';
import { useAct, useMore, useSay } from '@fengqiao/ui/data.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Feed } from '../../parts/Feed.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { names } from '../../shell/texts.ts';
import { texts } from './texts.ts';

/** Rows that may be one person, the likeliest first. */
export function Twins() {
  const [asked, setAsked] = useSearchParams();
  const { message } = App.useApp();
  const state: TwinState = among(keysOf(twinStates), asked.get('state')) ?? 'open';
  const list = useMore(listTwins, (after) => ({
    query: { limit: 20, state, ...(after === undefined ? {} : { after }) },
  }));
  const search = useAct(findTwins, ({ found }) => void message.success(t(texts.found, { n: found })));
  const extra = (
    <>
      <Segmented<TwinState>
        value={state}
        aria-label={t(texts.state)}
        options={keysOf(twinStates).map((value) => ({ value, label: t(twinStates[value]) }))}
        onChange={(value) => setAsked({ state: value }, { replace: true })}
      />
      <Button type="primary" loading={search.isPending} onClick={() => search.mutate({})}>
        {t(texts.search)}
      </Button>
    </>
  );
  return (
    <Page title={t(names.twins)} says={t(texts.twinsSay)} extra={extra}>
      <Refusal error={search.error} />
      <Feed
        list={list}
        label={t(names.twins)}
        empty={t(texts.noTwins)}
        keyOf={({ one, other }) => `${one} ${other}`}
      >
        {(twin) => <Twin twin={twin} />}
      </Feed>
    </Page>
  );
}

function Twin({ twin }: { twin: TwinView }) {
  const { one, other, score, reasons, state } = twin;
  const undo = useAct(undoMergeOfTwins);
  const words = listed(reasons.map((reason) => t(twinReasonWords[reason])));
  return (
    <article className="row between" aria-label={words}>
      <span className="row wrap grow">
        <span className={score >= 0.85 ? 'mark warn' : 'mark'}>
          {t(texts.score, { n: Math.round(score * 100) })}
        </span>
        {words}
      </span>
      <Refusal error={undo.error} />
      {state === 'merged' && (
        <Button size="small" loading={undo.isPending} onClick={() => undo.mutate({ params: { one, other } })}>
          {t(texts.undo)}
        </Button>
      )}
      {state === 'open' && (
        <OpenForm label={texts.compare} type="primary" width={720}>
          {(close) => <Compare one={one} other={other} onDone={close} />}
        </OpenForm>
      )}
    </article>
  );
}

function Compare({ one, other, onDone }: { one: string; other: string; onDone: () => void }) {
  const found = useSay(viewTwins, { params: { one, other }, body: { purpose: 'register' } });
  const act = useAct(decideTwins, onDone);
  const decide = (keep: string | null) => act.mutate({ params: { one, other }, body: { keep } });
  return (
    <Answer of={found}>
      {(twin) => (
        <div className="stack">
          <Sides twin={twin} onKeep={decide} busy={act.isPending} />
          <p>
            {t(texts.differ)}
            {t({ zh: '：', en: ': ' })}
            {twin.differ.length === 0 ? '—' : listed(twin.differ.map((field) => t(personFields[field])))}
          </p>
          <Refusal error={act.error} />
          <div>
            <Button loading={act.isPending} onClick={() => decide(null)}>
              {t(texts.apart)}
            </Button>
          </div>
        </div>
      )}
    </Answer>
  );
}

const facts = ['name', 'number', 'phone', 'building', 'source'] as const;

function Sides({ twin, onKeep, busy }: { twin: TwinDetail; onKeep: (id: string) => void; busy: boolean }) {
  type Side = TwinDetail['sides'][number];
  const said = (side: Side, fact: (typeof facts)[number]) => {
    if (fact === 'number') return side.idNumber ?? '—';
    if (fact === 'source') return `${side.source} ${side.asOf}`;
    return side[fact] ?? '—';
  };
  return (
    <Table
      size="small"
      rowKey="fact"
      pagination={false}
      dataSource={facts.map((fact) => ({ fact }))}
      columns={[
        { title: '', key: 'fact', width: 110, render: (_, { fact }) => t(texts[fact]) },
        ...twin.sides.map((side) => ({
          key: side.id,
          title: (
            <Button size="small" type="primary" loading={busy} onClick={() => onKeep(side.id)}>
              {t(texts.keep)}
            </Button>
          ),
          render: (_: unknown, { fact }: { fact: (typeof facts)[number] }) => (
            <span className="number">{said(side, fact)}</span>
          ),
        })),
      ]}
    />
  );
}
