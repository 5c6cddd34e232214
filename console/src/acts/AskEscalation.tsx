import { askEscalation } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { UnitField, WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** It needs an upper level. */
export function AskEscalation({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(askEscalation, () => {
    done(acts.ask_escalation);
    onDone();
  });
  return (
    <ActForm<{ to: string; reason: string }>
      send={acts.ask_escalation}
      act={act}
      onSend={(values) => act.mutate({ params: { id: theCase.id }, body: { ...values } })}
      onCancel={onDone}
    >
      <UnitField name="to" label={texts.escalateTo} kinds={['district', 'dispatched']} />
      <WordsField
        name="reason"
        label={texts.reason}
        says={texts.reasonSays}
        of={askEscalation.body.properties.reason}
      />
    </ActForm>
  );
}
