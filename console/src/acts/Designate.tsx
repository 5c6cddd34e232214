import { designate } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { UnitField, WordsField } from '../parts/form/Fields.tsx';
import { TasksField, type TaskGiven } from '../parts/form/TasksField.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** A named leader says who handles it, and why. */
export function Designate({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(designate, () => {
    done(acts.designate);
    onDone();
  });
  return (
    <ActForm<{ lead: string; reason: string; tasks?: TaskGiven[] }>
      send={acts.designate}
      act={act}
      onSend={(values) =>
        act.mutate({ params: { id: theCase.id }, body: { version: theCase.version, ...filled(values) } })
      }
      onCancel={onDone}
    >
      <UnitField name="lead" label={texts.lead} />
      <WordsField
        name="reason"
        label={texts.reason}
        says={texts.designateSays}
        of={designate.body.properties.reason}
      />
      <TasksField name="tasks" />
    </ActForm>
  );
}
