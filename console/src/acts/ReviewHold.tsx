import { Form } from 'antd';
import { reviewHold } from '@fengqiao/contract/cases.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { WordsField, YesNoField } from '../parts/form/Fields.tsx';
import { MilestonesField, milestonesOf, type MilestoneEntered } from '../parts/form/MilestonesField.tsx';
import { texts } from './texts.ts';

type Entered = { goOn: boolean; note: string; milestones?: MilestoneEntered[] };

/** The 30-day review: the hold goes on with its next milestones, or ends. */
export function ReviewHold({ hold, onDone }: { hold: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(reviewHold, () => {
    done(texts.review);
    onDone();
  });
  const send = ({ goOn, note, milestones = [] }: Entered) =>
    act.mutate({
      params: { id: hold },
      body: {
        goOn,
        note,
        ...(goOn && milestones.length > 0 ? { milestones: milestonesOf(milestones) } : {}),
      },
    });
  return (
    <ActForm<Entered> send={texts.review} act={act} onSend={send} onCancel={onDone}>
      <YesNoField name="goOn" label={texts.goOn} yes={texts.goOnYes} no={texts.goOnNo} />
      <WordsField name="note" label={texts.note} of={reviewHold.body.properties.note} />
      <Next />
    </ActForm>
  );
}

function Next() {
  const goOn: unknown = Form.useWatch('goOn');
  if (goOn !== true) return null;
  return (
    <>
      <h3>{t(texts.milestones)}</h3>
      <MilestonesField name="milestones" />
    </>
  );
}
