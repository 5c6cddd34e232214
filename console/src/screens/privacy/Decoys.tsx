import { Button, Popconfirm, Table } from 'antd';
import { liftDecoy, listDecoys, plantDecoy, type DecoyView } from '@fengqiao/contract/registry/decoys.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { amount, stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { UnitField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';

/** Invented people among those of the register: whoever saw one in clear had nothing to do there. */
export function Decoys() {
  const list = useSay(listDecoys, {});
  const mayPlant = mayCall(useMe(), plantDecoy);
  return (
    <Answer of={list}>
      {({ items }) => (
        <div className="stack">
          <div className="row between">
            <p className="hint grow">{t(texts.decoysSay)}</p>
            {mayPlant && (
              <OpenForm label={texts.plant} type="primary">
                {(close) => <Plant onDone={close} />}
              </OpenForm>
            )}
          </div>
          {items.length === 0 ? <p className="card wait">{t(texts.noDecoys)}</p> : <List items={items} />}
        </div>
      )}
    </Answer>
  );
}

function List({ items }: { items: readonly DecoyView[] }) {
  const { nameOf } = useUnits();
  return (
    <section className="card work-list" aria-label={t(texts.decoys)}>
      <Table<DecoyView>
        size="small"
        rowKey="id"
        className="rows-40"
        pagination={false}
        dataSource={[...items]}
        columns={[
          { title: t(texts.decoyName), key: 'name', render: (_, one) => one.name },
          { title: t(texts.decoyPlace), key: 'place', render: (_, one) => nameOf(one.community) },
          { title: t(texts.plantedAt), key: 'at', render: (_, one) => stamp(one.plantedAt) },
          {
            title: t(texts.seenClear),
            key: 'looks',
            align: 'right',
            render: (_, one) =>
              one.looks === 0 ? amount(0) : <span className="mark urgent">{amount(one.looks)}</span>,
          },
          {
            title: t(texts.lastSeen),
            key: 'last',
            render: (_, one) => (one.lastLookAt === null ? '—' : stamp(one.lastLookAt)),
          },
          { title: '', key: 'act', align: 'right', render: (_, one) => <Lift decoy={one} /> },
        ]}
      />
    </section>
  );
}

function Lift({ decoy: { id, liftedAt } }: { decoy: DecoyView }) {
  const me = useMe();
  const done = useDone();
  const act = useAct(liftDecoy, () => done(texts.lift));
  if (liftedAt !== null)
    return <span className="hint small">{t(texts.lifted, { at: stamp(liftedAt) })}</span>;
  if (!mayCall(me, liftDecoy)) return null;
  return (
    <Popconfirm
      title={t(texts.liftSays)}
      okText={t(texts.lift)}
      onConfirm={() => act.mutate({ params: { id }, body: {} })}
    >
      <Button size="small" loading={act.isPending}>
        {t(texts.lift)}
      </Button>
    </Popconfirm>
  );
}

function Plant({ onDone }: { onDone: () => void }) {
  const done = useDone();
  const act = useAct(plantDecoy, () => {
    done(texts.plant);
    onDone();
  });
  return (
    <ActForm<{ community: string }>
      send={texts.plant}
      act={act}
      onSend={(body) => act.mutate({ body })}
      onCancel={onDone}
    >
      <p className="hint">{t(texts.plantSays)}</p>
      <UnitField name="community" label={texts.decoyPlace} kinds={['community']} />
    </ActForm>
  );
}
