import { reportTask } from '@fengqiao/contract/cases.ts';
import type { EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { EvidenceField } from '../parts/form/EvidenceField.tsx';
import { WordsField } from '../parts/form/Fields.tsx';
import { texts } from './texts.ts';

type Entered = { text: string; evidence?: EvidenceGiven[] };

/** A co-handler says what it did for its own task. */
export function ReportTask({ task, onDone }: { task: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(reportTask, () => {
    done(texts.reportTask);
    onDone();
  });
  return (
    <ActForm<Entered>
      send={texts.reportTask}
      act={act}
      onSend={(values) => act.mutate({ params: { id: task }, body: filled(values) })}
      onCancel={onDone}
    >
      <WordsField rows={4} name="text" label={texts.summary} of={reportTask.body.properties.text} />
      <EvidenceField optional name="evidence" label={texts.evidenceOptional} />
    </ActForm>
  );
}
