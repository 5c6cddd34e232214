import { Form, Input, Radio } from 'antd';
import { answerAppeal, appealAbouts, appealStates, listAppeals } from '@fengqiao/contract/rounds.ts';
import { useAct, useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Feed } from '../../parts/Feed.tsx';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { texts as common } from '../../parts/texts.ts';
import { parts, texts } from './texts.ts';

/** What staff object to in the record of their own work, each answered once. */
export function Appeals() {
  const { nameOf } = useUnits();
  const list = useMore(listAppeals, (after) => ({ query: after === undefined ? {} : { after } }));
  return (
    <Feed list={list} label={t(parts.appeals)} empty={t(texts.noAppeals)} keyOf={(one) => one.id}>
      {({ id, about, caseNo, text, by, unit, madeAt, state, answer }) => (
        <>
          <p className="row between">
            <strong>
              {t(appealAbouts[about])} {caseNo}
            </strong>
            <span className={state === 'open' ? 'mark warn' : 'mark good'}>{t(appealStates[state])}</span>
          </p>
          <p className="prose">{text}</p>
          <p className="hint">
            {nameOf(unit)} · {by} · {stamp(madeAt)}
          </p>
          {answer !== null && <p className="quote prose">{answer}</p>}
          {state === 'open' && (
            <OpenForm label={texts.answer}>{(close) => <AnswerOne id={id} onDone={close} />}</OpenForm>
          )}
        </>
      )}
    </Feed>
  );
}

type Values = { upheld: boolean; answer: string };
const required = () => [{ required: true, message: t(common.required) }];

function AnswerOne({ id, onDone }: { id: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(answerAppeal, () => {
    done(texts.answer);
    onDone();
  });
  return (
    <ActForm<Values>
      send={texts.answer}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <Form.Item name="upheld" label={t(texts.upheld)} rules={required()}>
        <Radio.Group
          options={[
            { value: true, label: t(texts.yes) },
            { value: false, label: t(texts.no) },
          ]}
        />
      </Form.Item>
      <Form.Item name="answer" label={t(texts.words)} rules={required()}>
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Form.Item>
    </ActForm>
  );
}
