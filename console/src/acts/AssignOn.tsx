import { assignOn } from '@fengqiao/contract/cases.ts';
import { acts } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { UnitField, WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';

/** From the department to its team, from the community to its grid. */
export function AssignOn({ theCase, onDone }: ActProps) {
  const { units, unit } = useMe();
  const done = useDone();
  const act = useAct(assignOn, () => {
    done(acts.assign_on);
    onDone();
  });
  const below = units.filter((one) => one !== unit);
  const near = below.find((one) => one === theCase.grid);
  return (
    <ActForm<{ unit: string; note?: string }>
      send={acts.assign_on}
      act={act}
      start={filled({ unit: near })}
      onSend={(values) =>
        act.mutate({ params: { id: theCase.id }, body: { version: theCase.version, ...filled(values) } })
      }
      onCancel={onDone}
    >
      <UnitField name="unit" label={texts.toUnit} below={below} />
      <WordsField
        optional
        rows={2}
        name="note"
        label={texts.noteOptional}
        of={assignOn.body.properties.note}
      />
    </ActForm>
  );
}
