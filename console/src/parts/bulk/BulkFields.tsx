import { useQueries } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { readCase } from '@fengqiao/contract/cases.ts';
import type { BulkAct } from '@fengqiao/contract/cases/bulk.ts';
import { ask } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { UnitSelect } from '../UnitSelect.tsx';
import { texts } from './texts.ts';

export type Fields = { readonly into?: string; readonly unit?: string; readonly reason?: string };
const REASON = { min: 2, max: 300 };

/** Whether everything that the act asks for is there. */
export function isReady(act: BulkAct, { into, unit, reason = '' }: Fields): boolean {
  const said = [...reason.trim()].length >= REASON.min;
  if (act === 'merge') return into !== undefined && said;
  if (act === 'unmerge') return said;
  return act !== 'assign_on' || unit !== undefined;
}

type BulkFieldsProps = {
  act: BulkAct;
  ids: readonly string[];
  fields: Fields;
  onChange: (fields: Fields) => void;
};

/** What an act asks for, beside the cases. */
export function BulkFields({ act, ids, fields, onChange }: BulkFieldsProps) {
  const { unit: own } = useMe();
  return (
    <>
      {act === 'merge' && (
        <label className="bulk-field">
          <span>{t(texts.into)}</span>
          <Into ids={ids} value={fields.into ?? null} onChange={(into) => onChange({ ...fields, into })} />
        </label>
      )}
      {act === 'assign_on' && (
        <label className="bulk-field">
          <span>{t(texts.unit)}</span>
          <UnitSelect
            kinds={['team', 'grid']}
            {...(own === null ? {} : { below: [own] })}
            aria-label={t(texts.unit)}
            value={fields.unit ?? null}
            onChange={(unit: string | null) => onChange(unit === null ? {} : { ...fields, unit })}
          />
        </label>
      )}
      {(act === 'merge' || act === 'unmerge') && (
        <label className="bulk-field">
          <span>{t(texts.reason)}</span>
          <Input
            maxLength={REASON.max}
            value={fields.reason ?? ''}
            onChange={(event) => onChange({ ...fields, reason: event.target.value })}
          />
        </label>
      )}
    </>
  );
}

/** One of the chosen cases, by its number and title. */
function Into({
  ids,
  value,
  onChange,
}: {
  ids: readonly string[];
  value: string | null;
  onChange: (id: string) => void;
}) {
  const cases = useQueries({
    queries: ids.map((id) => ({
      queryKey: [readCase.id, { params: { id } }],
      queryFn: () => ask(readCase, { params: { id } }),
    })),
  });
  return (
    <Select
      aria-label={t(texts.into)}
      value={value}
      onChange={onChange}
      options={cases.flatMap(({ data }) =>
        data === undefined ? [] : [{ value: data.id, label: `${data.no} ${data.title}` }],
      )}
    />
  );
}
