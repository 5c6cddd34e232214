import { reportHandled } from '@fengqiao/contract/cases.ts';
import { acts, outcomes, type Outcome } from '@fengqiao/contract/cases/words.ts';
import type { EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { EvidenceField } from '../parts/form/EvidenceField.tsx';
import { ChoiceField, WordsField } from '../parts/form/Fields.tsx';
import { Needed } from '../parts/case/Needed.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** The handling unit says what it did, with its evidence. */
export function ReportHandled({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(reportHandled, () => {
    done(acts.report_handled);
    onDone();
  });
  return (
    <ActForm<{ summary: string; outcome: Outcome; evidence?: EvidenceGiven[] }>
      send={acts.report_handled}
      act={act}
      onSend={(values) =>
        act.mutate({
          params: { id: theCase.id },
          body: {
            version: theCase.version,
            summary: values.summary,
            outcome: values.outcome,
            evidence: values.evidence ?? [],
          },
        })
      }
      onCancel={onDone}
    >
      <Needed theCase={theCase} stage="handle" />
      <WordsField rows={4} name="summary" label={texts.summary} of={reportHandled.body.properties.summary} />
      <ChoiceField name="outcome" label={texts.outcome} says={texts.outcomeSays} among={outcomes} />
      <EvidenceField optional name="evidence" label={texts.evidence} />
    </ActForm>
  );
}
