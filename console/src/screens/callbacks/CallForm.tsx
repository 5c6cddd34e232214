import { Checkbox, DatePicker, Form, Rate } from 'antd';
import type { Dayjs } from 'dayjs';
import { answerCallback } from '@fengqiao/contract/cases.ts';
import { callOutcomes, solvedQuestion, type CallOutcome } from '@fengqiao/contract/cases/callback-words.ts';
import { unsolvedReasons, type UnsolvedReason } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled, keysOf } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { ChoiceField, WordsField, YesNoField } from '../../parts/form/Fields.tsx';
import { texts as common } from '../../parts/texts.ts';
import { texts } from './texts.ts';

type Entered = {
  outcome: CallOutcome;
  solved?: boolean;
  score?: number;
  reasons?: UnsolvedReason[];
  text?: string;
  at?: Dayjs;
};

/** Step by step: how the call went, then the very questions that the reporter reads in the app. */
export function CallForm({ ask }: { ask: string }) {
  const done = useDone();
  const act = useAct(answerCallback, () => done(texts.send));
  return (
    <ActForm<Entered>
      send={texts.send}
      act={act}
      onSend={({ at, ...values }) =>
        act.mutate({
          params: { id: ask },
          body: filled({ ...values, at: at === undefined ? undefined : at.toISOString() }),
        })
      }
    >
      <h3>{t(texts.outcome)}</h3>
      <ChoiceField name="outcome" label={texts.outcomeLabel} among={callOutcomes} />
      <Next />
    </ActForm>
  );
}

/** What follows from how the call went. */
function Next() {
  const outcome: unknown = Form.useWatch('outcome');
  if (outcome === 'answered') return <Questions />;
  if (outcome === 'later')
    return (
      <Form.Item
        name="at"
        label={t(texts.at)}
        extra={t(texts.atSays)}
        rules={[{ required: true, message: t(common.required) }]}
      >
        <DatePicker showTime={{ format: 'HH:mm', minuteStep: 30 }} format="YYYY-MM-DD HH:mm" />
      </Form.Item>
    );
  if (outcome === 'no_answer' || outcome === 'busy')
    return <p className="script-words">{t(texts.noAnswerSays)}</p>;
  return outcome === undefined ? null : <p className="script-words">{t(texts.endsSays)}</p>;
}

function Questions() {
  const solved: unknown = Form.useWatch('solved');
  return (
    <>
      <h3>{t(texts.ask)}</h3>
      <YesNoField
        name="solved"
        label={solvedQuestion.question}
        yes={solvedQuestion.yes}
        no={solvedQuestion.no}
      />
      {solved === false && (
        <Form.Item name="reasons" label={t(solvedQuestion.reasons)}>
          <Checkbox.Group
            options={keysOf(unsolvedReasons).map((key) => ({ value: key, label: t(unsolvedReasons[key]) }))}
          />
        </Form.Item>
      )}
      <Form.Item name="score" label={t(solvedQuestion.score)}>
        <Rate aria-label={t(solvedQuestion.score)} />
      </Form.Item>
      <WordsField optional name="text" label={solvedQuestion.more} of={answerCallback.body.properties.text} />
      {typeof solved === 'boolean' && (
        <>
          <h3>{t(texts.end)}</h3>
          <p className="script-words">{t(solved ? texts.endYes : texts.endNo)}</p>
        </>
      )}
    </>
  );
}
