import { Form } from 'antd';
import { registerCase, suggest } from '@fengqiao/contract/cases.ts';
import { acts, grades, placeKinds, type Grade, type PlaceKind } from '@fengqiao/contract/cases/words.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { ChoiceField, LineField, TypeField, WordsField } from '../parts/form/Fields.tsx';
import type { ActProps } from './props.ts';
import { texts } from './texts.ts';
import { TypeHints } from './TypeHints.tsx';

type Entered = { type: string; grade?: Grade; placeKind?: PlaceKind; title?: string; calledOut?: string };

/** Type and grade are set and the overall clock starts. */
export function Register({ theCase, onDone }: ActProps) {
  const done = useDone();
  const act = useAct(registerCase, () => {
    done(acts.register);
    onDone();
  });
  const start = filled({
    type: theCase.type ?? undefined,
    placeKind: theCase.placeKind ?? undefined,
    title: theCase.title,
  });
  return (
    <ActForm<Entered>
      send={acts.register}
      act={act}
      start={start}
      onSend={(values) =>
        act.mutate({ params: { id: theCase.id }, body: { version: theCase.version, ...filled(values) } })
      }
      onCancel={onDone}
    >
      <Hints caseId={theCase.id} />
      <div className="halves">
        <TypeField name="type" label={texts.type} />
        <ChoiceField drop optional name="grade" label={texts.grade} says={texts.gradeSays} among={grades} />
        <LineField optional name="title" label={texts.title} of={registerCase.body.properties.title} />
        <ChoiceField drop optional name="placeKind" label={texts.placeKind} among={placeKinds} />
      </div>
      <WordsField
        optional
        rows={2}
        name="calledOut"
        label={texts.calledOut}
        says={texts.calledOutSays}
        of={registerCase.body.properties.calledOut}
      />
    </ActForm>
  );
}

function Hints({ caseId }: { caseId: string }) {
  const form = Form.useFormInstance<Entered>();
  const chosen = Form.useWatch('type', form);
  const { data } = useSay(suggest, { params: { id: caseId } });
  return (
    <TypeHints
      hints={data?.types ?? []}
      chosen={chosen}
      onChoose={(type) => form.setFieldValue('type', type)}
    />
  );
}
