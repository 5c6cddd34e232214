import { checkCase } from '@fengqiao/contract/cases.ts';
import { acts, checkMethods, type CheckMethod } from '@fengqiao/contract/cases/words.ts';
import type { EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { EvidenceField } from '../parts/form/EvidenceField.tsx';
import { ChoiceField, WordsField, YesNoField } from '../parts/form/Fields.tsx';
import { Needed } from '../parts/case/Needed.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** Somebody who had no part in it looks. */
export function Check({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(checkCase, () => {
    done(acts.check);
    onDone();
  });
  return (
    <ActForm<{ method: CheckMethod; passed: boolean; note: string; evidence?: EvidenceGiven[] }>
      send={acts.check}
      act={act}
      onSend={(values) =>
        act.mutate({ params: { id: theCase.id }, body: { version: theCase.version, ...filled(values) } })
      }
      onCancel={onDone}
    >
      <Needed theCase={theCase} stage="check" />
      <ChoiceField name="method" label={texts.method} among={checkMethods} />
      <YesNoField name="passed" label={texts.passed} yes={texts.passedYes} no={texts.passedNo} />
      <WordsField name="note" label={texts.note} of={checkCase.body.properties.note} />
      <EvidenceField optional name="evidence" label={texts.checkEvidence} />
    </ActForm>
  );
}
