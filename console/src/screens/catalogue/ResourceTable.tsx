import { Table } from 'antd';
import { Link } from 'react-router';
import type { ResourceRow } from '@fengqiao/contract/catalogue/resources.ts';
import { bases, cycles } from '@fengqiao/contract/catalogue/words.ts';
import { language, t } from '@fengqiao/ui/language.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { FieldGrade, FreshMark, QualityMark, ShareMark } from './marks.tsx';
import { texts } from './texts.ts';

/** Resources one a row, each a link to all that is said of it. */
export function ResourceTable({ items, loading }: { items: readonly ResourceRow[]; loading: boolean }) {
  const { nameOf } = useUnits();
  return (
    <Table<ResourceRow>
      size="small"
      rowKey="id"
      className="rows-40"
      pagination={false}
      loading={loading}
      dataSource={items}
      tableLayout="fixed"
      locale={{ emptyText: t(texts.none) }}
      columns={[
        {
          title: t(texts.name),
          key: 'name',
          render: (_, one) => (
            <Link to={`/catalogue/${one.id}`} className="resource-name clip" title={t(one.name)}>
              {t(one.name)}
            </Link>
          ),
        },
        {
          title: t(texts.base),
          key: 'base',
          width: language() === 'zh' ? 84 : 128,
          render: (_, one) => t(bases[one.base]),
        },
        {
          title: t(texts.provider),
          key: 'provider',
          width: 122,
          render: (_, one) => (
            <span className="clip resource-name" title={t(one.providerName)}>
              {nameOf(one.provider)}
            </span>
          ),
        },
        {
          title: t(texts.shareType),
          key: 'share',
          width: language() === 'zh' ? 104 : 172,
          render: (_, one) => <ShareMark shareType={one.shareType} />,
        },
        {
          title: t(texts.grade),
          key: 'grade',
          width: language() === 'zh' ? 136 : 108,
          render: (_, one) => <FieldGrade grade={one.grade} />,
        },
        {
          title: t(texts.fields),
          dataIndex: 'fields',
          width: 70,
          align: 'right',
        },
        { title: t(texts.cycle), key: 'cycle', width: 96, render: (_, one) => t(cycles[one.cycle]) },
        {
          title: t(texts.freshness),
          key: 'fresh',
          width: 94,
          render: (_, one) => <FreshMark quality={one.quality} />,
        },
        {
          title: t(texts.quality),
          key: 'quality',
          width: 116,
          render: (_, one) => <QualityMark of={one} />,
        },
      ]}
    />
  );
}
