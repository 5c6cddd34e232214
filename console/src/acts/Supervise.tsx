import { supervise } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { UnitField, WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** An order that wants an answer. */
export function Supervise({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(supervise, () => {
    done(acts.supervise);
    onDone();
  });
  return (
    <ActForm<{ unit: string; text: string }>
      send={acts.supervise}
      act={act}
      start={filled({ unit: theCase.lead ?? undefined })}
      onSend={(values) => act.mutate({ params: { id: theCase.id }, body: { ...values } })}
      onCancel={onDone}
    >
      <UnitField name="unit" label={texts.superviseUnit} />
      <WordsField rows={4} name="text" label={texts.superviseText} of={supervise.body.properties.text} />
    </ActForm>
  );
}
