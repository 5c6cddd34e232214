import { Checkbox, DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import {
  assessmentConclusions,
  assessmentOccasions,
  recordAssessment,
} from '@fengqiao/contract/catalogue/assessments.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { atLeastOne } from '../../parts/form/at-least-one.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { ChoiceField, LineField, WordsField } from '../../parts/form/Fields.tsx';
import { texts as common } from '../../parts/texts.ts';
import { assessmentTexts as texts } from './texts.ts';

type Said = Omit<In<typeof recordAssessment>['body'], 'assessedOn'> & { assessedOn: Dayjs };

const { activity, necessity, effects, measures } = recordAssessment.body.properties;

/** Records what an assessment found; the register numbers it. */
export function RecordAssessment({ onDone }: { onDone: () => void }) {
  const act = useAct(recordAssessment, onDone);
  return (
    <ActForm<Said>
      send={texts.record}
      act={act}
      start={{ assessedOn: dayjs() }}
      onSend={({ assessedOn, ...said }) =>
        act.mutate({ body: { ...said, assessedOn: assessedOn.format('YYYY-MM-DD') } })
      }
      onCancel={onDone}
    >
      <LineField name="activity" label={texts.activity} of={activity} />
      <Form.Item name="occasions" label={t(texts.occasions)} rules={[atLeastOne]}>
        <Checkbox.Group
          className="stack tight"
          options={keysOf(assessmentOccasions).map((value) => ({
            value,
            label: t(assessmentOccasions[value]),
          }))}
        />
      </Form.Item>
      <WordsField name="necessity" label={texts.necessity} of={necessity} />
      <WordsField name="effects" label={texts.effects} of={effects} />
      <WordsField name="measures" label={texts.measures} of={measures} />
      <ChoiceField name="conclusion" label={texts.conclusion} among={assessmentConclusions} />
      <Form.Item
        name="assessedOn"
        label={t(texts.assessedOn)}
        rules={[{ required: true, message: t(common.required) }]}
      >
        <DatePicker allowClear={false} disabledDate={(day) => day.isAfter(dayjs(), 'day')} />
      </Form.Item>
    </ActForm>
  );
}
