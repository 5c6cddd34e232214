import { askVerification } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { UnitField, WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** Sends the grid or the community to look. */
export function Verify({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(askVerification, () => {
    done(acts.verify);
    onDone();
  });
  return (
    <ActForm<{ unit: string; note?: string }>
      send={acts.verify}
      act={act}
      start={filled({ unit: theCase.grid ?? theCase.community ?? undefined })}
      onSend={(values) =>
        act.mutate({ params: { id: theCase.id }, body: { version: theCase.version, ...filled(values) } })
      }
      onCancel={onDone}
    >
      <UnitField name="unit" label={texts.verifyUnit} kinds={['grid', 'community']} />
      <WordsField optional name="note" label={texts.noteOptional} of={askVerification.body.properties.note} />
    </ActForm>
  );
}
