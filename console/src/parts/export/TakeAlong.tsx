import type { Refused } from '@fengqiao/contract/client.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { Reason } from '@fengqiao/contract/shapes.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ActForm } from '../form/ActForm.tsx';
import { WordsField } from '../form/Fields.tsx';
import { texts } from './texts.ts';

type Props = {
  says: Both;
  act: { readonly isPending: boolean; readonly error: Refused | null };
  onSend: (reason: string) => void;
  onCancel: () => void;
};

/** Takes what a filter shows along as a table at once, with a reason; what needs an approval is asked for instead. */
export function TakeAlong({ says, act, onSend, onCancel }: Props) {
  return (
    <ActForm<{ reason: string }>
      send={texts.export}
      act={act}
      onSend={({ reason }) => onSend(reason)}
      onCancel={onCancel}
    >
      <p>{t(says)}</p>
      <WordsField name="reason" label={texts.whyTaken} of={Reason} />
    </ActForm>
  );
}
