import { Table } from 'antd';
import type { DraftContent, ResourceView } from '@fengqiao/contract/catalogue/resources.ts';
import { itemTypes } from '@fengqiao/contract/catalogue/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { share } from '@fengqiao/ui/time.ts';
import { texts as common } from '../../parts/texts.ts';
import { FieldGrade } from './marks.tsx';
import { pageTexts as texts } from './texts.ts';

type Item = DraftContent['items'][number];
type ItemsProps = { content: DraftContent; quality?: ResourceView['fieldQuality'] };
const percent = (part: number | null | undefined, unknown: string) =>
  part === null || part === undefined ? unknown : share(part, 1);

/** The fields with their grades; where the data lies here, how each stands. */
export function Items({ content, quality = [] }: ItemsProps) {
  const of = (name: string) => quality.find((one) => one.name === name);
  const measured = [
    { title: t(texts.filled), key: 'filled', value: (name: string) => of(name)?.filled, few: t(texts.few) },
    { title: t(texts.valid), key: 'valid', value: (name: string) => of(name)?.valid, few: '—' },
    { title: t(texts.distinct), key: 'distinct', value: (name: string) => of(name)?.distinct, few: '—' },
  ];
  return (
    <section className="card" aria-label={t(texts.items)}>
      <h2>{t(texts.items)}</h2>
      <Table<Item>
        size="small"
        rowKey="name"
        pagination={false}
        dataSource={content.items}
        columns={[
          {
            title: t(texts.item),
            key: 'zh',
            render: (_, one) => (
              <>
                {t(one)} <code className="hint small">{one.name}</code>
              </>
            ),
          },
          {
            title: t(texts.type),
            key: 'type',
            width: 92,
            render: (_, one) => (
              <>
                {t(itemTypes[one.type])}
                {one.length !== undefined && <span className="hint small number"> {one.length}</span>}
              </>
            ),
          },
          {
            title: t(texts.grade),
            key: 'grade',
            width: 136,
            render: (_, one) => <FieldGrade grade={one.grade} />,
          },
          {
            title: t(texts.required),
            key: 'required',
            width: 70,
            render: (_, one) => t(one.required ? common.yes : common.no),
          },
          ...(quality.length === 0
            ? []
            : measured.map(({ title, key, value, few }) => ({
                title,
                key,
                width: 76,
                align: 'right' as const,
                render: (_: unknown, one: Item) => (
                  <span className="number">{percent(value(one.name), few)}</span>
                ),
              }))),
        ]}
      />
    </section>
  );
}
