import { Form, Radio } from 'antd';
import { mergeCases, suggest } from '@fengqiao/contract/cases.ts';
import { acts, states } from '@fengqiao/contract/cases/words.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { metres, share } from '@fengqiao/ui/time.ts';
import { Answer } from '../parts/Answer.tsx';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

type Entered = { into: string; reason: string };

/** Joins this case to another one about the same thing. */
export function Merge({ theCase, onDone }: ActProps) {
  const suggestion = useSay(suggest, { params: { id: theCase.id } });
  const done = useDone();
  const act = useAct(mergeCases, () => {
    done(acts.merge);
    onDone();
  });
  const refused = act.data?.refused[0];
  return (
    <Answer of={suggestion}>
      {({ duplicates }) =>
        duplicates.length === 0 ? (
          <p>{t(texts.noDuplicates)}</p>
        ) : (
          <ActForm<Entered>
            send={acts.merge}
            act={act}
            onSend={({ into, reason }) => act.mutate({ body: { into, from: [theCase.id], reason } })}
            onCancel={onDone}
          >
            <Form.Item
              name="into"
              label={t(texts.into)}
              extra={t(texts.intoSays)}
              rules={[{ required: true }]}
            >
              <Radio.Group
                className="stack tight"
                options={duplicates.map((one) => ({
                  value: one.caseId,
                  label: (
                    <span>
                      {one.no} {one.title}
                      <br />
                      <span className="small hint">
                        {t(states[one.state])} · {metres(one.metres)} · {share(one.likeness, 1)} ·{' '}
                        {t({ zh: one.whyZh, en: one.whyEn })}
                      </span>
                    </span>
                  ),
                }))}
              />
            </Form.Item>
            <WordsField name="reason" label={texts.reason} of={mergeCases.body.properties.reason} />
            {refused !== undefined && <p role="alert">{t(refused)}</p>}
          </ActForm>
        )
      }
    </Answer>
  );
}
