import { addTask } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { NumberField, SwitchField, UnitField, WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** Another unit does a share of it. */
export function AddTask({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(addTask, () => {
    done(acts.add_task);
    onDone();
  });
  return (
    <ActForm<{ unit: string; text: string; weight: number; required: boolean }>
      send={acts.add_task}
      act={act}
      start={{ weight: 1, required: true }}
      onSend={(values) => act.mutate({ params: { id: theCase.id }, body: { ...values } })}
      onCancel={onDone}
    >
      <UnitField name="unit" label={texts.unit} except={theCase.lead === null ? [] : [theCase.lead]} />
      <WordsField name="text" label={texts.taskText} of={addTask.body.properties.text} />
      <NumberField name="weight" label={texts.weight} min={1} max={10} />
      <SwitchField name="required" label={texts.required} />
    </ActForm>
  );
}
