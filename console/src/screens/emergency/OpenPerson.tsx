import { EyeOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { emergencies, type BreakGlassView } from '@fengqiao/contract/audit/oversight.ts';
import { revealEmergency, viewEmergency } from '@fengqiao/contract/registry/emergencies.ts';
import { personFields, type PersonView } from '@fengqiao/contract/registry/people.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { FactValue, type OnShown } from '../people/FactValue.tsx';
import { texts } from './texts.ts';

type Field = PersonView['fields'][number];

/** The one person who is open, masked; each fact is shown by a press, for half a minute. */
export function OpenPerson({ use }: { use: BreakGlassView }) {
  const person = useSay(viewEmergency, {});
  const { nameOf } = useUnits();
  return (
    <Answer of={person}>
      {({ name, grid, community, building, fields }) => (
        <section className="card stack" aria-label={t(texts.person)}>
          <div className="card-head">
            <h2>{name}</h2>
            <span className="mark urgent">{t(emergencies[use.reasonCode])}</span>
          </div>
          <p className="hint">
            {[nameOf(grid ?? community), building ?? ''].filter((part) => part !== '').join(' · ')}
          </p>
          <p className="said">{use.text}</p>
          <Table<Field>
            size="small"
            rowKey="field"
            className="rows-40"
            pagination={false}
            dataSource={fields}
            columns={[
              {
                title: t(texts.field),
                key: 'field',
                width: 160,
                render: (_, { field }) => t(personFields[field]),
              },
              {
                title: t(texts.value),
                key: 'value',
                render: (_, fact) => (
                  <FactValue of={fact} ask={(onShown) => <Show field={fact.field} onShown={onShown} />} />
                ),
              },
              { title: t(texts.source), key: 'source', width: 160, dataIndex: 'source' },
              {
                title: t(texts.asOf),
                key: 'asOf',
                width: 120,
                render: (_, { asOf }) => <span className="number">{asOf}</span>,
              },
            ]}
          />
        </section>
      )}
    </Answer>
  );
}

/** An emergency has told its reason once; each fact is but pressed for. */
function Show({ field, onShown }: { field: Field['field']; onShown: OnShown }) {
  const act = useAct(revealEmergency, ({ values, seconds }) => onShown(values[0]?.value ?? null, seconds), {
    reveals: true,
  });
  return (
    <>
      <Button
        size="small"
        icon={<EyeOutlined aria-hidden />}
        aria-label={t(texts.showField, { field: t(personFields[field]) })}
        loading={act.isPending}
        onClick={() => act.mutate({ body: { fields: [field] } })}
      >
        {t(texts.show)}
      </Button>
      <Refusal error={act.error} />
    </>
  );
}
