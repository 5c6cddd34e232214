import { Table } from 'antd';
import { askPurposeChange, listPurposes, type PurposeView } from '@fengqiao/contract/audit/oversight.ts';
import { grades } from '@fengqiao/contract/grades.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { Answer } from '../../parts/Answer.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { AskChange } from './AskChange.tsx';
import { asksOf, seenOf, windowOf } from './PurposeRules.tsx';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';

/** The register of purposes, as residents read it too. */
export function Purposes() {
  const list = useSay(listPurposes, {});
  const mayAsk = mayCall(useMe(), askPurposeChange);
  return (
    <Page title={t(names.purposes)} says={t(texts.says)}>
      <Answer of={list}>
        {({ items, exceptions }) => (
          <section className="card work-list" aria-label={t(names.purposes)}>
            <p>{t(texts.exceptions, { n: exceptions })}</p>
            <Table<PurposeView>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={items}
              columns={[
                {
                  title: t(texts.purpose),
                  key: 'words',
                  width: 190,
                  render: (_, one) => <strong>{t(one.words)}</strong>,
                },
                { title: t(texts.basis), key: 'basis', render: (_, one) => t(one.basis) },
                {
                  title: t(texts.grade),
                  key: 'grade',
                  width: 120,
                  render: (_, one) => tOf(grades, String(one.maxGrade)),
                },
                { title: t(texts.window), key: 'window', width: 110, render: (_, one) => windowOf(one) },
                { title: t(texts.asks), key: 'asks', width: 120, render: (_, one) => asksOf(one) },
                { title: t(texts.seen), key: 'seen', width: 130, render: (_, one) => seenOf(one) },
                {
                  title: '',
                  key: 'act',
                  width: 110,
                  align: 'right',
                  render: (_, one) =>
                    mayAsk && (
                      <OpenForm label={texts.change} title={`${t(texts.change)} · ${t(one.words)}`}>
                        {(close) => <AskChange purpose={one} onDone={close} />}
                      </OpenForm>
                    ),
                },
              ]}
            />
          </section>
        )}
      </Answer>
    </Page>
  );
}
