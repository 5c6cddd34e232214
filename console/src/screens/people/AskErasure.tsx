import { Form, Select } from 'antd';
import type { PersonView } from '@fengqiao/contract/registry/people.ts';
import { askErasureFor, erasureGrounds, type ErasureGround } from '@fengqiao/contract/retention/erasures.ts';
import { Words } from '@fengqiao/contract/shapes.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { texts } from './texts.ts';

const Why = Words(4, 500);

/** Asks that all that is known of a person be erased; the privacy officer decides. */
export function AskErasure({ person, onDone }: { person: PersonView; onDone: () => void }) {
  const done = useDone();
  const act = useAct(askErasureFor, () => {
    done(texts.askErasure);
    onDone();
  });
  return (
    <ActForm<{ ground: ErasureGround; reason: string }>
      send={texts.askErasure}
      act={act}
      onSend={(body) => act.mutate({ body: { person: person.id, ...body } })}
      onCancel={onDone}
    >
      <p className="hint">{t(texts.askErasureSays)}</p>
      <Form.Item name="ground" label={t(texts.erasureGround)} rules={[{ required: true }]}>
        <Select
          options={keysOf(erasureGrounds).map((value) => ({ value, label: t(erasureGrounds[value]) }))}
        />
      </Form.Item>
      <WordsField name="reason" label={texts.erasureReason} of={Why} />
    </ActForm>
  );
}
