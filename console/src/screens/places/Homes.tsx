import { PlusOutlined } from '@ant-design/icons';
import { Button, Drawer, Select, Table } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { addHome } from '@fengqiao/contract/registry/place-acts.ts';
import { listHomes, type HomeView } from '@fengqiao/contract/registry/places.ts';
import { homeUses } from '@fengqiao/contract/registry/words.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { ExportButton } from '../../parts/export/ExportButton.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { names } from '../../shell/texts.ts';
import { Home } from './Home.tsx';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';
import '../lists/lists.css';

/** Homes within the reach of the post. */
export function Homes() {
  const [asked, setAsked] = useSearchParams();
  const { of, nameOf } = useUnits();
  const me = useMe();
  const open = asked.get('open');
  const place = asked.get('place');
  const use = among(keysOf(homeUses), asked.get('use'));
  const building = asked.get('building');
  const at = place === null ? {} : of(place)?.kind === 'grid' ? { grid: place } : { community: place };
  const list = useMore(listHomes, (after) => ({
    query: {
      limit: 50,
      ...at,
      ...(use === undefined ? {} : { use }),
      ...(building === null ? {} : { building }),
      ...(after === undefined ? {} : { after }),
    },
  }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const choose = (name: string, value: string | undefined) =>
    setAsked(
      (now) => {
        if (value === undefined) now.delete(name);
        else now.set(name, value);
        return now;
      },
      { replace: true },
    );
  return (
    <Page
      title={t(names.homes)}
      says={t(texts.homesSay)}
      extra={
        mayCall(me, addHome) && (
          <Link to="/homes/new">
            <Button type="primary" icon={<PlusOutlined aria-hidden />} tabIndex={-1}>
              {t(texts.addHome)}
            </Button>
          </Link>
        )
      }
    >
      <section className="card work-list" aria-label={t(names.homes)}>
        <div className="filters">
          <UnitSelect
            kinds={['community', 'grid']}
            style={{ width: 180 }}
            value={place}
            aria-label={t(texts.place)}
            placeholder={t(texts.place)}
            onChange={(value?: string) => choose('place', value)}
          />
          <Select
            allowClear
            style={{ width: 160 }}
            value={use}
            aria-label={t(texts.use)}
            placeholder={t(texts.use)}
            options={keysOf(homeUses).map((value) => ({ value, label: t(homeUses[value]) }))}
            onChange={(value?: string) => choose('use', value)}
          />
          {building !== null && (
            <Button onClick={() => choose('building', undefined)}>{t(texts.oneBuilding)}</Button>
          )}
          <span className="grow" />
          <ExportButton
            what={{
              source: 'homes',
              filters: {
                ...at,
                ...(use === undefined ? {} : { use }),
                ...(building === null ? {} : { building }),
              },
            }}
          />
        </div>
        <Refusal error={list.error} onAgain={() => void list.refetch()} />
        <Table<HomeView>
          size="small"
          rowKey="id"
          className="rows-40"
          pagination={false}
          loading={list.isPending}
          dataSource={items}
          locale={{ emptyText: t(texts.noHomes) }}
          columns={[
            { title: t(texts.address), key: 'address', ellipsis: true, render: (_, home) => home.address },
            {
              title: t(texts.door),
              key: 'door',
              width: 160,
              render: (_, home) => (
                <Button type="link" size="small" className="row-link" onClick={() => choose('open', home.id)}>
                  {home.door || '—'}
                </Button>
              ),
            },
            { title: t(texts.use), key: 'use', width: 160, render: (_, home) => t(homeUses[home.use]) },
            {
              title: t(texts.square),
              key: 'square',
              width: 110,
              align: 'right',
              render: (_, { squareMetres }) => (
                <span className="number">{squareMetres === null ? '—' : amount(squareMetres)}</span>
              ),
            },
            {
              title: t(texts.people),
              key: 'people',
              width: 90,
              align: 'right',
              render: (_, { people }) => <span className="number">{people}</span>,
            },
            {
              title: t(texts.grid),
              key: 'grid',
              width: 170,
              ellipsis: true,
              render: (_, { grid }) => nameOf(grid),
            },
          ]}
        />
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t(common.more)}
          </Button>
        )}
      </section>
      <Drawer
        title={t(names.homes)}
        open={open !== null}
        onClose={() => choose('open', undefined)}
        size={760}
        destroyOnHidden
      >
        {open !== null && <Home id={open} />}
      </Drawer>
    </Page>
  );
}
