import { PlusOutlined } from '@ant-design/icons';
import { Button, Drawer, Input, Select, Table } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { addOrganization } from '@fengqiao/contract/registry/place-acts.ts';
import { listOrganizations, type OrganizationView } from '@fengqiao/contract/registry/places.ts';
import { organizationKinds, organizationStates } from '@fengqiao/contract/registry/words.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { ExportButton } from '../../parts/export/ExportButton.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { names } from '../../shell/texts.ts';
import { Organization } from './Organization.tsx';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';
import '../lists/lists.css';

/** Organizations within the reach of the post. */
export function Organizations() {
  const [asked, setAsked] = useSearchParams();
  const { nameOf } = useUnits();
  const me = useMe();
  const open = asked.get('open');
  const q = asked.get('q') ?? '';
  const kind = among(keysOf(organizationKinds), asked.get('kind'));
  const list = useMore(listOrganizations, (after) => ({
    query: {
      limit: 50,
      ...(q === '' ? {} : { q }),
      ...(kind === undefined ? {} : { kind }),
      ...(after === undefined ? {} : { after }),
    },
  }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const choose = (name: string, value: string | undefined) =>
    setAsked(
      (now) => {
        if (value === undefined || value === '') now.delete(name);
        else now.set(name, value);
        return now;
      },
      { replace: true },
    );
  return (
    <Page
      title={t(names.organizations)}
      says={t(texts.organizationsSay)}
      extra={
        mayCall(me, addOrganization) && (
          <Link to="/organizations/new">
            <Button type="primary" icon={<PlusOutlined aria-hidden />} tabIndex={-1}>
              {t(texts.addOrganization)}
            </Button>
          </Link>
        )
      }
    >
      <section className="card work-list" aria-label={t(names.organizations)}>
        <div className="filters">
          <Input.Search
            allowClear
            maxLength={60}
            defaultValue={q}
            style={{ width: 280 }}
            aria-label={t(texts.find)}
            placeholder={t(texts.find)}
            onSearch={(value) => choose('q', value.trim())}
          />
          <Select
            allowClear
            style={{ width: 180 }}
            value={kind}
            aria-label={t(texts.kind)}
            placeholder={t(texts.kind)}
            options={keysOf(organizationKinds).map((value) => ({
              value,
              label: t(organizationKinds[value]),
            }))}
            onChange={(value?: string) => choose('kind', value)}
          />
          <span className="grow" />
          <ExportButton
            what={{
              source: 'organizations',
              filters: { ...(q === '' ? {} : { q }), ...(kind === undefined ? {} : { kind }) },
            }}
          />
        </div>
        <Refusal error={list.error} onAgain={() => void list.refetch()} />
        <Table<OrganizationView>
          size="small"
          rowKey="id"
          className="rows-40"
          pagination={false}
          loading={list.isPending}
          dataSource={items}
          locale={{ emptyText: t(texts.noOrganizations) }}
          columns={[
            {
              title: t(texts.name),
              key: 'name',
              ellipsis: true,
              render: (_, { id, name }) => (
                <Button type="link" size="small" className="row-link" onClick={() => choose('open', id)}>
                  {name}
                </Button>
              ),
            },
            {
              title: t(texts.code),
              key: 'code',
              width: 200,
              render: (_, { creditCode }) => <span className="number">{creditCode ?? '—'}</span>,
            },
            {
              title: t(texts.kind),
              key: 'kind',
              width: 170,
              render: (_, one) => t(organizationKinds[one.kind]),
            },
            { title: t(texts.address), key: 'address', ellipsis: true, dataIndex: 'address' },
            {
              title: t(texts.grid),
              key: 'grid',
              width: 150,
              ellipsis: true,
              render: (_, { grid }) => nameOf(grid),
            },
            {
              title: t(texts.state),
              key: 'state',
              width: 100,
              render: (_, { state }) => (
                <span className={`mark ${state === 'open' ? 'good' : ''}`}>
                  {t(organizationStates[state])}
                </span>
              ),
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
        title={t(names.organizations)}
        open={open !== null}
        onClose={() => choose('open', undefined)}
        size={760}
        destroyOnHidden
      >
        {open !== null && <Organization id={open} onMoved={() => choose('open', undefined)} />}
      </Drawer>
    </Page>
  );
}
