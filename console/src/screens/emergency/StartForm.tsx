import { Form, Input } from 'antd';
import type { Static } from 'typebox';
import { emergencies } from '@fengqiao/contract/audit/oversight.ts';
import { openEmergency } from '@fengqiao/contract/registry/emergencies.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { ChoiceField, WordsField } from '../../parts/form/Fields.tsx';
import { texts } from './texts.ts';

type Asked = Static<typeof openEmergency.body>;
const known = ['name', 'phone', 'idNumber', 'address'] as const;

/** Who, which of the closed list of emergencies, and what happens; beside it what follows from pressing the button. */
export function StartForm() {
  const act = useAct(openEmergency);
  return (
    <div className="emergency-start">
      <section className="card" aria-label={t(texts.open)}>
        <ActForm<Asked>
          danger
          send={texts.open}
          act={act}
          onSend={({ reasonCode, text, ...who }) =>
            act.mutate({ body: { reasonCode, text, ...filled(who) } })
          }
        >
          <fieldset>
            <legend>{t(texts.who)}</legend>
            <p className="hint">{t(texts.whoSays)}</p>
            <div className="pair">
              {known.map((name) => (
                <Form.Item key={name} name={name} label={t(texts[name])}>
                  <Input maxLength={60} autoComplete="off" />
                </Form.Item>
              ))}
            </div>
          </fieldset>
          <ChoiceField name="reasonCode" label={texts.reason} among={emergencies} />
          <WordsField name="text" label={texts.text} of={openEmergency.body.properties.text} />
        </ActForm>
      </section>
      <aside className="card" aria-label={t(texts.rules)}>
        <h2>{t(texts.rules)}</h2>
        <ol>
          <li>{t(texts.rule1)}</li>
          <li>{t(texts.rule2)}</li>
          <li>{t(texts.rule3)}</li>
          <li>{t(texts.rule4)}</li>
        </ol>
      </aside>
    </div>
  );
}
