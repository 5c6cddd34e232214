import { reportVerification } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import type { EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { EvidenceField } from '../parts/form/EvidenceField.tsx';
import { WordsField, YesNoField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** What was found on site. */
export function ReportVerification({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(reportVerification, () => {
    done(acts.report_verification);
    onDone();
  });
  return (
    <ActForm<{ found: boolean; note: string; evidence?: EvidenceGiven[] }>
      send={acts.report_verification}
      act={act}
      onSend={(values) => act.mutate({ params: { id: theCase.id }, body: { ...filled(values) } })}
      onCancel={onDone}
    >
      <YesNoField name="found" label={texts.found} yes={texts.foundYes} no={texts.foundNo} />
      <WordsField name="note" label={texts.note} of={reportVerification.body.properties.note} />
      <EvidenceField optional name="evidence" label={texts.evidenceOptional} />
    </ActForm>
  );
}
