import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { endHomeLink, homeRoles, type HomeLink } from '@fengqiao/contract/registry/home-people.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { StatedFields, statedNow, statedOf, type Stated } from '../../parts/form/StatedFields.tsx';
import { texts as common } from '../../parts/texts.ts';
import { linkTexts as texts } from './link-texts.ts';

type Ended = Stated & { until: Dayjs };

/** Ends a link between a home and a person on a last day. */
export function EndLink({ link, onDone }: { link: HomeLink; onDone: () => void }) {
  const done = useDone();
  const act = useAct(endHomeLink, () => {
    done(texts.endTitle);
    onDone();
  });
  return (
    <ActForm<Ended>
      send={texts.endTitle}
      act={act}
      start={{ until: dayjs(), ...statedNow() }}
      onSend={({ until, ...stated }) =>
        act.mutate({
          params: { id: link.id },
          body: { until: until.format('YYYY-MM-DD'), ...statedOf(stated) },
        })
      }
      onCancel={onDone}
    >
      <p className="hint">{t(texts.endSays, { name: link.name, role: t(homeRoles[link.role]) })}</p>
      <Form.Item
        name="until"
        label={t(texts.until)}
        rules={[{ required: true, message: t(common.required) }]}
      >
        <DatePicker allowClear={false} />
      </Form.Item>
      <StatedFields />
    </ActForm>
  );
}
