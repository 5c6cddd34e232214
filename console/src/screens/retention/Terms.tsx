import { Table, type TableColumnsType } from 'antd';
import {
  askTermChange,
  fates,
  keepings,
  listTerms,
  wayNames,
  type TermView,
} from '@fengqiao/contract/retention.ts';
import { gradedFields } from '@fengqiao/contract/grades.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { Answer } from '../../parts/Answer.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { AskTerm } from './AskTerm.tsx';
import { CountNow } from './CountNow.tsx';
import { TermChanges } from './TermChanges.tsx';
import { termOf } from './term-of.ts';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';

/** What is kept for how long; a change waits for a second person. */
export function Terms() {
  const list = useSay(listTerms, {});
  return (
    <div className="stack">
      <TermChanges />
      <Answer of={list}>
        {({ items }) => (
          <section className="card work-list" aria-label={t(texts.terms)}>
            <Table<TermView>
              size="small"
              rowKey="kind"
              pagination={false}
              dataSource={items}
              columns={columns()}
            />
          </section>
        )}
      </Answer>
    </div>
  );
}

const columns = (): TableColumnsType<TermView> => [
  {
    title: t(texts.kind),
    key: 'kind',
    render: (_, { kind }) => {
      const { words, fields } = keepings[kind];
      return (
        <>
          <strong>{t(words)}</strong>
          {fields.length > 0 && (
            <div className="small hint">{listed(fields.map((field) => t(gradedFields[field])))}</div>
          )}
        </>
      );
    },
  },
  {
    title: t(texts.term),
    key: 'term',
    width: 150,
    render: (_, term) => (
      <>
        <span className={term.enabled ? '' : 'hint'}>{termOf(term)}</span>
        {!term.enabled && <span className="mark warn">{t(texts.off)}</span>}
        <div className="small hint">{t(texts.countedFrom, { from: t(keepings[term.kind].from) })}</div>
      </>
    ),
  },
  {
    title: t(texts.fate),
    key: 'then',
    width: 170,
    render: (_, { kind }) => (
      <>
        {t(fates[keepings[kind].fate])}
        <div className="small hint">{t(wayNames[keepings[kind].way])}</div>
      </>
    ),
  },
  { title: t(texts.termBasis), key: 'basis', width: 280, render: (_, { kind }) => t(keepings[kind].basis) },
  { title: t(texts.owner), key: 'owner', width: 120, render: (_, { kind }) => t(keepings[kind].owner) },
  { title: '', key: 'act', width: 110, align: 'right', render: (_, term) => <Acts term={term} /> },
];

function Acts({ term }: { term: TermView }) {
  const me = useMe();
  if (keepings[term.kind].way !== 'approved' || !mayCall(me, askTermChange)) return null;
  return (
    <div className="stack">
      {term.enabled && <CountNow kind={term.kind} />}
      <OpenForm label={texts.change} title={`${t(texts.change)} · ${t(keepings[term.kind].words)}`}>
        {(close) => <AskTerm term={term} onDone={close} />}
      </OpenForm>
    </div>
  );
}
