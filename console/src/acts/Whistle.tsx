import { blowWhistle } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { ChoiceField, UnitField, WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts, whistleKinds } from './texts.ts';

/** Calls units to the place. */
export function Whistle({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(blowWhistle, () => {
    done(acts.whistle);
    onDone();
  });
  return (
    <ActForm<{ kind: keyof typeof whistleKinds; units: string[]; text: string }>
      send={acts.whistle}
      act={act}
      onSend={(values) => act.mutate({ params: { id: theCase.id }, body: { ...values } })}
      onCancel={onDone}
    >
      <ChoiceField name="kind" label={texts.whistleKind} among={whistleKinds} />
      <UnitField many name="units" label={texts.whistleUnits} />
      <WordsField name="text" label={texts.whistleText} of={blowWhistle.body.properties.text} />
    </ActForm>
  );
}
