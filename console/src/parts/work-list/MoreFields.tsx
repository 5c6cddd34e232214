import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { channels, classes } from '@fengqiao/contract/cases/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { dayOf } from '@fengqiao/ui/time.ts';
import { UnitSelect } from '../UnitSelect.tsx';
import { optionsOf } from './options.ts';
import type { Asked, Change } from './query.ts';
import { texts } from './texts.ts';
import './work-list.css';

type MoreFieldsProps = { query: Asked; onChange: (change: Change) => void };

/** Filters that are asked for less often; read only when they are opened. */
export function MoreFields({ query, onChange }: MoreFieldsProps) {
  const day = (at: string | undefined) => (at === undefined ? null : dayjs(dayOf(at)));
  return (
    <div className="more-filters">
      <label>
        <span>{t(texts.class)}</span>
        <Select
          allowClear
          aria-label={t(texts.class)}
          value={query.class ?? null}
          options={optionsOf(keysOf(classes), classes)}
          onChange={(value) => onChange({ class: value ?? undefined })}
        />
      </label>
      <label>
        <span>{t(texts.channel)}</span>
        <Select
          allowClear
          aria-label={t(texts.channel)}
          value={query.channel ?? null}
          options={optionsOf(keysOf(channels), channels)}
          onChange={(value) => onChange({ channel: value ?? undefined })}
        />
      </label>
      <label>
        <span>{t(texts.grid)}</span>
        <UnitSelect
          kinds={['grid']}
          aria-label={t(texts.grid)}
          value={query.grid ?? null}
          onChange={(value: string | null) => onChange({ grid: value ?? undefined })}
        />
      </label>
      <label>
        <span>{t(texts.period)}</span>
        <span className="row">
          <DatePicker
            aria-label={t(texts.from)}
            placeholder={t(texts.from)}
            value={day(query.since)}
            onChange={(value) =>
              onChange({ since: value === null ? undefined : `${value.format('YYYY-MM-DD')}T00:00:00+08:00` })
            }
          />
          <DatePicker
            aria-label={t(texts.to)}
            placeholder={t(texts.to)}
            value={day(query.until)}
            onChange={(value) =>
              onChange({ until: value === null ? undefined : `${value.format('YYYY-MM-DD')}T23:59:59+08:00` })
            }
          />
        </span>
      </label>
    </div>
  );
}
