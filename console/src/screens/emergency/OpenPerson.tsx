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
import { isOpen, wordsOf } from '../people/PersonFields.tsx';
import { useShown } from '../people/shown.ts';
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
              { title: t(texts.value), key: 'value', render: (_, field) => <Value field={field} /> },
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

function Value({ field: { field, masked } }: { field: Field }) {
  const { shown, left, show } = useShown();
  const act = useAct(
    revealEmergency,
    ({ values, seconds }) => show(values[0]?.value ?? t(texts.nothing), seconds),
    { reveals: true },
  );
  if (masked === null) return <span className="hint">{t(texts.nothing)}</span>;
  if (shown !== null)
    return (
      <output className="row">
        <strong className="number">{wordsOf(field, shown)}</strong>
        <span className="hint small">{t(texts.shownFor, { n: left })}</span>
      </output>
    );
  return (
    <span className="row wrap">
      <span className="number">{wordsOf(field, masked)}</span>
      {!isOpen(field) && (
        <Button
          size="small"
          icon={<EyeOutlined aria-hidden />}
          aria-label={t(texts.showField, { field: t(personFields[field]) })}
          loading={act.isPending}
          onClick={() => act.mutate({ body: { fields: [field] } })}
        >
          {t(texts.show)}
        </Button>
      )}
      <Refusal error={act.error} />
    </span>
  );
}
