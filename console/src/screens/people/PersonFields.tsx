import { EyeOutlined } from '@ant-design/icons';
import { Button, Form, Input, Popover, Select, Table } from 'antd';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import {
  personFields,
  revealPerson,
  type PersonField,
  type PersonView,
} from '@fengqiao/contract/registry/people.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { FactValue, type OnShown } from './FactValue.tsx';
import { purposeOptions } from './purposes.ts';
import { texts } from './texts.ts';

type Field = PersonView['fields'][number];
type Of = { person: PersonView; purpose: Purpose };

/** Every fact with where it comes from; masked until somebody says what for. */
export function PersonFields({ person, purpose }: Of) {
  return (
    <Table<Field>
      size="small"
      rowKey="field"
      className="rows-40"
      pagination={false}
      dataSource={person.fields}
      columns={[
        {
          title: t(texts.field),
          key: 'field',
          width: 190,
          render: (_, { field, grade }) => (
            <span className="row">
              {t(personFields[field])}
              {grade >= 3 && <span className="mark warn">{t(texts.sensitive)}</span>}
            </span>
          ),
        },
        {
          title: t(texts.value),
          key: 'value',
          render: (_, field) => <Value field={field} of={{ person, purpose }} />,
        },
        { title: t(texts.source), key: 'source', width: 150, dataIndex: 'source' },
        {
          title: t(texts.asOf),
          key: 'asOf',
          width: 120,
          render: (_, { asOf }) => <span className="number">{asOf}</span>,
        },
        {
          title: t(texts.unit),
          key: 'unit',
          width: 150,
          ellipsis: true,
          render: (_, { unit }) => (unit === null ? '—' : t(unit.name)),
        },
      ]}
    />
  );
}

/** A fact in clear is asked for with a purpose, and a sensitive one with a reason. */
function Value({ field: { field, masked, grade }, of: { person, purpose } }: { field: Field; of: Of }) {
  return (
    <FactValue
      of={{ field, masked }}
      ask={(onShown) => (
        <Popover
          trigger="click"
          title={t(texts.revealWhy)}
          destroyOnHidden
          content={
            <Ask id={person.id} field={field} start={purpose} needsReason={grade >= 3} onShown={onShown} />
          }
        >
          <Button
            size="small"
            type="text"
            icon={<EyeOutlined aria-hidden />}
            aria-label={t(texts.showField, { field: t(personFields[field]) })}
          />
        </Popover>
      )}
    />
  );
}

type AskProps = {
  id: string;
  field: PersonField;
  start: Purpose;
  needsReason: boolean;
  onShown: OnShown;
};

function Ask({ id, field, start, needsReason, onShown }: AskProps) {
  const act = useAct(revealPerson, ({ values, seconds }) => onShown(values[0]?.value ?? null, seconds), {
    reveals: true,
  });
  return (
    <Form<{ purpose: Purpose; reason?: string }>
      layout="vertical"
      style={{ width: 280 }}
      initialValues={{ purpose: start }}
      onFinish={({ purpose, reason }) =>
        act.mutate({
          params: { id },
          body: { purpose, fields: [field], ...(reason === undefined || reason === '' ? {} : { reason }) },
        })
      }
    >
      <Form.Item name="purpose" label={t(texts.purpose)}>
        <Select options={purposeOptions()} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t(texts.reason)}
        rules={[{ required: needsReason, min: 2, whitespace: true, message: t(texts.reason) }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <div className="stack tight">
        <Refusal error={act.error} />
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {t(texts.show)}
        </Button>
        <span className="hint small">{t(texts.revealSays)}</span>
      </div>
    </Form>
  );
}
