import type { ReactNode } from 'react';
import { Table } from 'antd';
import type { Both } from '@fengqiao/contract/route.ts';
import type { HomeDetail, OrganizationDetail } from '@fengqiao/contract/registry/places.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { texts } from './texts.ts';

type Source = (HomeDetail | OrganizationDetail)['sources'][number];
type Props<F extends string> = {
  names: Readonly<Record<F, Both>>;
  sources: readonly (Omit<Source, 'field'> & { readonly field: F })[];
  values: Readonly<Record<F, ReactNode>>;
};

/** Every fact of a home or organization with where it comes from, its day, and the unit that vouches for it. */
export function PlaceFacts<F extends string>({ names, sources, values }: Props<F>) {
  const { nameOf } = useUnits();
  return (
    <Table
      size="small"
      rowKey="field"
      className="rows-40"
      pagination={false}
      dataSource={[...sources]}
      columns={[
        { title: t(texts.field), key: 'field', width: 150, render: (_, { field }) => t(names[field]) },
        { title: t(texts.value), key: 'value', render: (_, { field }) => values[field] ?? '—' },
        { title: t(texts.source), key: 'source', width: 116, dataIndex: 'source' },
        {
          title: t(texts.asOf),
          key: 'asOf',
          width: 104,
          render: (_, { asOf }) => <span className="number">{asOf}</span>,
        },
        {
          title: t(texts.unit),
          key: 'unit',
          width: 170,
          ellipsis: true,
          render: (_, { unit }) => <span title={unit === null ? '' : t(unit.name)}>{nameOf(unit?.id)}</span>,
        },
      ]}
    />
  );
}
