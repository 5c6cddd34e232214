import { Button, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { importKinds } from '@fengqiao/contract/registry/columns.ts';
import { listRegistryImports, type RegistryImport } from '@fengqiao/contract/registry/imports.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { language, t } from '@fengqiao/ui/language.ts';
import { amount, stamp } from '@fengqiao/ui/time.ts';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { names } from '../../shell/texts.ts';
import { StateMark } from './StateMark.tsx';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';

const figures = ['doneRows', 'created', 'updated', 'unchanged', 'rejected'] as const;

/** What was brought into the registry, newest first. */
export function DataImports() {
  const navigate = useNavigate();
  const list = useMore(listRegistryImports, (after) => ({
    query: { limit: 50, ...(after === undefined ? {} : { after }) },
  }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const add = (
    <Button type="primary" onClick={() => void navigate('/data-imports/new')}>
      {t(texts.add)}
    </Button>
  );
  return (
    <Page title={t(names.dataImports)} says={t(texts.says)} extra={add}>
      <section className="card work-list" aria-label={t(names.dataImports)}>
        <Refusal error={list.error} onAgain={() => void list.refetch()} />
        <Table<RegistryImport>
          size="small"
          rowKey="id"
          className="rows-40"
          pagination={false}
          loading={list.isPending}
          dataSource={items}
          locale={{ emptyText: t(texts.empty) }}
          columns={[
            {
              title: t(texts.file),
              key: 'file',
              ellipsis: true,
              render: (_, { id, fileName }) => <Link to={`/data-imports/${id}`}>{fileName}</Link>,
            },
            {
              title: t(texts.kind),
              key: 'kind',
              width: language() === 'zh' ? 72 : 118,
              render: (_, { kind }) => t(importKinds[kind]),
            },
            { title: t(texts.source), key: 'source', width: 130, ellipsis: true, dataIndex: 'source' },
            {
              title: t(texts.state),
              key: 'state',
              width: 90,
              render: (_, { state }) => <StateMark state={state} />,
            },
            ...figures.map((name) => ({
              title: t(texts[name]),
              key: name,
              width: 84,
              align: 'right' as const,
              render: (_: unknown, one: RegistryImport) => (
                <span className="number">{amount(one[name])}</span>
              ),
            })),
            {
              title: t(texts.madeAt),
              key: 'madeAt',
              width: 150,
              render: (_, { madeAt }) => <span className="number">{stamp(madeAt)}</span>,
            },
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
