import { passMilestone } from '@fengqiao/contract/cases.ts';
import type { EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { EvidenceField } from '../parts/form/EvidenceField.tsx';
import { WordsField } from '../parts/form/Fields.tsx';
import { texts } from './texts.ts';

/** A milestone of a hold was reached. */
export function PassMilestone({ milestone, onDone }: { milestone: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(passMilestone, () => {
    done(texts.passMilestone);
    onDone();
  });
  return (
    <ActForm<{ note: string; evidence?: EvidenceGiven[] }>
      send={texts.passMilestone}
      act={act}
      onSend={(values) => act.mutate({ params: { id: milestone }, body: filled(values) })}
      onCancel={onDone}
    >
      <WordsField name="note" label={texts.note} of={passMilestone.body.properties.note} />
      <EvidenceField optional name="evidence" label={texts.evidenceOptional} />
    </ActForm>
  );
}
