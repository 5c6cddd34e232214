import { Button, Popconfirm, Space, Table } from 'antd';
import { PrinterOutlined } from '@ant-design/icons';
import { useState } from 'react';
import {
  addCheckpoint,
  endCheckpoint,
  listCheckpoints,
  renewCheckpoint,
  type CheckpointView,
} from '@fengqiao/contract/rounds.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Answer } from '../../parts/Answer.tsx';
import { useDone } from '../../parts/form/ActForm.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { AddPoint } from './AddPoint.tsx';
import { Sheets } from './Sheets.tsx';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';

/** The points of patrols: set up, printed, given a new code, taken off. */
export function Points() {
  const keeps = mayCall(useMe(), addCheckpoint);
  const points = useSay(listCheckpoints, {});
  const [printing, setPrinting] = useState(false);
  if (printing) return <Sheets onBack={() => setPrinting(false)} />;
  return (
    <section className="card work-list">
      {keeps && (
        <Space>
          <OpenForm type="primary" size="medium" label={texts.add}>
            {(close) => <AddPoint onDone={close} />}
          </OpenForm>
          <Button icon={<PrinterOutlined />} onClick={() => setPrinting(true)}>
            {t(texts.print)}
          </Button>
        </Space>
      )}
      <Answer of={points}>{({ items }) => <List items={items} keeps={keeps} />}</Answer>
    </section>
  );
}

function List({ items, keeps }: { items: readonly CheckpointView[]; keeps: boolean }) {
  const { nameOf } = useUnits();
  return (
    <Table<CheckpointView>
      size="small"
      rowKey="id"
      className="rows-40"
      pagination={false}
      dataSource={items}
      locale={{ emptyText: t(texts.noPoints) }}
      columns={[
        { title: t(texts.name), dataIndex: 'name' },
        { title: t(texts.grid), key: 'grid', width: 160, render: (_, { grid }) => nameOf(grid) },
        { title: t(texts.place), dataIndex: 'address' },
        {
          title: t(texts.seenOn),
          key: 'seen',
          width: 130,
          render: (_, { seenOn }) => <span className="number">{seenOn ?? t(texts.never)}</span>,
        },
        ...(keeps
          ? [
              {
                title: '',
                key: 'act',
                width: 180,
                render: (_: unknown, { id }: CheckpointView) => <Acts id={id} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Acts({ id }: { id: string }) {
  const done = useDone();
  const renew = useAct(renewCheckpoint, () => done(texts.renew));
  const end = useAct(endCheckpoint, () => done(texts.end));
  return (
    <Space>
      <Popconfirm title={t(texts.renewSure)} onConfirm={() => renew.mutate({ params: { id } })}>
        <Button size="small">{t(texts.renew)}</Button>
      </Popconfirm>
      <Popconfirm title={t(texts.endSure)} onConfirm={() => end.mutate({ params: { id } })}>
        <Button size="small" danger>
          {t(texts.end)}
        </Button>
      </Popconfirm>
    </Space>
  );
}
