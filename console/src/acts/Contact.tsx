import { recordContact } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { WordsField, YesNoField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** A call or visit to the reporter. */
export function Contact({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(recordContact, () => {
    done(acts.contact);
    onDone();
  });
  return (
    <ActForm<{ reached: boolean; note: string }>
      send={acts.contact}
      act={act}
      onSend={(values) => act.mutate({ params: { id: theCase.id }, body: { ...values } })}
      onCancel={onDone}
    >
      <YesNoField name="reached" label={texts.reached} yes={texts.reachedYes} no={texts.reachedNo} />
      <WordsField name="note" label={texts.note} of={recordContact.body.properties.note} />
    </ActForm>
  );
}
