import { unmerge } from '@fengqiao/contract/cases.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { WordsField } from '../parts/form/Fields.tsx';
import { texts } from './texts.ts';

/** Takes a case out of the one it was merged into. */
export function UndoMerge({ merge, onDone }: { merge: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(unmerge, () => {
    done(texts.undoMerge);
    onDone();
  });
  return (
    <ActForm<{ reason: string }>
      send={texts.undoMerge}
      act={act}
      onSend={(values) => act.mutate({ params: { id: merge }, body: values })}
      onCancel={onDone}
    >
      <WordsField rows={4} name="reason" label={texts.reason} of={unmerge.body.properties.reason} />
    </ActForm>
  );
}
