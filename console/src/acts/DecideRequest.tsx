import { decideRequest } from '@fengqiao/contract/cases.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { WordsField, YesNoField } from '../parts/form/Fields.tsx';
import { texts } from './texts.ts';

/** Decides a side request; never one's own. */
export function DecideRequest({ request, onDone }: { request: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(decideRequest, () => {
    done(texts.decide);
    onDone();
  });
  return (
    <ActForm<{ approved: boolean; note: string }>
      send={texts.decide}
      act={act}
      onSend={(values) => act.mutate({ params: { id: request }, body: values })}
      onCancel={onDone}
    >
      <YesNoField name="approved" label={texts.decide} yes={texts.approve} no={texts.reject} />
      <WordsField name="note" label={texts.decision} of={decideRequest.body.properties.note} />
    </ActForm>
  );
}
