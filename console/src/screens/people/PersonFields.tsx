import { EyeOutlined } from '@ant-design/icons';
import { Button, Popover, Table } from 'antd';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import {
  personFields,
  revealPerson,
  type PersonField,
  type PersonView,
} from '@fengqiao/contract/registry/people.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { AskWhy } from './AskWhy.tsx';
import { FactValue, type OnShown } from './FactValue.tsx';
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

function Ask({ id, field, onShown, ...why }: AskProps) {
  const act = useAct(revealPerson, ({ values, seconds }) => onShown(values[0]?.value ?? null, seconds), {
    reveals: true,
  });
  return (
    <AskWhy
      {...why}
      act={act}
      onSend={(said) => act.mutate({ params: { id }, body: { ...said, fields: [field] } })}
    />
  );
}
