import { useState } from 'react';
import { Button, Table, type TableProps } from 'antd';
import { useNavigate } from 'react-router';
import { listCases, type CaseQuery } from '@fengqiao/contract/cases.ts';
import type { CaseLine } from '@fengqiao/contract/cases/views.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { BulkBar, bulkActsOf } from '../bulk/BulkBar.tsx';
import { useSelection, type Selection } from '../bulk/selection.ts';
import { texts as bulk } from '../bulk/texts.ts';
import { KeyHelp } from '../KeyHelp.tsx';
import { useKeys } from '../keys.ts';
import { texts as desk } from '../desk/texts.ts';
import { Refusal } from '../Refusal.tsx';
import { columnsOf } from './columns.tsx';
import { Filters, Order } from './Filters.tsx';
import { Layout, useLayout } from './Layout.tsx';
import { useCaseQuery } from './query.ts';
import { texts } from './texts.ts';
import { ExportButton } from '../export/ExportButton.tsx';
import { LinkButton } from './LinkButton.tsx';
import { Views } from './Views.tsx';
import './work-list.css';

const PAGE = 30;

/** The work list: everything that filters it stands in the address. */
export function WorkList() {
  const { query, change, clear } = useCaseQuery();
  const { page, ...asked } = query;
  const layout = useLayout();
  const { nameOf } = useUnits();
  const list = useSay(
    listCases,
    { query: { desk: 'open', sort: 'due', ...asked, limit: PAGE } },
    { keepLast: true, everyMs: 120_000 },
  );
  const items = list.data?.items ?? [];
  const navigate = useNavigate();
  const selection = useSelection();
  const selects = bulkActsOf(useMe()).length > 0;
  const { at, bind } = useCursor(
    items,
    (line) => void navigate(`/cases/${line.id}`),
    selects ? (line) => selection.toggle(line.id) : null,
  );
  return (
    <div className="stack">
      <div className="card work-list">
        <Filters query={query} onChange={change} />
        <div className="row between list-tools no-print">
          <Order
            query={query}
            onChange={change}
            onClear={() => clear(query.desk === undefined ? {} : { desk: query.desk })}
          />
          <span className="row">
            {list.isPlaceholderData && <output className="hint small">{t(texts.refreshed)}</output>}
            <Views onOpen={(saved) => clear(Object.fromEntries(new URLSearchParams(saved)))} />
            <Layout layout={layout} />
            <LinkButton size="small" />
            <ExportButton size="small" what={{ source: 'cases', filters: filtersOf(asked) }} />
          </span>
        </div>
        <BulkBar selection={selection} />
        <Refusal error={list.error} onAgain={() => void list.refetch()} />
        <Table<CaseLine>
          aria-label={t(texts.table)}
          className={layout.compact ? 'rows-32' : 'rows-40'}
          size="small"
          rowKey="id"
          tableLayout="fixed"
          columns={columnsOf(layout.columns, nameOf)}
          dataSource={items}
          loading={list.isPending}
          pagination={false}
          locale={{ emptyText: <Empty /> }}
          rowClassName={(_, index) => (index === at ? 'at' : '')}
          onRow={bind}
          {...(selects ? { rowSelection: selectionOf(selection) } : {})}
        />
        <Pages
          page={page}
          next={list.data?.next ?? null}
          onMove={(after, to) => change({ after, page: to > 1 ? to : undefined })}
        />
      </div>
    </div>
  );
}

const selectionOf = ({ chosen, choose }: Selection): NonNullable<TableProps<CaseLine>['rowSelection']> => ({
  selectedRowKeys: [...chosen],
  preserveSelectedRowKeys: true,
  onChange: (keys) => choose(keys.map(String)),
  getTitleCheckboxProps: () => ({ 'aria-label': t(bulk.selectAll) }),
  getCheckboxProps: (line) => ({ 'aria-label': t(bulk.select, { title: line.title }) }),
});

/** What narrows the list, without where its page stands. */
const filtersOf = ({ after: _after, limit: _limit, ...filters }: CaseQuery) => ({
  desk: 'open' as const,
  sort: 'due' as const,
  ...filters,
});

/**
 * j and k move along the rows, Enter or o opens the one they stand on, x chooses it. They stand on a case and not on a place of
 * the list, so that what others do meanwhile puts no other case under the key; a case that is gone leaves its place.
 */
export function useCursor(
  items: readonly CaseLine[],
  onOpen: (line: CaseLine) => void,
  onSelect: ((line: CaseLine) => void) | null,
) {
  const [stood, setStood] = useState<{ readonly id: string; readonly place: number } | null>(null);
  const found = stood === null ? -1 : items.findIndex(({ id }) => id === stood.id);
  const at = stood === null || found >= 0 ? found : Math.min(stood.place, items.length - 1);
  const stand = (place: number) => {
    const line = items[place];
    if (line !== undefined) setStood({ id: line.id, place });
  };
  const move = (by: number) => stand(Math.min(Math.max(at + by, 0), items.length - 1));
  const line = items[at];
  const open = () => line !== undefined && onOpen(line);
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    ...(at >= 0 ? { Enter: open, o: open } : {}),
    ...(line !== undefined && onSelect !== null ? { x: () => onSelect(line) } : {}),
  });
  const bind = (line: CaseLine, index?: number) => ({
    onClick: () => stand(index ?? -1),
    onDoubleClick: () => onOpen(line),
    'aria-selected': index === at,
  });
  return { at, bind };
}

function Empty() {
  return (
    <div className="wait">
      <span>
        {t(texts.empty)}
        <br />
        <span className="small">{t(texts.emptyHow)}</span>
      </span>
    </div>
  );
}

const listKeys = [
  ['j k', desk.keyMove],
  ['Enter o', desk.keyOpen],
  ['x', desk.keySelect],
  ['d', desk.keyDispatch],
  ['m', desk.keyMerge],
  ['a', desk.keyAcknowledge],
] as const;

type PagesProps = {
  page: number;
  next: string | null;
  onMove: (after: string | undefined, page: number) => void;
};

function Pages({ page, next, onMove }: PagesProps) {
  const navigate = useNavigate();
  return (
    <div className="row pages no-print">
      <span className="keys small hint grow">
        <kbd>j</kbd> <kbd>k</kbd> {t(texts.keys)} · <KeyHelp keys={listKeys} />
      </span>
      <span className="hint small">{t(texts.pageNo, { n: page })}</span>
      <Button size="small" disabled={page === 1} onClick={() => onMove(undefined, 1)}>
        {t(texts.first)}
      </Button>
      <Button size="small" disabled={page === 1} onClick={() => void navigate(-1)}>
        {t(texts.previous)}
      </Button>
      <Button size="small" disabled={next === null} onClick={() => onMove(next ?? undefined, page + 1)}>
        {t(texts.next)}
      </Button>
    </div>
  );
}
