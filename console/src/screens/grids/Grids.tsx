import { useState } from 'react';
import { Input, Table } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { gridPurposes, listGrids, type GridView } from '@fengqiao/contract/grids.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Page } from '../../parts/Page.tsx';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { names } from '../../shell/texts.ts';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';

const HECTARE = 10_000;

/** Every grid with who works there and where to complain. */
export function Grids() {
  const [asked, setAsked] = useSearchParams();
  const [words, setWords] = useState('');
  const community = asked.get('community');
  const grids = useSay(listGrids, { query: community === null ? {} : { community } }, { keepLast: true });
  const fits = (grid: GridView) =>
    [grid.name.zh, grid.name.en, grid.id, grid.code ?? '', ...grid.workers]
      .join(' ')
      .toLowerCase()
      .includes(words.trim().toLowerCase());
  const extra = (
    <>
      <Input
        allowClear
        style={{ width: 200 }}
        value={words}
        placeholder={t(texts.find)}
        aria-label={t(texts.find)}
        onChange={(event) => setWords(event.target.value)}
      />
      <UnitSelect
        kinds={['community']}
        style={{ width: 160 }}
        aria-label={t(texts.community)}
        placeholder={t(texts.community)}
        value={community}
        onChange={(value: string | null) =>
          setAsked(value === null || value === undefined ? {} : { community: value }, { replace: true })
        }
      />
    </>
  );
  return (
    <Page title={t(names.grids)} says={t(texts.says)} extra={extra}>
      <Answer of={grids}>{({ items }) => <GridTable grids={items.filter(fits)} />}</Answer>
    </Page>
  );
}

function GridTable({ grids }: { grids: readonly GridView[] }) {
  return (
    <section className="card work-list" aria-label={t(names.grids)}>
      <span className="hint small">
        {t(texts.total, {
          n: grids.length,
          h: amount(grids.reduce((sum, grid) => sum + (grid.households ?? 0), 0)),
        })}
      </span>
      <Table<GridView>
        size="small"
        rowKey="id"
        className="rows-40"
        dataSource={grids}
        pagination={grids.length > 50 ? { pageSize: 50, size: 'small', showSizeChanger: false } : false}
        columns={[
          { title: t(texts.name), key: 'name', render: (_, grid) => t(grid.name) },
          {
            title: t(texts.community),
            key: 'community',
            className: 'number',
            render: (_, grid) => (grid.community === null ? '—' : t(grid.community.name)),
          },
          {
            title: t(texts.code),
            key: 'code',
            render: (_, grid) => <span className="number">{grid.code ?? '—'}</span>,
          },
          { title: t(texts.purpose), key: 'purpose', render: (_, grid) => t(gridPurposes[grid.purpose]) },
          {
            title: t(texts.area),
            key: 'area',
            align: 'right',
            render: (_, grid) => amount(Math.round(grid.squareMetres / (HECTARE / 10)) / 10),
          },
          {
            title: t(texts.households),
            key: 'households',
            align: 'right',
            render: (_, grid) => (grid.households === null ? '—' : amount(grid.households)),
          },
          {
            title: t(texts.workers),
            key: 'workers',
            render: (_, grid) =>
              grid.workers.length === 0 ? (
                <span className="mark warn">{t(texts.noWorkers)}</span>
              ) : (
                listed(grid.workers)
              ),
          },
          {
            title: t(texts.phone),
            key: 'phone',
            render: (_, grid) => <span className="number">{grid.phone ?? '—'}</span>,
          },
          {
            title: t(texts.supervision),
            key: 'supervision',
            render: (_, grid) => <span className="number">{grid.supervisionPhone}</span>,
          },
          {
            title: t(texts.open),
            key: 'open',
            render: (_, grid) => (
              <Link
                to={`/cases?desk=open&grid=${grid.id}`}
                aria-label={t(texts.seeCases, { grid: t(grid.name) })}
              >
                {t(texts.see)}
              </Link>
            ),
          },
        ]}
      />
    </section>
  );
}
