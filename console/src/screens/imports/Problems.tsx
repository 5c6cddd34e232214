import { Button, Table } from 'antd';
import { importProblems, type ImportDetail, type ImportProblem } from '@fengqiao/contract/cases/imports.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';

/** The rows that were not taken in, and those with something to know, in the order of the file. */
export function Problems({ run }: { run: ImportDetail }) {
  const list = useMore(importProblems, (after) => ({
    params: { id: run.id },
    query: { limit: 100, ...(after === undefined ? {} : { after }) },
  }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="card work-list" aria-label={t(texts.problems)}>
      <h2>{t(texts.problems)}</h2>
      <Refusal error={list.error} onAgain={() => void list.refetch()} />
      <Table<ImportProblem>
        size="small"
        rowKey={(one) => `${one.line} ${one.code}`}
        className="rows-40"
        pagination={false}
        loading={list.isPending}
        dataSource={items}
        locale={{ emptyText: t(texts.noProblems) }}
        columns={[
          {
            title: t(texts.line),
            key: 'line',
            width: 80,
            align: 'right',
            render: (_, one) => <span className="number">{one.line}</span>,
          },
          {
            title: t(texts.externalId),
            key: 'id',
            width: 200,
            ellipsis: true,
            render: (_, one) => one.externalId ?? '—',
          },
          {
            title: t(texts.kind),
            key: 'kind',
            width: 110,
            render: (_, one) => (
              <span className={`mark ${one.rejects ? 'urgent' : 'warn'}`}>
                {t(one.rejects ? texts.rejected : texts.notes)}
              </span>
            ),
          },
          { title: t(texts.why), key: 'why', render: (_, one) => t(one) },
          {
            title: t(texts.value),
            key: 'value',
            width: 320,
            ellipsis: true,
            render: (_, one) => one.value ?? '—',
          },
        ]}
      />
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t(common.more)}
        </Button>
      )}
    </section>
  );
}
