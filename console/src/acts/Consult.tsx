import { openConsultation, suggest } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { Answer } from '../parts/Answer.tsx';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { UnitField, WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** Asks several units who should have it, those of the list to begin with; silence is consent. */
export function Consult({ theCase, onDone }: ActProps) {
  const suggestion = useSay(suggest, { params: { id: theCase.id } });
  return (
    <Answer of={suggestion}>
      {({ decision }) => <Asking theCase={theCase} onDone={onDone} decision={decision} />}
    </Answer>
  );
}

function Asking({ theCase, onDone, decision }: ActProps & Pick<Out<typeof suggest>, 'decision'>) {
  const done = useDone();
  const act = useAct(openConsultation, () => {
    done(acts.consult);
    onDone();
  });
  return (
    <ActForm<{ lead: string; co?: string[]; question: string }>
      send={acts.consult}
      act={act}
      start={filled({ lead: decision?.lead ?? undefined, co: decision?.co })}
      onSend={(values) =>
        act.mutate({
          params: { id: theCase.id },
          body: {
            version: theCase.version,
            lead: values.lead,
            co: values.co ?? [],
            question: values.question,
          },
        })
      }
      onCancel={onDone}
    >
      <UnitField name="lead" label={texts.lead} />
      <UnitField optional many name="co" label={texts.co} />
      <WordsField
        name="question"
        label={texts.question}
        says={texts.consultSays}
        of={openConsultation.body.properties.question}
      />
    </ActForm>
  );
}
