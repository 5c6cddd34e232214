import { askHold } from '@fengqiao/contract/cases.ts';
import { acts, holdReasons, type HoldReason } from '@fengqiao/contract/cases/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { ChoiceField, WordsField } from '../parts/form/Fields.tsx';
import { MilestonesField, milestonesOf, type MilestoneEntered } from '../parts/form/MilestonesField.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

type Entered = {
  reasonCode: HoldReason;
  reason: string;
  plan: string;
  toldHow: string;
  milestones: MilestoneEntered[];
};

/** It must wait: why, until which milestones, and how the resident was told. */
export function AskHold({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(askHold, () => {
    done(acts.ask_hold);
    onDone();
  });
  return (
    <ActForm<Entered>
      send={acts.ask_hold}
      act={act}
      onSend={(values) =>
        act.mutate({
          params: { id: theCase.id },
          body: { ...values, milestones: milestonesOf(values.milestones) },
        })
      }
      onCancel={onDone}
    >
      <ChoiceField drop name="reasonCode" label={texts.reasonCode} among={holdReasons} />
      <WordsField rows={2} name="reason" label={texts.reason} of={askHold.body.properties.reason} />
      <WordsField name="plan" label={texts.plan} of={askHold.body.properties.plan} />
      <WordsField
        rows={2}
        name="toldHow"
        label={texts.toldHow}
        says={texts.toldHowSays}
        of={askHold.body.properties.toldHow}
      />
      <h3>{t(texts.milestones)}</h3>
      <MilestonesField name="milestones" />
    </ActForm>
  );
}
