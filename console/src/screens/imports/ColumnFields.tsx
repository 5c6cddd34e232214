import { Form, Input, Select } from 'antd';
import type { TableColumn, TableLook } from '@fengqiao/contract/cases/imports.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { texts as common } from '../../parts/texts.ts';
import { columns, needed, written } from './mapping.ts';
import { dateOrders, systems, texts } from './texts.ts';

/** Which column is what, each with what stands in it. */
export function ColumnFields({ table }: { table: TableLook }) {
  return (
    <section className="card" aria-label={t(texts.stepColumns)}>
      <h2>{t(texts.stepColumns)}</h2>
      <div className="import-columns">
        <Form.Item
          name="system"
          label={t(texts.system)}
          tooltip={t(texts.systemWhy)}
          rules={[
            { required: true, message: t(common.required) },
            { pattern: /^[a-z][a-z0-9_.-]{1,39}$/, message: t(texts.systemForm) },
          ]}
        >
          <Input maxLength={40} placeholder="old12345" />
        </Form.Item>
        <Form.Item
          name="zone"
          label={t(texts.zone)}
          rules={[{ required: true, message: t(common.required) }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Choice name="dates" label={texts.dates} among={dateOrders} />
        <Choice name="crs" label={texts.crs} among={systems} />
        {keysOf(columns).map((name) => (
          <ColumnField
            key={name}
            at={['columns', name]}
            label={columns[name]}
            table={table}
            must={needed.includes(name)}
          />
        ))}
        {keysOf(written).map((name) => (
          <ColumnField
            key={name}
            at={['written', name]}
            label={written[name]}
            table={table}
            must={name === 'text'}
            many
          />
        ))}
      </div>
    </section>
  );
}

type ChoiceProps = { name: string; label: Both; among: Readonly<Record<string, Both>> };

function Choice({ name, label, among }: ChoiceProps) {
  return (
    <Form.Item name={name} label={t(label)}>
      <Select
        options={Object.entries(among).map(([value, says]) => ({ value, label: t(says) }))}
        aria-label={t(label)}
      />
    </Form.Item>
  );
}

type ColumnFieldProps = {
  at: [string, string];
  label: Both;
  table: TableLook;
  must: boolean;
  many?: boolean;
};

function ColumnField({ at, label, table, must, many = false }: ColumnFieldProps) {
  const chosen: unknown = Form.useWatch(at);
  const first: unknown = Array.isArray(chosen) ? chosen[0] : chosen;
  const sample = table.columns.find((one) => one.name === first)?.samples.join(' · ');
  const missing = must
    ? [{ required: true, message: t(common.required), ...(many ? { type: 'array' as const, min: 1 } : {}) }]
    : [];
  return (
    <Form.Item
      name={at}
      label={t(label)}
      rules={missing}
      {...(many ? { tooltip: t(texts.writtenWhy) } : {})}
      extra={<span className="import-sample">{sample ?? ''}&nbsp;</span>}
    >
      <Select
        allowClear
        showSearch
        {...(many ? { mode: 'multiple' as const } : {})}
        placeholder={t(must ? common.choose : texts.unused)}
        aria-label={t(label)}
        options={table.columns.map(optionOf)}
      />
    </Form.Item>
  );
}

const optionOf = ({ name }: TableColumn) => ({ value: name, label: name });
