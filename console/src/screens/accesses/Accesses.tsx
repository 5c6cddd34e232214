import { Button, DatePicker, Table } from 'antd';
import dayjs from 'dayjs';
import { Link, useSearchParams } from 'react-router';
import { listAccesses, personalFields, type AccessView } from '@fengqiao/contract/audit.ts';
import { purposes } from '@fengqiao/contract/purposes.ts';
import { roles } from '@fengqiao/contract/roles.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { listed, t, tOf } from '@fengqiao/ui/language.ts';
import { dayOf, stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import type { Static } from 'typebox';
import { useNow } from '../../parts/now.ts';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { names } from '../../shell/texts.ts';
import { objects, texts } from './texts.ts';
import '../../parts/work-list/work-list.css';
import '../lists/lists.css';

type Access = Static<typeof AccessView>;
const MOST_DAYS = 91;

/** Looks at personal data, for inspection. */
export function Accesses() {
  const [asked, setAsked] = useSearchParams();
  const now = useNow();
  const until = asked.get('to') ?? dayOf(now);
  const since = asked.get('from') ?? dayjs(until).subtract(30, 'day').format('YYYY-MM-DD');
  const account = asked.get('account');
  const range = { from: `${since}T00:00:00+08:00`, to: `${until}T23:59:59+08:00` };
  const list = useMore(listAccesses, (after) => ({
    query: {
      ...range,
      limit: 50,
      ...(account === null ? {} : { account }),
      ...(after === undefined ? {} : { after }),
    },
  }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const picker = (
    <DatePicker.RangePicker
      allowClear={false}
      aria-label={t(texts.period)}
      value={[dayjs(since), dayjs(until)]}
      onChange={(days) => {
        const [from, to] = days ?? [];
        if (!from || !to) return;
        const first = to.diff(from, 'day') > MOST_DAYS ? to.subtract(MOST_DAYS, 'day') : from;
        setAsked({ from: first.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD') }, { replace: true });
      }}
    />
  );
  return (
    <Page
      title={t(names.accesses)}
      says={t(texts.says)}
      extra={
        <>
          {account !== null && (
            <Button onClick={() => setAsked({ from: since, to: until })}>{t(texts.everyone)}</Button>
          )}
          {picker}
        </>
      }
    >
      <section className="card work-list" aria-label={t(names.accesses)}>
        <Refusal error={list.error} onAgain={() => void list.refetch()} />
        <Table<Access>
          size="small"
          rowKey="id"
          className="rows-40"
          pagination={false}
          loading={list.isPending}
          dataSource={items}
          locale={{ emptyText: t(texts.empty) }}
          columns={[
            {
              title: t(texts.at),
              key: 'at',
              width: 150,
              render: (_, one) => <span className="number">{stamp(one.at)}</span>,
            },
            {
              title: t(texts.who),
              key: 'who',
              render: (_, one) => (
                <WhoLooked access={one} onPick={(account) => setAsked({ from: since, to: until, account })} />
              ),
            },
            {
              title: t(texts.what),
              key: 'what',
              render: (_, one) => listed(one.fields.map((field) => t(personalFields[field]))),
            },
            { title: t(texts.why), key: 'why', render: (_, one) => t(purposes[one.purpose].words) },
            { title: t(texts.object), key: 'object', render: (_, one) => <ObjectOf access={one} /> },
          ]}
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

/** What was looked at, told by its kind; a case is linked. */
function ObjectOf({ access: { object, subjects } }: { access: Access }) {
  const [kind = '', id = ''] = object.split(':', 2);
  return (
    <span className="row wrap">
      {kind === 'case' ? (
        <Link to={`/cases/${id}`}>{t(names.case)}</Link>
      ) : (
        <span title={object}>{tOf(objects, kind)}</span>
      )}
      <span className="hint small">{t(texts.subjects, { n: subjects.length })}</span>
    </span>
  );
}

/** Who looked: role and unit, or the system that delivers messages; a press shows all looks of the same person. */
function WhoLooked({
  access: { role, unit, account },
  onPick,
}: {
  access: Access;
  onPick: (account: string) => void;
}) {
  const { nameOf } = useUnits();
  if (role === null) return <span className="hint">{t(texts.bySystem)}</span>;
  const words = `${tOf(roles, role)} · ${nameOf(unit)}`;
  if (account === null) return words;
  return (
    <Button
      type="link"
      size="small"
      className="row-link"
      aria-label={`${words} ${t(texts.sameOne)}`}
      onClick={() => onPick(account)}
    >
      {words}
    </Button>
  );
}
