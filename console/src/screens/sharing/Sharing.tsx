import { PlusOutlined } from '@ant-design/icons';
import { Button, Select, Table } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { askForShare, listShares, type RequestRow } from '@fengqiao/contract/catalogue/requests.ts';
import {
  disputeDesks,
  disputeSteps,
  requestKinds,
  requestStates,
} from '@fengqiao/contract/catalogue/words.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import { mayCall, useMe, type Me } from '@fengqiao/ui/session.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Choices, useChoice } from '../../parts/Choices.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { names } from '../../shell/texts.ts';
import { ShareDue, ShareState } from './marks.tsx';
import { desks, texts } from './texts.ts';
import '../../parts/work-list/work-list.css';
import '../catalogue/catalogue.css';

/** Requests of my unit, for it to answer, or all that this post may see; the desk and the state stand in the address. */
export function Sharing() {
  const me = useMe();
  const choice = { name: 'desk', label: texts.desk, of: desks, usual: usualOf(me) } as const;
  const desk = useChoice(choice);
  const [asked, setAsked] = useSearchParams();
  const state = among(keysOf(requestStates), asked.get('state'));
  const list = useMore(listShares, (after) => ({
    query: {
      desk,
      limit: 50,
      ...(state === undefined ? {} : { state }),
      ...(after === undefined ? {} : { after }),
    },
  }));
  return (
    <Page
      title={t(names.sharing)}
      says={t(texts.says)}
      extra={
        mayCall(me, askForShare) && (
          <Link to="/sharing/new">
            <Button type="primary" icon={<PlusOutlined aria-hidden />} tabIndex={-1}>
              {t(texts.ask)}
            </Button>
          </Link>
        )
      }
    >
      <section className="card work-list" aria-label={t(names.sharing)}>
        <div className="filters">
          <Choices {...choice} />
          <Select
            allowClear
            style={{ width: 176 }}
            aria-label={t(texts.state)}
            placeholder={t(texts.state)}
            value={state}
            options={keysOf(requestStates).map((value) => ({ value, label: t(requestStates[value]) }))}
            onChange={(value) =>
              setAsked(
                (last) => {
                  const next = new URLSearchParams(last);
                  if (value === undefined) next.delete('state');
                  else next.set('state', value);
                  return next;
                },
                { replace: true },
              )
            }
          />
        </div>
        <Refusal error={list.error} onAgain={() => void list.refetch()} />
        <ShareTable
          desk={desk}
          items={list.data?.pages.flatMap((page) => page.items) ?? []}
          loading={list.isPending}
        />
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t(common.more)}
          </Button>
        )}
      </section>
    </Page>
  );
}

/** Who asks and answers begins with their own; who watches, with all. */
const usualOf = (me: Me): keyof typeof desks =>
  mayCall(me, askForShare) && me.role !== 'steward' ? 'mine' : 'all';

type ShareTableProps = { desk: keyof typeof desks; items: readonly RequestRow[]; loading: boolean };

/** One's own side is not told again in each line. */
function ShareTable({ desk, items, loading }: ShareTableProps) {
  const { nameOf } = useUnits();
  return (
    <Table<RequestRow>
      size="small"
      rowKey="id"
      className="rows-40"
      pagination={false}
      loading={loading}
      dataSource={items}
      tableLayout="fixed"
      locale={{ emptyText: t(texts.empty) }}
      columns={[
        {
          title: t(texts.no),
          key: 'no',
          width: 124,
          render: (_, one) => (
            <Link to={`/sharing/${one.id}`} className="number">
              {one.no}
            </Link>
          ),
        },
        {
          title: t(texts.what),
          key: 'name',
          render: (_, one) => (
            <span className="clip resource-name" title={t(one.name)}>
              {one.kind !== 'share' && <span className="mark">{t(requestKinds[one.kind])}</span>}{' '}
              {t(one.name)}
            </span>
          ),
        },
        {
          title: t(texts.requester),
          key: 'requester',
          hidden: desk === 'mine',
          width: 150,
          render: (_, one) => <span className="clip resource-name">{nameOf(one.requester)}</span>,
        },
        {
          title: t(texts.provider),
          key: 'provider',
          hidden: desk === 'to_answer',
          width: 150,
          render: (_, one) => <span className="clip resource-name">{nameOf(one.provider)}</span>,
        },
        { title: t(texts.fields), dataIndex: 'fields', width: 64, align: 'right' },
        {
          title: t(texts.state),
          key: 'state',
          width: 188,
          render: (_, one) => (
            <span className="row">
              <ShareState state={one.state} />
              {(one.dispute === 'negotiating' ||
                one.dispute === 'coordination' ||
                one.dispute === 'arbitration') && (
                <span className="mark urgent">{t(disputeSteps[one.dispute])}</span>
              )}
            </span>
          ),
        },
        { title: t(texts.waitsOn), key: 'waits', width: 150, render: (_, one) => <WaitsOn row={one} /> },
        {
          title: t(texts.due),
          key: 'due',
          width: 140,
          render: (_, one) => <ShareDue dueAt={one.dueAt} overdue={one.overdue} />,
        },
      ]}
    />
  );
}

/** Whose move it is; one's own unit stands out. */
export function WaitsOn({ row: { waitsOn, dispute, forum } }: { row: RequestRow }) {
  const me = useMe();
  const { nameOf } = useUnits();
  if (forum !== null && (dispute === 'coordination' || dispute === 'arbitration'))
    return <span className="clip resource-name">{t(disputeDesks[forum][dispute])}</span>;
  if (waitsOn === null) return <span className="hint">{t(texts.nobody)}</span>;
  return waitsOn === me.unit ? (
    <strong className="clip resource-name">{t(texts.yours)}</strong>
  ) : (
    <span className="clip resource-name">{nameOf(waitsOn)}</span>
  );
}
