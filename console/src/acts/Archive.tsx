import { archiveCase } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** Seals the case. */
export function Archive({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(archiveCase, () => {
    done(acts.archive);
    onDone();
  });
  return (
    <ActForm<object>
      send={acts.archive}
      act={act}
      onSend={() => act.mutate({ params: { id: theCase.id }, body: { version: theCase.version } })}
      onCancel={onDone}
    >
      <p style={{ marginBottom: 16 }}>{t(texts.archiveSays)}</p>
    </ActForm>
  );
}
