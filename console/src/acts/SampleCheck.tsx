import { doSampleCheck } from '@fengqiao/contract/cases.ts';
import type { EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import { acts, checkMethods, type CheckMethod } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { EvidenceField } from '../parts/form/EvidenceField.tsx';
import { ChoiceField, WordsField, YesNoField } from '../parts/form/Fields.tsx';
import { texts } from './texts.ts';

type Entered = { method: CheckMethod; passed: boolean; note: string; evidence?: EvidenceGiven[] };

/** The result of a sample check; a failure reopens the case. */
export function SampleCheck({ check, onDone }: { check: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(doSampleCheck, () => {
    done(acts.check);
    onDone();
  });
  return (
    <ActForm<Entered>
      send={acts.check}
      act={act}
      onSend={(values) => act.mutate({ params: { id: check }, body: filled(values) })}
      onCancel={onDone}
    >
      <ChoiceField name="method" label={texts.method} among={checkMethods} />
      <YesNoField name="passed" label={texts.passed} yes={texts.passedYes} no={texts.passedNo} />
      <WordsField name="note" label={texts.note} of={doSampleCheck.body.properties.note} />
      <EvidenceField optional name="evidence" label={texts.checkEvidence} />
    </ActForm>
  );
}
