import { judgeTask } from '@fengqiao/contract/cases.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { WordsField, YesNoField } from '../parts/form/Fields.tsx';
import { texts } from './texts.ts';

/** Accepts a task or sends it back; never one's own. */
export function JudgeTask({ task, onDone }: { task: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(judgeTask, () => {
    done(texts.judge);
    onDone();
  });
  return (
    <ActForm<{ accepted: boolean; note: string }>
      send={texts.judge}
      act={act}
      onSend={(values) => act.mutate({ params: { id: task }, body: values })}
      onCancel={onDone}
    >
      <YesNoField name="accepted" label={texts.judge} yes={texts.accept} no={texts.sendBack} />
      <WordsField name="note" label={texts.note} of={judgeTask.body.properties.note} />
    </ActForm>
  );
}
