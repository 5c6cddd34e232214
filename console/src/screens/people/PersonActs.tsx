import { Form, Input, Select } from 'antd';
import { askErasureFor } from '@fengqiao/contract/retention/erasures.ts';
import { askCorrectionFor } from '@fengqiao/contract/registry/corrections.ts';
import { personFields, type PersonField, type PersonView } from '@fengqiao/contract/registry/people.ts';
import { relations, sexes } from '@fengqiao/contract/registry/words.ts';
import { Reason } from '@fengqiao/contract/shapes.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { AskErasure } from './AskErasure.tsx';
import { NoteEvent } from './NoteEvent.tsx';
import { texts } from './texts.ts';

/** What may be done about a person: ask for a correction, note what happened. */
export function PersonActs({ person }: { person: PersonView }) {
  const me = useMe();
  if (person.state === 'merged') return null;
  return (
    <>
      {mayCall(me, askErasureFor) && (
        <OpenForm label={texts.askErasure} size="middle">
          {(close) => <AskErasure person={person} onDone={close} />}
        </OpenForm>
      )}
      {mayCall(me, askCorrectionFor) && (
        <>
          <OpenForm label={texts.noteEvent} size="middle">
            {(close) => <NoteEvent person={person} onDone={close} />}
          </OpenForm>
          <OpenForm label={texts.correct} size="middle" type="primary">
            {(close) => <Correct person={person} onDone={close} />}
          </OpenForm>
        </>
      )}
    </>
  );
}

type Wished = { field: PersonField; value: string; words?: string };

function Correct({ person, onDone }: { person: PersonView; onDone: () => void }) {
  const done = useDone();
  const act = useAct(askCorrectionFor, () => {
    done(texts.correct);
    onDone();
  });
  const field = Form.useWatch<PersonField | undefined>('field');
  return (
    <ActForm<Wished>
      send={texts.correct}
      act={act}
      onSend={({ field: wrong, value, words }) =>
        act.mutate({
          params: { id: person.id },
          body: { wishes: [{ field: wrong, value }], ...(words === undefined ? {} : { words }) },
        })
      }
      onCancel={onDone}
    >
      <p className="hint">{t(texts.correctSays)}</p>
      <Form.Item name="field" label={t(texts.correctField)} rules={[{ required: true }]}>
        <Select options={keysOf(personFields).map((value) => ({ value, label: t(personFields[value]) }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['field']}>
        {(form) => <ValueField field={field ?? form.getFieldValue('field')} />}
      </Form.Item>
      <WordsField name="words" label={texts.words2} of={Reason} optional />
    </ActForm>
  );
}

/** Facts of a few words are chosen, all others are written. */
function ValueField({ field }: { field: PersonField | undefined }) {
  const words = field === 'sex' ? sexes : field === 'household' ? relations : null;
  return (
    <Form.Item name="value" label={t(texts.correctValue)} rules={[{ required: true }]}>
      {words === null ? (
        <Input maxLength={120} autoComplete="off" />
      ) : (
        <Select options={Object.entries(words).map(([value, label]) => ({ value, label: t(label) }))} />
      )}
    </Form.Item>
  );
}
