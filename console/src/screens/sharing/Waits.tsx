import { WarningOutlined } from '@ant-design/icons';
import { Table } from 'antd';
import { listWaits, type Wait } from '@fengqiao/contract/catalogue/requests.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { waitTexts as texts } from './texts.ts';
import '../../parts/work-list/work-list.css';
import './sharing.css';

const sum = (items: readonly Wait[], of: 'requests' | 'overdue') =>
  items.reduce((total, one) => total + one[of], 0);

/** Who waits on whom for data, the overdue first. */
export function Waits() {
  const list = useSay(listWaits, {});
  return (
    <Page title={t(names.waits)} says={t(texts.says)}>
      <Answer of={list}>
        {({ items }) => (
          <section className="card work-list" aria-label={t(names.waits)}>
            <p>
              {t(texts.sum, {
                units: items.length,
                requests: sum(items, 'requests'),
                overdue: sum(items, 'overdue'),
              })}
            </p>
            <WaitTable items={items} />
          </section>
        )}
      </Answer>
    </Page>
  );
}

const WIDEST = 160;

function WaitTable({ items }: { items: readonly Wait[] }) {
  const longest = Math.max(1, ...items.map(({ longestDays }) => longestDays));
  return (
    <Table<Wait>
      size="small"
      className="rows-40"
      rowKey={({ waiting, on }) => `${waiting} ${on}`}
      pagination={false}
      dataSource={items}
      locale={{ emptyText: t(texts.empty) }}
      columns={[
        { title: t(texts.waiting), key: 'waiting', render: (_, one) => t(one.waitingName) },
        { title: t(texts.on), key: 'on', render: (_, one) => <strong>{t(one.onName)}</strong> },
        { title: t(texts.requests), dataIndex: 'requests', width: 90, align: 'right' },
        {
          title: t(texts.overdue),
          key: 'overdue',
          width: 110,
          align: 'right',
          render: (_, { overdue }) =>
            overdue === 0 ? (
              <span className="hint">0</span>
            ) : (
              <span className="mark urgent number">
                <WarningOutlined aria-hidden />
                {overdue}
              </span>
            ),
        },
        {
          title: t(texts.longest),
          key: 'longest',
          width: 260,
          render: (_, { longestDays, overdue }) => (
            <span className="row">
              <span
                aria-hidden
                className={overdue > 0 ? 'wait-bar late' : 'wait-bar'}
                style={{ width: Math.max(4, (longestDays / longest) * WIDEST) }}
              />
              <span className="number">{t(texts.days, { n: longestDays })}</span>
            </span>
          ),
        },
      ]}
    />
  );
}
