import { Button, Table } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';
import { careDesk, careSeats, careStates, myCareRecords, type CareListed } from '@fengqiao/contract/care.ts';
import { useMore, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Answer } from '../../parts/Answer.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { names } from '../../shell/texts.ts';
import { DecideHandover } from './acts.tsx';
import { texts, tones } from './texts.ts';
import '../../parts/work-list/work-list.css';

/** The special-care records one is on; nothing can be looked for, and names are masked. */
export function Care() {
  const desk = useSay(careDesk, {});
  const hasDuty = (desk.data?.kinds.length ?? 0) > 0;
  return (
    <Page
      title={t(names.care)}
      says={t(texts.says)}
      extra={
        hasDuty && (
          <Link to="/care/new">
            <Button type="primary">{t(texts.propose)}</Button>
          </Link>
        )
      }
    >
      <section className="card work-list" aria-label={t(names.care)}>
        <Answer of={desk}>{() => (hasDuty ? <Records /> : <p className="wait">{t(texts.noDuty)}</p>)}</Answer>
      </section>
    </Page>
  );
}

function Records() {
  const list = useMore(myCareRecords, (after) => ({ query: after === undefined ? {} : { after } }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error !== null) return <Refusal error={list.error} onAgain={() => void list.refetch()} />;
  return (
    <>
      <Table<CareListed>
        size="small"
        rowKey="id"
        className="rows-40"
        pagination={false}
        loading={list.isPending}
        dataSource={items}
        locale={{ emptyText: t(texts.empty) }}
        columns={[
          { title: t(texts.name), key: 'name', width: 160, render: (_, one) => one.name ?? t(texts.unnamed) },
          {
            title: t(texts.state),
            key: 'state',
            width: 120,
            render: (_, { state }) => <span className={`mark ${tones[state]}`}>{t(careStates[state])}</span>,
          },
          {
            title: t(texts.seat),
            key: 'seat',
            width: 170,
            render: (_, { seat }) => t(seat === null ? texts.receiver : careSeats[seat]),
          },
          {
            title: t(texts.contactOn),
            key: 'contactOn',
            width: 170,
            render: (_, one) => <NextContact of={one} />,
          },
          {
            title: t(texts.until),
            key: 'until',
            width: 120,
            render: (_, { until }) => <span className="number">{until}</span>,
          },
          { title: t(texts.waits), key: 'waits', render: (_, one) => <WaitsForMe of={one} /> },
          {
            title: '',
            key: 'open',
            width: 90,
            render: (_, { id, seat, name, state, waits }) =>
              seat === null || (state === 'proposed' && waits === null) ? null : (
                <Link to={`/care/${id}`} aria-label={`${t(texts.open)} ${name ?? ''}`}>
                  {t(texts.open)}
                </Link>
              ),
          },
        ]}
      />
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t(common.more)}
        </Button>
      )}
    </>
  );
}

function NextContact({ of: { state, contactOn } }: { of: CareListed }) {
  if (contactOn === null || state !== 'open') return '—';
  const isLate = dayjs(contactOn).isBefore(dayjs().startOf('day'));
  return (
    <span className="row">
      <span className="number">{contactOn}</span>
      {isLate && <span className="mark urgent">{t(texts.late)}</span>}
    </span>
  );
}

function WaitsForMe({ of: { id, waits } }: { of: CareListed }) {
  if (waits === null) return '—';
  if (waits === 'decision') return <span className="mark warn">{t(texts.decision)}</span>;
  return (
    <OpenForm label={texts.handover} type="primary">
      {(close) => <DecideHandover id={id} onDone={close} />}
    </OpenForm>
  );
}
