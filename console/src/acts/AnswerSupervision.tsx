import { answerSupervision } from '@fengqiao/contract/cases.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { WordsField } from '../parts/form/Fields.tsx';
import { texts } from './texts.ts';

/** The unit answers an order. */
export function AnswerSupervision({ supervision, onDone }: { supervision: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(answerSupervision, () => {
    done(texts.answer);
    onDone();
  });
  return (
    <ActForm<{ text: string }>
      send={texts.answer}
      act={act}
      onSend={(values) => act.mutate({ params: { id: supervision }, body: values })}
      onCancel={onDone}
    >
      <WordsField rows={4} name="text" label={texts.answerText} of={answerSupervision.body.properties.text} />
    </ActForm>
  );
}
