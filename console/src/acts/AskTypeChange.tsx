import { askTypeChange } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { TypeField, WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** It is of another type; both clocks stay visible. */
export function AskTypeChange({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(askTypeChange, () => {
    done(acts.ask_type_change);
    onDone();
  });
  return (
    <ActForm<{ type: string; reason: string }>
      send={acts.ask_type_change}
      act={act}
      onSend={(values) => act.mutate({ params: { id: theCase.id }, body: { ...values } })}
      onCancel={onDone}
    >
      <TypeField name="type" label={texts.newType} />
      <WordsField
        name="reason"
        label={texts.reason}
        says={texts.reasonSays}
        of={askTypeChange.body.properties.reason}
      />
    </ActForm>
  );
}
