import { answerWhistle } from '@fengqiao/contract/cases.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { NumberField, WordsField, YesNoField } from '../parts/form/Fields.tsx';
import { texts } from './texts.ts';

type Entered = { attends: boolean; text: string; rating?: number };

/** A called unit says whether it comes. */
export function AnswerWhistle({ whistle, onDone }: { whistle: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(answerWhistle, () => {
    done(texts.answerWhistle);
    onDone();
  });
  return (
    <ActForm<Entered>
      send={texts.answerWhistle}
      act={act}
      onSend={(values) => act.mutate({ params: { id: whistle }, body: filled(values) })}
      onCancel={onDone}
    >
      <YesNoField name="attends" label={texts.attends} yes={texts.attendsYes} no={texts.attendsNo} />
      <WordsField name="text" label={texts.note} of={answerWhistle.body.properties.text} />
      <NumberField optional name="rating" label={texts.rateCaller} min={1} max={5} />
    </ActForm>
  );
}
