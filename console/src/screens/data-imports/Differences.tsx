import { Table } from 'antd';
import { importDifferences } from '@fengqiao/contract/registry/imports.ts';
import { personFields } from '@fengqiao/contract/registry/people.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { listed, t, tOf } from '@fengqiao/ui/language.ts';
import { Answer } from '../../parts/Answer.tsx';
import { texts } from './texts.ts';

const words = { ...personFields, kind: texts.kindField };

/** The first rows that would be written, and which facts of them change; names are masked, contents are not told. */
export function Differences({ id }: { id: string }) {
  const found = useSay(importDifferences, { params: { id }, query: { limit: 50 } });
  return (
    <section className="card work-list" aria-label={t(texts.differences)}>
      <h2>{t(texts.differences)}</h2>
      <Answer of={found}>
        {({ items }) => (
          <Table
            size="small"
            rowKey="line"
            className="rows-32"
            pagination={false}
            dataSource={items}
            locale={{ emptyText: t(texts.noDifferences) }}
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
                render: (_, { act }) => (
                  <span className={`mark ${act === 'new' ? 'good' : 'primary'}`}>
                    {t(act === 'new' ? texts.created : texts.updated)}
                  </span>
                ),
              },
              { title: t(texts.label), key: 'label', width: 240, ellipsis: true, dataIndex: 'label' },
              {
                title: t(texts.changes),
                key: 'changes',
                render: (_, { fields }) =>
                  fields.length === 0 ? '—' : listed(fields.map((field) => tOf(words, field))),
              },
            ]}
          />
        )}
      </Answer>
    </section>
  );
}
