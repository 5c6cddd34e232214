import { Button, DatePicker, Table } from 'antd';
import dayjs from 'dayjs';
import { Link, useSearchParams } from 'react-router';
import { listAccesses, personalFields, purposes, type AccessView } from '@fengqiao/contract/audit.ts';
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
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';

type Access = Static<typeof AccessView>;
const MOST_DAYS = 91;

/** Looks at personal data, for inspection. */
export function Accesses() {
  const [asked, setAsked] = useSearchParams();
  const { nameOf } = useUnits();
  const now = useNow();
  const until = asked.get('to') ?? dayOf(now);
  const since = asked.get('from') ?? dayjs(until).subtract(30, 'day').format('YYYY-MM-DD');
  const range = { from: `${since}T00:00:00+08:00`, to: `${until}T23:59:59+08:00` };
  const list = useMore(listAccesses, (after) => ({
    query: { ...range, limit: 50, ...(after === undefined ? {} : { after }) },
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
    <Page title={t(names.accesses)} says={t(texts.says)} extra={picker}>
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
              render: (_, one) => `${tOf(roles, one.role)} · ${nameOf(one.unit)}`,
            },
            {
              title: t(texts.what),
              key: 'what',
              render: (_, one) => listed(one.fields.map((field) => t(personalFields[field]))),
            },
            { title: t(texts.why), key: 'why', render: (_, one) => t(purposes[one.purpose]) },
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

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

function ObjectOf({ access: { object, subjects } }: { access: Access }) {
  const id = uuid.exec(object)?.[0];
  return (
    <span className="row wrap">
      {id === undefined ? object : <Link to={`/cases/${id}`}>{t(names.case)}</Link>}
      <span className="hint small">{t(texts.subjects, { n: subjects.length })}</span>
    </span>
  );
}
