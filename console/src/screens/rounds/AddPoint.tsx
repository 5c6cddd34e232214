import { Form, Input } from 'antd';
import { addCheckpoint } from '@fengqiao/contract/rounds.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { texts as common } from '../../parts/texts.ts';
import type { Place } from '../intake/place.ts';
import { PlaceField } from '../intake/PlaceField.tsx';
import { texts } from './texts.ts';

type Values = { name: string; place: Place };

/** A point: what it is and where; the grid follows from the place. */
export function AddPoint({ onDone }: { onDone: () => void }) {
  const done = useDone();
  const act = useAct(addCheckpoint, () => {
    done(texts.add);
    onDone();
  });
  const send = ({ name, place: { lng, lat, words, grid } }: Values) =>
    act.mutate({ body: { name, lng, lat, address: words, grid: grid ?? 'none' } });
  return (
    <ActForm<Values> send={texts.add} act={act} onSend={send} onCancel={onDone}>
      <Form.Item name="name" label={t(texts.name)} rules={[{ required: true, message: t(common.required) }]}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <PlaceField />
    </ActForm>
  );
}
