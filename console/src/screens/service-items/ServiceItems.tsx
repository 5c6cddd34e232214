import { Button, Input, Table } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { listServiceDesk, type ServiceDeskLine } from '@fengqiao/contract/services.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';

/** 服务事项: every item of the street, what holds now and what begins next. */
export function ServiceItems() {
  const go = useNavigate();
  const desk = useSay(listServiceDesk, {});
  const [asked, setAsked] = useSearchParams();
  const words = (asked.get('q') ?? '').toLowerCase();
  return (
    <Page
      title={t(names.serviceItems)}
      says={t(texts.says)}
      extra={
        <Button type="primary" onClick={() => void go('/service-items/new')}>
          {t(texts.add)}
        </Button>
      }
    >
      <section className="card work-list">
        <Input.Search
          allowClear
          placeholder={t(texts.find)}
          aria-label={t(texts.find)}
          defaultValue={asked.get('q') ?? ''}
          onChange={({ target }) =>
            setAsked(target.value === '' ? {} : { q: target.value }, { replace: true })
          }
          style={{ width: 280 }}
        />
        <Answer of={desk}>
          {({ items }) => (
            <Lines
              items={items.filter(({ code, name }) =>
                [code, name.zh, name.en].join(' ').toLowerCase().includes(words),
              )}
            />
          )}
        </Answer>
      </section>
    </Page>
  );
}

const Lines = ({ items }: { items: readonly ServiceDeskLine[] }) => (
  <Table<ServiceDeskLine>
    size="small"
    rowKey="code"
    className="rows-40"
    pagination={false}
    dataSource={items}
    columns={[
      { title: t(texts.code), dataIndex: 'code', width: 110 },
      {
        title: t(texts.name),
        key: 'name',
        render: (_, { code, name }) => <Link to={`/service-items/${code}`}>{t(name)}</Link>,
      },
      { title: t(texts.inForce), key: 'now', width: 160, render: (_, line) => <InForce line={line} /> },
      {
        title: t(texts.next),
        key: 'next',
        width: 160,
        render: (_, { next }) => (next === null ? '' : t(texts.from, { on: next })),
      },
    ]}
  />
);

function InForce({ line: { number, withdrawn } }: { line: ServiceDeskLine }) {
  if (withdrawn) return <span className="mark">{t(texts.withdrawn)}</span>;
  if (number === null) return <span className="mark warn">{t(texts.notYet)}</span>;
  return number === 0 ? (
    <span className="hint">{t(texts.shipped)}</span>
  ) : (
    <span className="mark good">{t(texts.versionNo, { n: number })}</span>
  );
}
