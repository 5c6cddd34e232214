import { askTermination } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** The reporter does not cooperate. */
export function AskTermination({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(askTermination, () => {
    done(acts.ask_termination);
    onDone();
  });
  return (
    <ActForm<{ reason: string; explained: string }>
      send={acts.ask_termination}
      act={act}
      onSend={(values) => act.mutate({ params: { id: theCase.id }, body: { ...values } })}
      onCancel={onDone}
    >
      <WordsField
        name="reason"
        label={texts.reason}
        says={texts.reasonSays}
        of={askTermination.body.properties.reason}
      />
      <WordsField name="explained" label={texts.explained} of={askTermination.body.properties.explained} />
    </ActForm>
  );
}
