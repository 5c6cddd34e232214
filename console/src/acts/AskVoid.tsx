import { askVoid } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** It was entered by mistake. */
export function AskVoid({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(askVoid, () => {
    done(acts.ask_void);
    onDone();
  });
  return (
    <ActForm<{ reason: string }>
      send={acts.ask_void}
      act={act}
      danger
      onSend={(values) => act.mutate({ params: { id: theCase.id }, body: { ...values } })}
      onCancel={onDone}
    >
      <WordsField
        name="reason"
        label={texts.reason}
        says={texts.reasonSays}
        of={askVoid.body.properties.reason}
      />
    </ActForm>
  );
}
