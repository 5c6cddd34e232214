import { openConsultation } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { UnitField, WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** Asks several units who should have it; silence is consent. */
export function Consult({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(openConsultation, () => {
    done(acts.consult);
    onDone();
  });
  return (
    <ActForm<{ lead: string; co?: string[]; question: string }>
      send={acts.consult}
      act={act}
      onSend={(values) =>
        act.mutate({
          params: { id: theCase.id },
          body: {
            version: theCase.version,
            lead: values.lead,
            co: values.co ?? [],
            question: values.question,
          },
        })
      }
      onCancel={onDone}
    >
      <UnitField name="lead" label={texts.lead} />
      <UnitField optional many name="co" label={texts.co} />
      <WordsField
        name="question"
        label={texts.question}
        says={texts.consultSays}
        of={openConsultation.body.properties.question}
      />
    </ActForm>
  );
}
