import { decideReopening } from '@fengqiao/contract/cases.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { WordsField, YesNoField } from '../parts/form/Fields.tsx';
import { texts } from './texts.ts';

/** Answers who asked to reopen. */
export function DecideReopening({ reopening, onDone }: { reopening: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(decideReopening, () => {
    done(texts.decideReopening);
    onDone();
  });
  return (
    <ActForm<{ granted: boolean; reason: string }>
      send={texts.decideReopening}
      act={act}
      onSend={(values) => act.mutate({ params: { id: reopening }, body: values })}
      onCancel={onDone}
    >
      <YesNoField name="granted" label={texts.decideReopening} yes={texts.grant} no={texts.deny} />
      <WordsField name="reason" label={texts.reason} of={decideReopening.body.properties.reason} />
    </ActForm>
  );
}
