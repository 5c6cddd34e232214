import { resumeCase } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** The hold ends and the clocks run on. */
export function Resume({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(resumeCase, () => {
    done(acts.resume);
    onDone();
  });
  return (
    <ActForm<{ reason: string }>
      send={acts.resume}
      act={act}
      onSend={(values) =>
        act.mutate({ params: { id: theCase.id }, body: { version: theCase.version, ...values } })
      }
      onCancel={onDone}
    >
      <WordsField name="reason" label={texts.reason} of={resumeCase.body.properties.reason} />
    </ActForm>
  );
}
