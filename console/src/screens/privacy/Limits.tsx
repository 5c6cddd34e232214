import { Table } from 'antd';
import { Link } from 'react-router';
import { askBudgetChange, listBudgets, type BudgetView } from '@fengqiao/contract/audit/oversight.ts';
import { roles } from '@fengqiao/contract/roles.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { NumberField, WordsField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';

type Used = Out<typeof listBudgets>['today'][number];

/** How many people a post may see in clear a day, and who saw most of them today. */
export function Limits() {
  const list = useSay(listBudgets, {});
  const mayAsk = mayCall(useMe(), askBudgetChange);
  return (
    <Answer of={list}>
      {({ items, today }) => (
        <div className="stack">
          <Today today={today} />
          <section className="card work-list" aria-label={t(texts.limits)}>
            <Table<BudgetView>
              size="small"
              rowKey="role"
              className="rows-40"
              pagination={false}
              dataSource={items}
              columns={[
                { title: t(texts.role), key: 'role', render: (_, one) => t(roles[one.role]) },
                { title: t(texts.soft), key: 'soft', align: 'right', render: (_, one) => amount(one.soft) },
                { title: t(texts.hard), key: 'hard', align: 'right', render: (_, one) => amount(one.hard) },
                { title: t(texts.version), key: 'version', align: 'right', render: (_, one) => one.version },
                {
                  title: '',
                  key: 'act',
                  align: 'right',
                  render: (_, one) =>
                    mayAsk && (
                      <OpenForm label={texts.change} title={`${t(texts.change)} · ${t(roles[one.role])}`}>
                        {(close) => <Ask budget={one} onDone={close} />}
                      </OpenForm>
                    ),
                },
              ]}
            />
          </section>
        </div>
      )}
    </Answer>
  );
}

function Today({ today }: { today: readonly Used[] }) {
  const { nameOf } = useUnits();
  if (today.length === 0) return <p className="card wait">{t(texts.nobodyToday)}</p>;
  return (
    <section className="card work-list" aria-label={t(texts.today)}>
      <h2>{t(texts.today)}</h2>
      <Table<Used>
        size="small"
        rowKey="account"
        className="rows-40"
        pagination={false}
        dataSource={[...today]}
        columns={[
          {
            title: t(texts.role),
            key: 'who',
            render: (_, one) => `${one.role === null ? '' : t(roles[one.role])} · ${nameOf(one.unit)}`,
          },
          { title: t(texts.people), key: 'people', align: 'right', render: (_, one) => amount(one.people) },
          {
            title: '',
            key: 'see',
            align: 'right',
            render: (_, one) => <Link to={`/accesses?account=${one.account}`}>{t(texts.seeLooks)}</Link>,
          },
        ]}
      />
    </section>
  );
}

type Asked = { soft: number; hard: number; reason: string };

function Ask({ budget: { role, soft, hard }, onDone }: { budget: BudgetView; onDone: () => void }) {
  const act = useAct(askBudgetChange, onDone);
  return (
    <ActForm<Asked>
      send={texts.change}
      act={act}
      start={{ soft, hard }}
      onSend={({ reason, ...asked }) => act.mutate({ params: { role }, body: { asked, reason } })}
      onCancel={onDone}
    >
      <NumberField name="soft" label={texts.soft} min={0} max={100_000} />
      <NumberField name="hard" label={texts.hard} min={0} max={100_000} />
      <WordsField name="reason" label={texts.reason} of={askBudgetChange.body.properties.reason} />
    </ActForm>
  );
}
