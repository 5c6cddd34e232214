import { declineCase } from '@fengqiao/contract/cases.ts';
import { acts, exits, type Exit } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { ChoiceField, WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** Declines by one of the exits; the reporter is told and may object. */
export function Decline({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(declineCase, () => {
    done(acts.decline);
    onDone();
  });
  return (
    <ActForm<{ exit: Exit; reason: string; route?: string }>
      send={acts.decline}
      act={act}
      danger
      onSend={(values) =>
        act.mutate({ params: { id: theCase.id }, body: { version: theCase.version, ...filled(values) } })
      }
      onCancel={onDone}
    >
      <ChoiceField drop name="exit" label={texts.exit} among={exits} />
      <WordsField
        name="reason"
        label={texts.reason}
        says={texts.reasonSays}
        of={declineCase.body.properties.reason}
      />
      <WordsField
        optional
        rows={2}
        name="route"
        label={texts.exitRoute}
        of={declineCase.body.properties.route}
      />
    </ActForm>
  );
}
