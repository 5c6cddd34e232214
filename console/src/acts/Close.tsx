import { closeCase } from '@fengqiao/contract/cases.ts';
import { acts, outcomes, type Outcome } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { ChoiceField, WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** The centre closes what was checked. */
export function Close({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(closeCase, () => {
    done(acts.close);
    onDone();
  });
  return (
    <ActForm<{ summary: string; outcome: Outcome }>
      send={acts.close}
      act={act}
      start={filled({ outcome: theCase.outcome ?? undefined })}
      onSend={(values) =>
        act.mutate({ params: { id: theCase.id }, body: { version: theCase.version, ...filled(values) } })
      }
      onCancel={onDone}
    >
      <WordsField rows={4} name="summary" label={texts.closeSummary} of={closeCase.body.properties.summary} />
      <ChoiceField name="outcome" label={texts.outcome} says={texts.outcomeSays} among={outcomes} />
    </ActForm>
  );
}
