import { useState } from 'react';
import { Form, Select } from 'antd';
import { listResources } from '@fengqiao/contract/catalogue/resources.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { pageTexts, proposeTexts as texts } from './texts.ts';

const MOST = 10;

/** Resources that belong with this one, by their codes. */
export function RelatedField() {
  return (
    <Form.Item name="related" label={t(pageTexts.related)}>
      <RelatedSelect />
    </Form.Item>
  );
}

type RelatedProps = { id?: string; value?: string[]; onChange?: (codes: string[]) => void };

function RelatedSelect({ id, value = [], onChange }: RelatedProps) {
  const [q, setQ] = useState('');
  const found = useSay(
    listResources,
    { query: { limit: 30, ...(q.trim() === '' ? {} : { q: q.trim() }) } },
    { keepLast: true },
  );
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      maxCount={MOST}
      showSearch={{ filterOption: false, onSearch: setQ }}
      aria-label={t(pageTexts.related)}
      placeholder={t(texts.relatedSays)}
      value={value}
      loading={found.isFetching}
      options={(found.data?.items ?? []).map(({ code, name }) => ({
        value: code,
        label: `${t(name)} · ${code}`,
      }))}
      onChange={(codes: string[]) => onChange?.(codes)}
    />
  );
}
