import { Button, Drawer, Input, Select, Table } from 'antd';
import { useSearchParams } from 'react-router';
import { putRow } from '@fengqiao/contract/cases.ts';
import type { ListRow } from '@fengqiao/contract/cases/list-row.ts';
import { bases, duties, placeKinds } from '@fengqiao/contract/cases/words.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { term } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { GradeMark } from '../../parts/Marks.tsx';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import type { List } from './list.ts';
import { RowForm } from './RowForm.tsx';
import { texts } from './texts.ts';

const PAGE = 50;
const optionsOf = <K extends string>(words: Readonly<Record<K, Both>>) =>
  keysOf(words).map((value) => ({ value, label: t(words[value]) }));

/** All rows of a version with filters in the address; a row opens at the side and, in a draft, is written there. */
export function Rows({ list }: { list: List }) {
  const me = useMe();
  const [asked, setAsked] = useSearchParams();
  const writable = list.state === 'draft' && mayCall(me, putRow);
  const put = (change: Readonly<Record<string, string | null>>) =>
    setAsked(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(change)) {
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  const shown = list.items.filter((row) => fits(row, asked));
  const open = asked.get('row');
  const chosen = list.items.find((row) => row.rowKey === open) ?? null;
  return (
    <section className="card work-list" aria-label={t(texts.table)}>
      <div className="row wrap">
        <Input.Search
          allowClear
          style={{ width: 240 }}
          defaultValue={asked.get('q') ?? ''}
          placeholder={t(texts.find)}
          aria-label={t(texts.find)}
          onSearch={(q) => put({ q })}
        />
        <Select
          allowClear
          style={{ width: 130 }}
          aria-label={t(texts.basis)}
          placeholder={t(texts.basis)}
          value={asked.get('basis')}
          options={optionsOf(bases)}
          onChange={(basis) => put({ basis })}
        />
        <Select
          allowClear
          style={{ width: 150 }}
          aria-label={t(texts.duty)}
          placeholder={t(texts.duty)}
          value={asked.get('duty')}
          options={optionsOf(duties)}
          onChange={(duty) => put({ duty })}
        />
        <UnitSelect
          style={{ width: 150 }}
          aria-label={t(texts.lead)}
          placeholder={t(texts.lead)}
          value={asked.get('lead')}
          onChange={(lead: string | null) => put({ lead })}
        />
        <span className="grow hint small">{t(texts.shown, { n: shown.length, all: list.items.length })}</span>
        {writable && (
          <Button type="primary" onClick={() => put({ row: 'new' })}>
            {t(texts.add)}
          </Button>
        )}
      </div>
      <RowTable rows={shown} onOpen={(row) => put({ row })} />
      <Drawer
        title={open === 'new' ? t(texts.add) : `${t(writable ? texts.edit : texts.view)} ${open ?? ''}`}
        open={open === 'new' || chosen !== null}
        onClose={() => put({ row: null })}
        size={760}
        destroyOnHidden
      >
        <RowForm
          key={open}
          version={list.version}
          row={open === 'new' ? null : chosen}
          writable={writable}
          onDone={() => put({ row: null })}
        />
      </Drawer>
    </section>
  );
}

function fits(row: ListRow, asked: URLSearchParams): boolean {
  const is = (name: 'basis' | 'duty' | 'lead') => asked.get(name) === null || row[name] === asked.get(name);
  const q = (asked.get('q') ?? '').toLowerCase();
  const words = [
    row.rowKey,
    row.majorZh,
    row.zh,
    row.en,
    row.registerCondition,
    row.closeCondition,
    ...row.keywords,
  ]
    .join(' ')
    .toLowerCase();
  return is('basis') && is('duty') && is('lead') && words.includes(q);
}

function RowTable({ rows, onOpen }: { rows: readonly ListRow[]; onOpen: (rowKey: string) => void }) {
  const { nameOf } = useUnits();
  return (
    <Table<ListRow>
      size="small"
      rowKey="rowKey"
      tableLayout="fixed"
      className="rows-40"
      dataSource={rows}
      pagination={rows.length > PAGE ? { pageSize: PAGE, size: 'small', showSizeChanger: false } : false}
      onRow={(row) => ({ onDoubleClick: () => onOpen(row.rowKey) })}
      columns={[
        {
          title: t(texts.type),
          key: 'type',
          width: 230,
          ellipsis: true,
          render: (_, row) => (
            <Button type="link" size="small" className="row-link" onClick={() => onOpen(row.rowKey)}>
              {row.rowKey} {t(row)}
            </Button>
          ),
        },
        {
          title: t(texts.duty),
          key: 'duty',
          width: 92,
          render: (_, row) => (
            <span
              className={
                row.duty === 'recalled'
                  ? 'mark wraps urgent'
                  : row.duty === 'assist'
                    ? 'mark wraps warn'
                    : 'mark wraps'
              }
            >
              {t(duties[row.duty])}
            </span>
          ),
        },
        { title: t(texts.basis), key: 'basis', width: 92, render: (_, row) => t(bases[row.basis]) },
        {
          title: t(texts.lead),
          key: 'lead',
          width: 110,
          ellipsis: true,
          render: (_, row) => nameOf(row.lead),
        },
        {
          title: t(texts.co),
          key: 'co',
          width: 140,
          ellipsis: true,
          render: (_, row) => listed(row.co.map(nameOf)) || '—',
        },
        {
          title: t(texts.grade),
          key: 'grade',
          width: 80,
          render: (_, row) => <GradeMark grade={row.grade} />,
        },
        {
          title: t(texts.limit),
          key: 'limit',
          width: 110,
          render: (_, row) => term(row.limit.value, row.limit.unit),
        },
        { title: t(texts.when), key: 'when', ellipsis: true, render: (_, row) => whenOf(row, nameOf) },
      ]}
    />
  );
}

function whenOf(
  { placeKinds: places, communities, hours }: ListRow,
  nameOf: (unit: string) => string,
): string {
  const parts = [
    ...places.map((kind) => t(placeKinds[kind])),
    ...communities.map(nameOf),
    ...(hours === null ? [] : [t(texts.hours, { from: hours[0], to: hours[1] })]),
  ];
  return parts.length === 0 ? t(texts.always) : listed(parts);
}
