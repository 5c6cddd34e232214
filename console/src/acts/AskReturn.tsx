import { askReturn } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { LineField, UnitField, WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** It is not ours: the clause, and whose it is. */
export function AskReturn({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(askReturn, () => {
    done(acts.ask_return);
    onDone();
  });
  return (
    <ActForm<{ clause: string; betterLead: string; reason: string }>
      send={acts.ask_return}
      act={act}
      onSend={(values) => act.mutate({ params: { id: theCase.id }, body: { ...values } })}
      onCancel={onDone}
    >
      <LineField name="clause" label={texts.clause} of={askReturn.body.properties.clause} />
      <UnitField
        name="betterLead"
        label={texts.betterLead}
        except={theCase.lead === null ? [] : [theCase.lead]}
      />
      <WordsField
        name="reason"
        label={texts.reason}
        says={texts.reasonSays}
        of={askReturn.body.properties.reason}
      />
    </ActForm>
  );
}
