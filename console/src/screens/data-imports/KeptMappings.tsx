import { useState } from 'react';
import { Button, Form, Popconfirm, Select } from 'antd';
import type { ImportKind } from '@fengqiao/contract/registry/columns.ts';
import { forgetMapping, listMappings } from '@fengqiao/contract/registry/imports.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { texts } from './texts.ts';

/** Mappings kept from earlier tables of the kind, as far as this table has their columns; one can be forgotten. */
export function KeptMappings({ kind, header }: { kind: ImportKind; header: readonly string[] }) {
  const form = Form.useFormInstance();
  const { data } = useSay(listMappings, {});
  const [chosen, setChosen] = useState<string | null>(null);
  const forget = useAct(forgetMapping, () => setChosen(null));
  const kept = (data?.items ?? []).filter((one) => one.kind === kind);
  if (kept.length === 0) return null;
  const take = (name: string) => {
    setChosen(name);
    const mapping = kept.find((one) => one.name === name)?.mapping;
    const fields = Object.entries(mapping?.fields ?? {}).filter(([, column]) => header.includes(column));
    form.setFieldsValue({
      fields: Object.fromEntries(fields),
      words: mapping?.words ?? {},
      defaults: mapping?.defaults ?? {},
    });
  };
  return (
    <Form.Item label={t(texts.saved)}>
      <span className="row wrap">
        <Select
          style={{ width: 260 }}
          value={chosen}
          options={kept.map(({ name }) => ({ value: name, label: name }))}
          onChange={(name: string) => take(name)}
          placeholder={t(common.choose)}
          aria-label={t(texts.saved)}
        />
        {chosen !== null && (
          <Popconfirm
            title={t(texts.forgetSure, { name: chosen })}
            okText={t(texts.forget)}
            cancelText={t(common.cancel)}
            onConfirm={() => forget.mutate({ params: { kind, name: chosen } })}
          >
            <Button danger loading={forget.isPending}>
              {t(texts.forget)}
            </Button>
          </Popconfirm>
        )}
      </span>
      <Refusal error={forget.error} />
    </Form.Item>
  );
}
