import { Button, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { listImports, type ImportRun } from '@fengqiao/contract/cases/imports.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount, stamp } from '@fengqiao/ui/time.ts';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { names } from '../../shell/texts.ts';
import { RunMark } from './RunMark.tsx';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';

/** What was imported so far, newest first. */
export function Imports() {
  const navigate = useNavigate();
  const runs = useMore(listImports, (after) => ({
    query: { limit: 50, ...(after === undefined ? {} : { after }) },
  }));
  const items = runs.data?.pages.flatMap((page) => page.items) ?? [];
  const add = (
    <Button type="primary" onClick={() => void navigate('/imports/new')}>
      {t(texts.add)}
    </Button>
  );
  return (
    <Page title={t(names.imports)} says={t(texts.says)} extra={add}>
      <section className="card work-list" aria-label={t(names.imports)}>
        <Refusal error={runs.error} onAgain={() => void runs.refetch()} />
        <Runs items={items} loading={runs.isPending} />
        {runs.hasNextPage && (
          <Button loading={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
            {t(common.more)}
          </Button>
        )}
      </section>
    </Page>
  );
}

const figures = ['doneRows', 'created', 'updated', 'unchanged', 'rejected'] as const;
const figureNames = { ...texts, doneRows: texts.rows };

function Runs({ items, loading }: { items: readonly ImportRun[]; loading: boolean }) {
  return (
    <Table<ImportRun>
      size="small"
      rowKey="id"
      className="rows-40"
      pagination={false}
      loading={loading}
      dataSource={items}
      locale={{ emptyText: t(texts.empty) }}
      columns={[
        {
          title: t(texts.file),
          key: 'file',
          ellipsis: true,
          render: (_, run) => <Link to={`/imports/${run.id}`}>{run.fileName}</Link>,
        },
        { title: t(texts.system), key: 'system', width: 150, render: (_, run) => run.system },
        { title: t(texts.state), key: 'state', width: 170, render: (_, run) => <RunMark run={run} /> },
        ...figures.map((name) => ({
          title: t(figureNames[name]),
          key: name,
          width: 92,
          align: 'right' as const,
          render: (_: unknown, run: ImportRun) => <span className="number">{amount(run[name])}</span>,
        })),
        {
          title: t(texts.at),
          key: 'at',
          width: 150,
          render: (_, run) => <span className="number">{stamp(run.madeAt)}</span>,
        },
      ]}
    />
  );
}
