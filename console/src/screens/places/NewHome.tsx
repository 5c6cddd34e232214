import { Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { addHome } from '@fengqiao/contract/registry/place-acts.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { useDone } from '../../parts/form/ActForm.tsx';
import { statedNow, statedOf, type Stated } from '../../parts/form/StatedFields.tsx';
import { texts as common } from '../../parts/texts.ts';
import { HomeFields, type HomeEntered } from './HomeFields.tsx';
import { NewPlace, PlacePart } from './NewPlace.tsx';
import { texts } from './texts.ts';

type Entered = HomeEntered & Stated & { address: string };

/** Writes a home down. */
export function NewHome() {
  const navigate = useNavigate();
  const done = useDone();
  const act = useAct(addHome, ({ id }) => {
    done(texts.addHome);
    void navigate(`/homes?open=${id}`);
  });
  const send = ({ address, use, source, asOf, ...facts }: Entered) =>
    act.mutate({ body: { address, use, ...filled(facts), ...statedOf({ source, asOf }) } });
  return (
    <NewPlace<Entered>
      title={texts.addHome}
      says={texts.addHomeSays}
      act={act}
      start={statedNow()}
      onSend={send}
    >
      <PlacePart id="what" title={texts.what}>
        <Form.Item
          name="address"
          label={t(texts.homeAddress)}
          rules={[{ required: true, whitespace: true, message: t(common.required) }]}
        >
          <Input maxLength={120} autoComplete="off" placeholder={t(texts.homeAddressHint)} />
        </Form.Item>
        <HomeFields />
      </PlacePart>
    </NewPlace>
  );
}
