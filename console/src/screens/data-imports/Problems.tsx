import { Button, Table } from 'antd';
import { listRegistryProblems, type RegistryImportDetail } from '@fengqiao/contract/registry/imports.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';

/** How many rows each problem concerns, and which. What the rows say stands in the report alone. */
export function Problems({ one }: { one: RegistryImportDetail }) {
  const list = useMore(
    listRegistryProblems,
    (after) => ({ params: { id: one.id }, query: { limit: 50, ...(after === undefined ? {} : { after }) } }),
    one.problems.length > 0,
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="card work-list" aria-label={t(texts.problems)}>
      <h2>{t(texts.problems)}</h2>
      {one.problems.length === 0 ? (
        <p className="hint">{t(texts.noProblems)}</p>
      ) : (
        <>
          <ul className="row wrap">
            {one.problems.map((problem) => (
              <li
                key={`${problem.code} ${problem.rejects}`}
                className={`mark ${problem.rejects ? 'urgent' : 'warn'}`}
              >
                {t(problem)} <span className="number">{amount(problem.rows)}</span>
              </li>
            ))}
          </ul>
          <Refusal error={list.error} onAgain={() => void list.refetch()} />
          <Table
            size="small"
            rowKey={({ line, code }) => `${line} ${code}`}
            className="rows-32"
            pagination={false}
            loading={list.isPending}
            dataSource={items}
            columns={[
              {
                title: t(texts.line),
                key: 'line',
                width: 100,
                align: 'right',
                render: (_, { line }) => <span className="number">{line}</span>,
              },
              {
                title: t(texts.act),
                key: 'act',
                width: 110,
                render: (_, { rejects }) => (
                  <span className={`mark ${rejects ? 'urgent' : 'warn'}`}>
                    {t(rejects ? texts.rejected : texts.notes)}
                  </span>
                ),
              },
              { title: t(texts.code), key: 'code', render: (_, problem) => t(problem) },
            ]}
          />
          {list.hasNextPage && (
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t(common.more)}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
