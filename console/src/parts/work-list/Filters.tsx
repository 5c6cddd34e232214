import { lazy, Suspense, useEffect, useState } from 'react';
import { CloseOutlined, FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Popover, Select, Tag } from 'antd';
import { deskNames } from '@fengqiao/contract/cases/desk-names.ts';
import { desks, sorts } from '@fengqiao/contract/cases.ts';
import { parts } from '@fengqiao/contract/cases/figures.ts';
import { grades, states } from '@fengqiao/contract/cases/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { dayOf } from '@fengqiao/ui/time.ts';
import { TypeSelect } from '../TypeSelect.tsx';
import { UnitSelect } from '../UnitSelect.tsx';
import { Waiting } from '../Waiting.tsx';
import { optionsOf } from './options.ts';
import type { Asked, Change } from './query.ts';
import { sortNames, texts } from './texts.ts';

type FiltersProps = {
  query: Asked;
  onChange: (change: Change, how?: { replace?: boolean }) => void;
  onClear: () => void;
};

const filters = [
  'state',
  'grade',
  'type',
  'community',
  'lead',
  'late',
  'q',
  'class',
  'channel',
  'grid',
  'since',
  'until',
  'area',
  'openOn',
  'part',
] as const;

/** The filters of the work list; each is in the address. */
export function Filters({ query, onChange }: Omit<FiltersProps, 'onClear'>) {
  const { desk, state, grade, type, community, lead } = query;
  return (
    <search className="filters no-print">
      <Words query={query} onChange={onChange} />
      <Select
        aria-label={t(texts.desk)}
        className="w120"
        value={desk ?? 'open'}
        options={optionsOf(desks, deskNames)}
        onChange={(value) => onChange({ desk: value })}
      />
      <Select
        allowClear
        aria-label={t(texts.state)}
        className="w104"
        placeholder={t(texts.state)}
        value={state ?? null}
        options={optionsOf(keysOf(states), states)}
        onChange={(value) => onChange({ state: value ?? undefined })}
      />
      <Select
        allowClear
        aria-label={t(texts.grade)}
        className="w88"
        placeholder={t(texts.grade)}
        value={grade ?? null}
        options={keysOf(grades).map((value) => ({ value, label: `${value} ${t(grades[value])}` }))}
        onChange={(value) => onChange({ grade: value ?? undefined })}
        popupMatchSelectWidth={120}
      />
      <TypeSelect
        aria-label={t(texts.type)}
        className="w120"
        placeholder={t(texts.type)}
        value={type ?? null}
        onChange={(value: string | null) => onChange({ type: value ?? undefined })}
      />
      <UnitSelect
        kinds={['community']}
        aria-label={t(texts.community)}
        className="w104"
        placeholder={t(texts.community)}
        value={community ?? null}
        onChange={(value: string | null) => onChange({ community: value ?? undefined })}
      />
      <UnitSelect
        aria-label={t(texts.lead)}
        className="w104"
        placeholder={t(texts.lead)}
        value={lead ?? null}
        onChange={(value: string | null) => onChange({ lead: value ?? undefined })}
      />
      <More query={query} onChange={onChange} />
      <FromMap query={query} onChange={onChange} />
    </search>
  );
}

/** The order of the list, the late ones alone, and the way back to all. */
export function Order({ query, onChange, onClear }: FiltersProps) {
  const { late, sort } = query;
  const filtered = filters.some((name) => query[name] !== undefined);
  return (
    <span className="row wrap">
      {query.part !== undefined && <Counted query={query} onChange={onChange} />}
      <Checkbox checked={late === true} onChange={(event) => onChange({ late: event.target.checked })}>
        {t(texts.late)}
      </Checkbox>
      <Select
        aria-label={t(texts.sort)}
        className="w180"
        variant="borderless"
        value={sort ?? 'due'}
        options={optionsOf(sorts, sortNames)}
        onChange={(value) => onChange({ sort: value })}
        popupMatchSelectWidth={180}
      />
      {filtered && (
        <Button type="link" size="small" onClick={onClear}>
          {t(texts.clear)}
        </Button>
      )}
    </span>
  );
}

/** The list is what a figure of the cockpit counted; taken away, the period goes with it. */
function Counted({ query: { part, since, until }, onChange }: Pick<FiltersProps, 'query' | 'onChange'>) {
  if (part === undefined) return null;
  const last = until === undefined ? null : dayOf(new Date(Date.parse(until) - 1));
  return (
    <Tag
      closable
      closeIcon={<CloseOutlined aria-label={t(texts.counted)} />}
      onClose={() => onChange({ part: undefined, since: undefined, until: undefined })}
      color="processing"
    >
      {t(parts[part])} {since !== undefined && last !== null && `· ${dayOf(since)} – ${last}`}
    </Tag>
  );
}

const PAUSE_MS = 350;

/** The search box writes into the address once the typing rests. */
function Words({ query, onChange }: Pick<FiltersProps, 'query' | 'onChange'>) {
  const asked = query.q ?? '';
  const [typed, setTyped] = useState(asked);
  const [seen, setSeen] = useState(asked);
  if (seen !== asked) {
    setSeen(asked);
    setTyped(asked);
  }
  useEffect(() => {
    if (typed.trim() === asked) return;
    const timer = setTimeout(() => onChange({ q: typed.trim() || undefined }, { replace: true }), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      className="w220"
      allowClear
      maxLength={60}
      prefix={<SearchOutlined aria-hidden />}
      placeholder={t(texts.find)}
      aria-label={t(texts.findLabel)}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

const MoreFields = lazy(async () => ({ default: (await import('./MoreFields.tsx')).MoreFields }));

function More({ query, onChange }: Pick<FiltersProps, 'query' | 'onChange'>) {
  const used = [query.class, query.channel, query.grid, query.since ?? query.until].filter(
    (value) => value !== undefined,
  ).length;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={
        <Suspense fallback={<Waiting />}>
          <MoreFields query={query} onChange={onChange} />
        </Suspense>
      }
    >
      <Button icon={<FilterOutlined aria-hidden />}>
        {used === 0 ? t(texts.moreFilters) : t(texts.moreFiltersOn, { n: used })}
      </Button>
    </Popover>
  );
}

/** What was asked on the map and can only be taken away here. */
function FromMap({ query: { area, openOn }, onChange }: Pick<FiltersProps, 'query' | 'onChange'>) {
  return (
    <>
      {area !== undefined && <Drop words={t(texts.area)} onDrop={() => onChange({ area: undefined })} />}
      {openOn !== undefined && (
        <Drop words={t(texts.openOn, { day: openOn })} onDrop={() => onChange({ openOn: undefined })} />
      )}
    </>
  );
}

function Drop({ words, onDrop }: { words: string; onDrop: () => void }) {
  return (
    <Button
      icon={<CloseOutlined aria-hidden />}
      iconPlacement="end"
      aria-label={t(texts.drop, { words })}
      onClick={onDrop}
    >
      {words}
    </Button>
  );
}
