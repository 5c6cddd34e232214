import { Form, Radio } from 'antd';
import { revokeAtWindow, type WindowMandate } from '@fengqiao/contract/mandates.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { texts } from './texts.ts';

type Values = { how: 'window' | 'phone'; reason: string };

/** Ends a mandate because its person asked; the reason stays with it. */
export function RevokeMandate({ mandate, onDone }: { mandate: WindowMandate; onDone: () => void }) {
  const done = useDone();
  const act = useAct(revokeAtWindow, () => {
    done(texts.revoke);
    onDone();
  });
  return (
    <ActForm<Values>
      send={texts.revoke}
      danger
      act={act}
      start={{ how: 'window' }}
      onSend={(body) => act.mutate({ params: { id: mandate.id }, body })}
      onCancel={onDone}
    >
      <Form.Item name="how" label={t(texts.how)}>
        <Radio.Group
          options={[
            { value: 'window', label: t(texts.window) },
            { value: 'phone', label: t(texts.byPhone) },
          ]}
        />
      </Form.Item>
      <WordsField name="reason" label={texts.reason} of={revokeAtWindow.body.properties.reason} />
    </ActForm>
  );
}
