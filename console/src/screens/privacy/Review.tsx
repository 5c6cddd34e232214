import { reviewAccess } from '@fengqiao/contract/audit/oversight.ts';
import type { Refused } from '@fengqiao/contract/client.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { ChoiceField, WordsField } from '../../parts/form/Fields.tsx';
import { findings, texts } from './texts.ts';

type Found = { verdict: keyof typeof findings; note: string };

type ReviewProps = {
  act: { readonly isPending: boolean; readonly error: Refused | null };
  onSend: (found: Found) => void;
  onCancel: () => void;
};

/** What somebody else found about a look. */
export function Review({ act, onSend, onCancel }: ReviewProps) {
  return (
    <ActForm<Found> send={texts.review} act={act} onSend={onSend} onCancel={onCancel}>
      <ChoiceField name="verdict" label={texts.verdict} among={findings} />
      <WordsField name="note" label={texts.note} of={reviewAccess.body.properties.note} />
    </ActForm>
  );
}
