import { Breadcrumb, Button, Input, Table } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { findRegistryAddresses, type AddressNode } from '@fengqiao/contract/registry/addresses.ts';
import { listHomes } from '@fengqiao/contract/registry/places.ts';
import { addressLevels } from '@fengqiao/contract/registry/words.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { names } from '../../shell/texts.ts';
import { addressTexts as texts } from './address-texts.ts';
import '../../parts/work-list/work-list.css';
import '../lists/lists.css';

/** The address book, level by level; where one is, and what is looked for, stand in the address of the screen. */
export function Addresses() {
  const [asked, setAsked] = useSearchParams();
  const q = asked.get('q') ?? '';
  const at = asked.get('at');
  const list = useMore(findRegistryAddresses, (after) => ({
    query: {
      ...(q !== '' ? { q } : at === null ? {} : { parent: at }),
      ...(after === undefined ? {} : { after }),
    },
  }));
  const pages = list.data?.pages ?? [];
  const path = pages[0]?.path ?? [];
  const crumbs = [
    { title: <Link to="/addresses">{t(texts.top)}</Link> },
    ...path.map(({ id, text }, i) => ({
      title: i === path.length - 1 ? text : <Link to={`/addresses?at=${id}`}>{text}</Link>,
    })),
  ];
  return (
    <Page title={t(names.addresses)} says={t(texts.says)}>
      <section className="card work-list" aria-label={t(names.addresses)}>
        <div className="filters">
          <Input.Search
            allowClear
            key={q}
            maxLength={60}
            defaultValue={q}
            style={{ width: 320 }}
            aria-label={t(texts.find)}
            placeholder={t(texts.find)}
            onSearch={(value) => setAsked(value.trim() === '' ? {} : { q: value.trim() })}
          />
          {q === '' && <Breadcrumb items={crumbs} />}
        </div>
        <Refusal error={list.error} onAgain={() => void list.refetch()} />
        <Nodes
          items={pages.flatMap((page) => page.items)}
          loading={list.isPending}
          empty={t(q === '' ? texts.nothingBelow : texts.nothingFound)}
        />
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t(common.more)}
          </Button>
        )}
      </section>
      <p className="hint small">{t(texts.levels)}</p>
    </Page>
  );
}

type Props = { items: readonly AddressNode[]; loading: boolean; empty: string };

function Nodes({ items, loading, empty }: Props) {
  const { nameOf } = useUnits();
  return (
    <Table<AddressNode>
      size="small"
      rowKey="id"
      className="rows-40"
      pagination={false}
      loading={loading}
      dataSource={[...items]}
      locale={{ emptyText: empty }}
      columns={[
        { title: t(texts.address), key: 'text', ellipsis: true, render: (_, node) => <Way node={node} /> },
        { title: t(texts.level), key: 'level', width: 168, render: (_, node) => <Level node={node} /> },
        counted(texts.below, 'below'),
        {
          ...counted(texts.homes, 'homes'),
          render: (_: unknown, node: AddressNode) => <Homes node={node} />,
        },
        counted(texts.people, 'people'),
        {
          title: t(texts.place),
          key: 'place',
          width: 130,
          ellipsis: true,
          render: (_, { grid, community }) => nameOf(grid ?? community),
        },
        {
          title: t(texts.source),
          key: 'source',
          width: 290,
          ellipsis: true,
          render: (_, { source, asOf, unit }) => (
            <span title={unit === null ? '' : t(unit.name)}>
              {source} <span className="number">{asOf}</span>
              {unit !== null && ` · ${nameOf(unit.id)}`}
            </span>
          ),
        },
      ]}
    />
  );
}

const counted = (title: { zh: string; en: string }, key: 'below' | 'homes' | 'people') => ({
  title: t(title),
  key,
  width: 84,
  align: 'right' as const,
  render: (_: unknown, node: AddressNode) => <span className="number">{amount(node[key])}</span>,
});

/** Down to what lies below; a door leads no further. */
function Way({ node: { id, text, below } }: { node: AddressNode }) {
  return below === 0 ? text : <Link to={`/addresses?at=${id}`}>{text}</Link>;
}

/** What kind of place it is, with the code of the standard, or that the level is of our own. */
function Level({ node: { level, code } }: { node: AddressNode }) {
  return (
    <span className="row">
      {t(addressLevels[level])}
      <span className="hint small">
        {code === null ? t(texts.ours) : <span className="number">{code}</span>}
      </span>
    </span>
  );
}

function Homes({ node: { homes, building, level } }: { node: AddressNode }) {
  const leads = mayCall(useMe(), listHomes) && homes > 0 && building !== null && level === 'building';
  const words = <span className="number">{amount(homes)}</span>;
  return leads ? <Link to={`/homes?building=${building}`}>{words}</Link> : words;
}
