import { useState } from 'react';
import { PlusOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { Link } from 'react-router';
import type { Static } from 'typebox';
import { addPerson, searchPeople, type PersonSummary } from '@fengqiao/contract/registry/people.ts';
import { personKinds, personStates, sexes } from '@fengqiao/contract/registry/words.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { language, t, tOf } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { ExportButton } from '../../parts/export/ExportButton.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { names } from '../../shell/texts.ts';
import { PeopleSearch } from './PeopleSearch.tsx';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';

export type Sought = Static<typeof searchPeople.body>;

/** People within the reach of the post. What is looked for stays in memory: names and numbers have no place in an address. */
export function People() {
  const { role, unit } = useMe();
  // A worker of the ground begins with their own people; whoever keeps the whole street says whom they look for.
  const own =
    unit === null
      ? null
      : role === 'grid_worker'
        ? { grid: unit }
        : role === 'community'
          ? { community: unit }
          : null;
  const [sought, setSought] = useState<Sought | null>(own === null ? null : { purpose: 'register', ...own });
  return (
    <Page title={t(names.people)} says={t(texts.says)} extra={<Extra sought={sought} />}>
      <section className="card stack" aria-label={t(texts.find)}>
        <PeopleSearch start={sought} onSearch={setSought} />
      </section>
      <section className="card work-list" aria-label={t(names.people)}>
        {sought === null ? (
          <p className="wait">{t(texts.start)}</p>
        ) : (
          <Found key={JSON.stringify(sought)} sought={sought} />
        )}
      </section>
    </Page>
  );
}

function Extra({ sought }: { sought: Sought | null }) {
  return (
    <>
      <ExportFound sought={sought} />
      {mayCall(useMe(), addPerson) && (
        <Link to="/people/new">
          <Button type="primary" icon={<PlusOutlined aria-hidden />} tabIndex={-1}>
            {t(texts.add)}
          </Button>
        </Link>
      )}
    </>
  );
}

/** A list for a task is of a place or a kind; whoever looks for one person needs no list. */
function ExportFound({ sought }: { sought: Sought | null }) {
  const { name, phone, idNumber, address, community, grid, kind } = sought ?? { purpose: 'register' };
  if ([name, phone, idNumber, address].some((one) => one !== undefined)) return null;
  return <ExportButton what={{ source: 'people', filters: filled({ community, grid, kind }) }} />;
}

function Found({ sought }: { sought: Sought }) {
  const list = useMore(searchPeople, (after) => ({
    body: { ...sought, ...(after === undefined ? {} : { after }) },
  }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error !== null) return <Refusal error={list.error} onAgain={() => void list.refetch()} />;
  return (
    <>
      <PeopleTable items={items} loading={list.isPending} purpose={sought.purpose} />
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t(common.more)}
        </Button>
      )}
    </>
  );
}

/** Masked people in a table; each leads to their page, for the same purpose. */
function PeopleTable({
  items,
  loading,
  purpose,
}: {
  items: readonly PersonSummary[];
  loading: boolean;
  purpose: Sought['purpose'];
}) {
  const { nameOf } = useUnits();
  return (
    <Table<PersonSummary>
      size="small"
      rowKey="id"
      className="rows-40"
      pagination={false}
      loading={loading}
      dataSource={items}
      locale={{ emptyText: t(texts.empty) }}
      columns={[
        {
          title: t(texts.called),
          key: 'name',
          width: 140,
          render: (_, { id, name }) => <Link to={`/people/${id}?for=${purpose}`}>{name}</Link>,
        },
        {
          title: t(texts.sex),
          key: 'sex',
          width: language() === 'zh' ? 64 : 88,
          render: (_, { sex }) => tOf(sexes, sex),
        },
        {
          title: t(texts.phone),
          key: 'phone',
          width: 140,
          render: (_, { phone }) => <span className="number">{phone ?? '—'}</span>,
        },
        {
          title: t(texts.kind),
          key: 'kind',
          width: language() === 'zh' ? 110 : 148,
          render: (_, { kind }) => t(personKinds[kind]),
        },
        {
          title: t(texts.building),
          key: 'building',
          ellipsis: true,
          render: (_, { building }) => building ?? '—',
        },
        {
          title: t(texts.grid),
          key: 'grid',
          width: 160,
          ellipsis: true,
          render: (_, { grid, community }) => nameOf(grid ?? community),
        },
        {
          title: t(texts.state),
          key: 'state',
          width: 100,
          render: (_, { state }) => (
            <span className={`mark ${state === 'here' ? 'good' : ''}`}>{t(personStates[state])}</span>
          ),
        },
      ]}
    />
  );
}
