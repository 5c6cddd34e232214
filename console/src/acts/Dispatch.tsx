import { Button, Form, Radio } from 'antd';
import type { Out } from '@fengqiao/contract/route.ts';
import { dispatchCase, suggest } from '@fengqiao/contract/cases.ts';
import { acts, bases } from '@fengqiao/contract/cases/words.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { listed, named, t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Answer } from '../parts/Answer.tsx';
import { useActParam } from '../parts/case/act-param.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { WordsField } from '../parts/form/Fields.tsx';
import { TasksField, type TaskGiven } from '../parts/form/TasksField.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';
import '../parts/case/case.css';

type Suggestion = Out<typeof suggest>;
type Decision = NonNullable<Suggestion['decision']>;
type Entered = { rowKey?: string; tasks?: TaskGiven[]; note?: string };

/** Dispatch by the list: what it suggests and why, the row that is cited, the joint tasks, and what happens next. */
export function Dispatch({ theCase, onDone }: ActProps) {
  const suggestion = useSay(suggest, { params: { id: theCase.id } });
  return (
    <Answer of={suggestion}>
      {(found) => <ByList theCase={theCase} onDone={onDone} suggestion={found} />}
    </Answer>
  );
}

function ByList({
  theCase,
  onDone,
  suggestion: { decision, version },
}: ActProps & { suggestion: Suggestion }) {
  const done = useDone();
  const [, open] = useActParam();
  const { nameOf } = useUnits();
  const act = useAct(dispatchCase, () => {
    done(acts.dispatch);
    onDone();
  });
  if (decision === null || decision.basis !== 'statutory') {
    return (
      <div className="stack">
        {decision !== null && <Why decision={decision} version={version} />}
        <p>{t(decision?.basis === 'negotiated' ? texts.negotiatedHint : texts.designatedHint)}</p>
        <div>
          <Button type="primary" onClick={() => open('consult')}>
            {t(texts.openConsultation)}
          </Button>
        </div>
      </div>
    );
  }
  const start: Partial<Entered> = {
    ...filled({ rowKey: decision.rowKey ?? undefined }),
    tasks: decision.co.map((unit) => ({ unit, text: theCase.title, weight: 1, required: true })),
  };
  return (
    <ActForm<Entered>
      key={decision.rowKey}
      send={acts.dispatch}
      act={act}
      start={start}
      onSend={(values) =>
        act.mutate({ params: { id: theCase.id }, body: { version: theCase.version, ...filled(values) } })
      }
    >
      <Why decision={decision} version={version} />
      {decision.alternatives.length > 0 && <Rows decision={decision} />}
      <h3>{t(texts.tasks)}</h3>
      <TasksField name="tasks" />
      <WordsField
        optional
        rows={2}
        name="note"
        label={texts.noteOptional}
        of={dispatchCase.body.properties.note}
      />
      <p className="hint small" style={{ marginBottom: 12 }}>
        {t(texts.afterDispatch, { lead: nameOf(decision.lead) })}
      </p>
    </ActForm>
  );
}

function Why({ decision, version }: { decision: Decision; version: string }) {
  const { nameOf } = useUnits();
  const { basis, rowKey, listVersion, lead, co, whyZh, whyEn } = decision;
  return (
    <section className="suggestion" aria-label={t(texts.suggested)}>
      <div className="row wrap">
        <span className="mark primary">{t(bases[basis])}</span>
        {lead !== null && <strong>{nameOf(lead)}</strong>}
        {co.length > 0 && (
          <span className="hint">
            {named(t(texts.co))}
            {listed(co.map(nameOf))}
          </span>
        )}
      </div>
      <p>{t({ zh: whyZh, en: whyEn })}</p>
      <p className="small hint" title={t(texts.suggestionVersion, { version })}>
        {rowKey !== null && <>{t(texts.cited, { row: rowKey, version: listVersion })} · </>}
        {t(texts.suggestionNote)}
      </p>
    </section>
  );
}

function Rows({ decision: { rowKey, lead, alternatives } }: { decision: Decision }) {
  const { nameOf } = useUnits();
  const rows = [
    ...(rowKey === null || lead === null ? [] : [{ rowKey, lead, why: '' }]),
    ...alternatives.map((one) => ({ ...one, why: t({ zh: one.whyZh, en: one.whyEn }) })),
  ];
  return (
    <Form.Item name="rowKey" label={t(texts.useRow)}>
      <Radio.Group
        className="stack tight"
        options={rows.map((row) => ({
          value: row.rowKey,
          label: `${row.rowKey} ${nameOf(row.lead)}${row.why === '' ? '' : ` — ${row.why}`}`,
        }))}
      />
    </Form.Item>
  );
}
