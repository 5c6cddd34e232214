import { Form } from 'antd';
import { answerConsultation } from '@fengqiao/contract/cases.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { LineField, UnitField, WordsField, YesNoField } from '../parts/form/Fields.tsx';
import { texts } from './texts.ts';

type Entered = { consents: boolean; betterLead?: string; clause?: string; text?: string };

/** My unit agrees, or objects by the clause and names who should lead. */
export function AnswerConsultation({ consultation, onDone }: { consultation: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(answerConsultation, () => {
    done(texts.stance);
    onDone();
  });
  return (
    <ActForm<Entered>
      send={texts.stance}
      act={act}
      onSend={(values) => act.mutate({ params: { id: consultation }, body: filled(values) })}
      onCancel={onDone}
    >
      <YesNoField name="consents" label={texts.stance} yes={texts.consents} no={texts.objects} />
      <Objection />
      <WordsField
        optional
        name="text"
        label={texts.noteOptional}
        of={answerConsultation.body.properties.text}
      />
    </ActForm>
  );
}

function Objection() {
  const { unit } = useMe();
  const consents: unknown = Form.useWatch('consents');
  if (consents !== false) return null;
  return (
    <>
      <p className="hint small">{t(texts.objectSays)}</p>
      <LineField name="clause" label={texts.clause} of={answerConsultation.body.properties.clause} />
      <UnitField name="betterLead" label={texts.betterLead} except={unit === null ? [] : [unit]} />
    </>
  );
}
