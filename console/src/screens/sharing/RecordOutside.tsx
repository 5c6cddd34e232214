import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { recordOutside } from '@fengqiao/contract/catalogue/outside.ts';
import type { RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import { outsideOutcomes, outsideWays, refusalGrounds } from '@fengqiao/contract/catalogue/words.ts';
import type { Both, In } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { ChoiceField, LineField, WordsField } from '../../parts/form/Fields.tsx';
import { FileField } from '../../parts/form/FileField.tsx';
import { texts as common } from '../../parts/texts.ts';
import { actNames } from './act-texts.ts';
import { outsideTexts as texts } from './outside-texts.ts';
import { TickFields } from './TickFields.tsx';

type Said = Omit<In<typeof recordOutside>['body'], 'answeredOn' | 'fields'> & {
  answeredOn: Dayjs;
  fields?: string[];
};
type Props = { share: RequestView; onDone: () => void; onCancel: () => void };

const { reference, text } = recordOutside.body.properties;

/** What a bureau answered on its own platform or by letter, as one person of the asking unit records it. */
export function RecordOutside({ share, onDone, onCancel }: Props) {
  const act = useAct(recordOutside, onDone);
  const outcomes: Readonly<Record<string, Both>> =
    share.row.state === 'granted' ? { delivered: outsideOutcomes.delivered } : outsideOutcomes;
  return (
    <ActForm<Said>
      send={actNames.recordOutside}
      act={act}
      start={{ answeredOn: dayjs(), fields: share.items.map(({ name }) => name) }}
      onSend={({ answeredOn, fields = [], outcome, ...said }) =>
        act.mutate({
          params: { id: share.row.id },
          body: {
            ...said,
            ...filled(said),
            outcome,
            answeredOn: answeredOn.format('YYYY-MM-DD'),
            fields: outcome === 'refused' ? [] : fields,
          },
        })
      }
      onCancel={onCancel}
    >
      <p className="hint">{t(texts.says)}</p>
      <ChoiceField drop name="through" label={texts.through} among={outsideWays} />
      <LineField name="reference" label={texts.reference} of={reference} />
      <Form.Item
        name="answeredOn"
        label={t(texts.answeredOn)}
        rules={[{ required: true, message: t(common.required) }]}
      >
        <DatePicker allowClear={false} disabledDate={(day) => day.isAfter(dayjs(), 'day')} />
      </Form.Item>
      <ChoiceField name="outcome" label={texts.outcome} among={outcomes} />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => <Particulars outcome={getFieldValue('outcome')} share={share} />}
      </Form.Item>
      <WordsField name="text" label={texts.text} of={text} />
      <FileField name="file" label={texts.file} />
    </ActForm>
  );
}

function Particulars({ outcome, share }: { outcome: unknown; share: RequestView }) {
  if (outcome === undefined) return null;
  return outcome === 'refused' ? (
    <ChoiceField drop name="ground" label={texts.ground} among={refusalGrounds} />
  ) : (
    <TickFields must share={share} label={t(texts.fields)} />
  );
}
