import { askExtension } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { timeUnits } from '@fengqiao/ui/time.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { NumberField, WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** More time, in the unit of the overall clock. */
export function AskExtension({ theCase, onDone }: ActProps) {
  const overall = theCase.clocks.find((clock) => clock.kind === 'overall' && clock.round === theCase.round);
  const done = useDone();
  const act = useAct(askExtension, () => {
    done(acts.ask_extension);
    onDone();
  });
  return (
    <ActForm<{ value: number; reason: string }>
      send={acts.ask_extension}
      act={act}
      onSend={(values) => act.mutate({ params: { id: theCase.id }, body: values })}
      onCancel={onDone}
    >
      <NumberField
        name="value"
        label={texts.extension}
        min={0.5}
        max={60}
        {...(overall === undefined ? {} : { unit: t(timeUnits[overall.unit]) })}
      />
      <WordsField
        name="reason"
        label={texts.reason}
        says={texts.reasonSays}
        of={askExtension.body.properties.reason}
      />
    </ActForm>
  );
}
