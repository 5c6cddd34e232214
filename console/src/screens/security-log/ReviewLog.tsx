import { reviewSecurity } from '@fengqiao/contract/audit/security.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { useNow } from '../../parts/now.ts';
import { texts } from './texts.ts';

/** The finding of whoever has looked through the log up to the moment they began to write. */
export function ReviewLog({ onDone }: { onDone: () => void }) {
  const act = useAct(reviewSecurity, onDone);
  const now = useNow();
  return (
    <ActForm<{ note: string }>
      send={texts.review}
      act={act}
      onSend={({ note }) => act.mutate({ body: { until: now.toISOString(), note } })}
      onCancel={onDone}
    >
      <p>{t(texts.reviewSays)}</p>
      <WordsField name="note" label={texts.finding} of={reviewSecurity.body.properties.note} />
    </ActForm>
  );
}
