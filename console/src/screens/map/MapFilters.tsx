import { Button, Checkbox, Segmented, Select } from 'antd';
import { mapBy } from '@fengqiao/contract/cases/map-words.ts';
import { states } from '@fengqiao/contract/cases/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { TypeSelect } from '../../parts/TypeSelect.tsx';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { optionsOf } from '../../parts/work-list/options.ts';
import type { useMapState } from './state.ts';
import { texts } from './texts.ts';

type FiltersProps = Pick<ReturnType<typeof useMapState>, 'state' | 'change' | 'clear'>;

/** What narrows the map, and by what its cases are told apart; map and table share it. */
export function MapFilters({ state: { filter, by }, change, clear }: FiltersProps) {
  const narrowed = Object.keys(filter).length > 0;
  return (
    <search className="filters no-print">
      <Segmented
        aria-label={t(texts.desk)}
        value={filter.desk ?? 'open'}
        options={[
          { value: 'open', label: t(texts.open) },
          { value: 'all', label: t(texts.all) },
        ]}
        onChange={(value) => change({ desk: value === 'all' ? 'all' : undefined, state: undefined })}
      />
      <Select
        allowClear
        aria-label={t(texts.state)}
        className="w104"
        placeholder={t(texts.state)}
        value={filter.state ?? null}
        options={optionsOf(keysOf(states), states)}
        onChange={(value) => change({ state: value ?? undefined })}
      />
      <TypeSelect
        aria-label={t(texts.type)}
        className="w120"
        placeholder={t(texts.type)}
        value={filter.type ?? null}
        onChange={(value: string | null) => change({ type: value ?? undefined })}
      />
      <UnitSelect
        kinds={['community']}
        aria-label={t(texts.community)}
        className="w104"
        placeholder={t(texts.community)}
        value={filter.community ?? null}
        onChange={(value: string | null) => change({ community: value ?? undefined })}
      />
      <UnitSelect
        kinds={['grid']}
        aria-label={t(texts.grid)}
        className="w104"
        placeholder={t(texts.grid)}
        value={filter.grid ?? null}
        onChange={(value: string | null) => change({ grid: value ?? undefined })}
      />
      <UnitSelect
        aria-label={t(texts.lead)}
        className="w104"
        placeholder={t(texts.lead)}
        value={filter.lead ?? null}
        onChange={(value: string | null) => change({ lead: value ?? undefined })}
      />
      <Checkbox
        checked={filter.late === true}
        onChange={(event) => change({ late: event.target.checked || undefined })}
      >
        {t(texts.late)}
      </Checkbox>
      <Select
        aria-label={t(texts.by)}
        className="w120"
        prefix={t(texts.byShort)}
        value={by}
        options={optionsOf(keysOf(mapBy), mapBy)}
        onChange={(value) => change({ by: value })}
      />
      {narrowed && (
        <Button type="link" size="small" onClick={clear}>
          {t(texts.clear)}
        </Button>
      )}
    </search>
  );
}
