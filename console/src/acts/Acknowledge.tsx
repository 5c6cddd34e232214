import { acknowledge } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** The unit takes it in hand. */
export function Acknowledge({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(acknowledge, () => {
    done(acts.acknowledge);
    onDone();
  });
  return (
    <ActForm<object>
      send={acts.acknowledge}
      act={act}
      onSend={() => act.mutate({ params: { id: theCase.id }, body: { version: theCase.version } })}
      onCancel={onDone}
    >
      <p style={{ marginBottom: 16 }}>{t(texts.acknowledgeSays)}</p>
    </ActForm>
  );
}
