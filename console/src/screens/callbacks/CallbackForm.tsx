import { Checkbox, Form, Rate } from 'antd';
import { answerCallback } from '@fengqiao/contract/cases.ts';
import { unsolvedReasons } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled, keysOf } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { WordsField, YesNoField } from '../../parts/form/Fields.tsx';
import { texts } from './texts.ts';

type Entered = { reached: boolean; solved?: boolean; score?: number; reasons?: string[]; text?: string };

/** What the reporter said; who was not reached is written down as not reached. */
export function CallbackForm({ ask }: { ask: string }) {
  const done = useDone();
  const act = useAct(answerCallback, () => done(texts.send));
  return (
    <ActForm<Entered>
      send={texts.send}
      act={act}
      onSend={(values) => act.mutate({ params: { id: ask }, body: filled(values) })}
    >
      <YesNoField name="reached" label={texts.reached} yes={texts.yes} no={texts.no} />
      <Answered />
      <WordsField optional name="text" label={texts.text} of={answerCallback.body.properties.text} />
    </ActForm>
  );
}

function Answered() {
  const reached: unknown = Form.useWatch('reached');
  const solved: unknown = Form.useWatch('solved');
  if (reached !== true) return null;
  return (
    <>
      <YesNoField name="solved" label={texts.solved} yes={texts.solvedYes} no={texts.solvedNo} />
      <Form.Item name="score" label={t(texts.score)}>
        <Rate aria-label={t(texts.score)} />
      </Form.Item>
      {solved === false && (
        <Form.Item name="reasons" label={t(texts.reasons)}>
          <Checkbox.Group
            options={keysOf(unsolvedReasons).map((key) => ({ value: key, label: t(unsolvedReasons[key]) }))}
          />
        </Form.Item>
      )}
    </>
  );
}
