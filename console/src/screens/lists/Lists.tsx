import { Table } from 'antd';
import { Link } from 'react-router';
import { draftList, listLists, type listRevisions } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { WhyButton } from '../../parts/WhyButton.tsx';
import { names } from '../../shell/texts.ts';
import { DraftForm } from './DraftForm.tsx';
import { ListMark } from './ListMark.tsx';
import { Revisions } from './Revisions.tsx';
import { texts } from './texts.ts';
import '../../parts/case/case.css';

export type Revision = Out<typeof listRevisions>['items'][number];
type Head = Out<typeof listLists>['items'][number];

/** The versions of the list, and what must be written into the next one. */
export function Lists() {
  const me = useMe();
  const lists = useSay(listLists, {});
  const draftable =
    mayCall(me, draftList) && lists.data?.items.every((one) => one.state !== 'draft') === true;
  const extra = draftable ? (
    <OpenForm type="primary" size="medium" label={texts.newDraft}>
      {(close) => <DraftForm onDone={close} />}
    </OpenForm>
  ) : (
    !mayCall(me, draftList) && <WhyButton why={texts.draftWhy}>{t(texts.newDraft)}</WhyButton>
  );
  return (
    <Page title={t(names.lists)} says={t(texts.says)} extra={extra}>
      <section className="card" aria-label={t(texts.versions)}>
        <Answer of={lists}>{({ items, inForce }) => <Versions items={items} inForce={inForce} />}</Answer>
      </section>
      <Revisions />
    </Page>
  );
}

function Versions({ items, inForce }: { items: readonly Head[]; inForce: number | null }) {
  return (
    <Table<Head>
      size="small"
      rowKey="version"
      pagination={false}
      dataSource={items}
      aria-label={t(texts.versions)}
      className="rows-40"
      columns={[
        {
          title: t(texts.version),
          key: 'version',
          width: 130,
          render: (_, one) => (
            <Link to={`/lists/${one.version}`}>{t(texts.versionNo, { n: one.version })}</Link>
          ),
        },
        {
          title: t(texts.state),
          key: 'state',
          width: 160,
          render: (_, one) => (
            <span className="row">
              <ListMark state={one.state} />
              {one.version === inForce && <span className="mark good">{t(texts.inForce)}</span>}
            </span>
          ),
        },
        { title: t(texts.note), key: 'note', ellipsis: true, render: (_, one) => one.note },
        { title: t(texts.rows), key: 'rows', width: 80, align: 'right', render: (_, one) => one.rows },
        {
          title: t(texts.effectiveFrom),
          key: 'from',
          width: 160,
          render: (_, one) =>
            one.effectiveFrom === null ? '—' : <span className="number">{stamp(one.effectiveFrom)}</span>,
        },
        {
          title: t(texts.publishedAt),
          key: 'published',
          width: 160,
          render: (_, one) =>
            one.publishedAt === null ? '—' : <span className="number">{stamp(one.publishedAt)}</span>,
        },
      ]}
    />
  );
}
