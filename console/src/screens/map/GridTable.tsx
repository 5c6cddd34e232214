import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { GridCounts, MapFilter } from '@fengqiao/contract/cases/map.ts';
import { mapKinds } from '@fengqiao/contract/cases/map-words.ts';
import { language, t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { listAddress } from './state.ts';
import { texts } from './texts.ts';

type GridTableProps = { rows: readonly GridCounts[]; filter: MapFilter };

const numbers = keysOf(mapKinds.state);

/** The map as a table: the same cases, grid by grid; every column sorts, every row leads to its cases. */
export function GridTable({ rows, filter }: GridTableProps) {
  const { nameOf } = useUnits();
  const withEnded = filter.desk === 'all' || filter.openOn !== undefined;
  const nameOfGrid = (grid: string | null) => (grid === null ? t(texts.noGrid) : nameOf(grid));
  const number = (
    key: keyof GridCounts & ('total' | 'late' | 'workers' | (typeof numbers)[number]),
    title: string,
  ) => ({
    key,
    title,
    align: 'right' as const,
    sorter: (a: GridCounts, b: GridCounts) => a[key] - b[key],
    render: (_: unknown, row: GridCounts) => (
      <span className={key === 'late' && row.late > 0 ? 'number late-number' : 'number'}>
        {amount(row[key])}
      </span>
    ),
  });
  const columns: TableColumnsType<GridCounts> = [
    {
      key: 'grid',
      width: 150,
      ellipsis: true,
      title: t(texts.grid),
      sorter: (a, b) => nameOfGrid(a.grid).localeCompare(nameOfGrid(b.grid), 'zh'),
      render: (_, row) =>
        row.grid === null ? (
          nameOfGrid(null)
        ) : (
          <Link to={listAddress({ ...filter, grid: row.grid })} title={t(texts.see)}>
            {nameOfGrid(row.grid)}
          </Link>
        ),
    },
    {
      key: 'community',
      width: language() === 'zh' ? 112 : 160,
      ellipsis: true,
      title: t(texts.community),
      sorter: (a, b) => nameOf(a.community).localeCompare(nameOf(b.community), 'zh'),
      render: (_, row) => nameOf(row.community),
    },
    { ...number('total', t(texts.sum)), defaultSortOrder: 'descend' },
    number('late', t(texts.lateCount)),
    ...numbers
      .filter((kind) => kind !== 'ended' || withEnded)
      .map((kind) => number(kind, t(mapKinds.state[kind]))),
    number('workers', t(texts.workers)),
    {
      key: 'each',
      title: t(texts.perWorker),
      align: 'right',
      sorter: (a, b) => loadOf(a) - loadOf(b),
      render: (_, row) => <span className="number">{row.workers === 0 ? '—' : amount(loadOf(row))}</span>,
    },
  ];
  return (
    <section className="card work-list map-table" aria-label={t(texts.gridTable)}>
      <Table<GridCounts>
        size="small"
        rowKey={(row) => row.grid ?? 'none'}
        className="rows-32"
        dataSource={[...rows]}
        columns={columns}
        pagination={false}
        tableLayout="fixed"
        sticky={{ offsetHeader: 52 }}
        locale={{ emptyText: t(texts.empty) }}
      />
    </section>
  );
}

/** Open cases for each worker of a grid; a grid nobody works in carries all of them. */
export const loadOf = ({ total, ended, workers }: GridCounts): number =>
  Math.round(((total - ended) / Math.max(1, workers)) * 10) / 10;
