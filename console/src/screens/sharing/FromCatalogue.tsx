import { useState } from 'react';
import { Checkbox, Form, Select } from 'antd';
import { listResources, readResource } from '@fengqiao/contract/catalogue/resources.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { atLeastOne } from '../../parts/form/at-least-one.ts';
import { texts as common } from '../../parts/texts.ts';
import { FieldGrade } from '../catalogue/marks.tsx';
import { askTexts as texts } from './texts.ts';

const must = { required: true, message: t(common.choose) };

/** A resource of the catalogue, and which of its fields. */
export function FromCatalogue() {
  const form = Form.useFormInstance();
  const chosen = Form.useWatch<string | undefined>('resource', form);
  return (
    <>
      <Form.Item name="resource" label={t(texts.resource)} rules={[must]}>
        <ResourceSelect onPick={() => form.setFieldValue('fields', [])} />
      </Form.Item>
      {chosen !== undefined && <FieldTicks id={chosen} />}
    </>
  );
}

type ResourceSelectProps = {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
  onPick: () => void;
};

function ResourceSelect({ id, value, onChange, onPick }: ResourceSelectProps) {
  const { nameOf } = useUnits();
  const [q, setQ] = useState('');
  const found = useSay(
    listResources,
    { query: { limit: 30, ...(q.trim() === '' ? {} : { q: q.trim() }) } },
    { keepLast: true },
  );
  const held = useSay(readResource, { params: { id: value ?? '' } }, { enabled: value !== undefined });
  const rows = found.data?.items ?? [];
  const row = held.data?.row;
  const all = row === undefined || rows.some((one) => one.id === row.id) ? rows : [row, ...rows];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={{ filterOption: false, onSearch: setQ }}
      aria-label={t(texts.resource)}
      placeholder={t(texts.resourceSays)}
      value={row === undefined ? null : row.id}
      loading={found.isFetching}
      options={all.map((one) => ({
        value: one.id,
        label: `${t(one.name)} · ${nameOf(one.provider)}`,
        disabled: one.shareType === 'none',
      }))}
      onChange={(picked: string) => {
        onChange?.(picked);
        onPick();
      }}
    />
  );
}

function FieldTicks({ id }: { id: string }) {
  const { data } = useSay(readResource, { params: { id } });
  if (data === undefined) return null;
  return (
    <Form.Item name="fields" label={t(texts.fields)} rules={[atLeastOne]}>
      <Checkbox.Group className="pick-fields">
        {data.content.items.map((item) => (
          <Checkbox key={item.name} value={item.name}>
            {t(item)} <FieldGrade grade={item.grade} />
          </Checkbox>
        ))}
      </Checkbox.Group>
    </Form.Item>
  );
}
