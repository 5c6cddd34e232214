import { Checkbox, Form, Rate } from 'antd';
import { endWhistle } from '@fengqiao/contract/cases.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { ActForm, useDone } from '../parts/form/ActForm.tsx';
import { WordsField } from '../parts/form/Fields.tsx';
import { texts } from './texts.ts';

type Entered = { result: string; attended: { unit: string; attended: boolean; rating: number }[] };

/** What came of a whistle, and how each called unit did. */
export function EndWhistle({
  whistle,
  units,
  onDone,
}: {
  whistle: string;
  units: readonly string[];
  onDone: () => void;
}) {
  const { nameOf } = useUnits();
  const done = useDone();
  const act = useAct(endWhistle, () => {
    done(texts.endWhistle);
    onDone();
  });
  const start = { attended: units.map((unit) => ({ unit, attended: true, rating: 4 })) };
  return (
    <ActForm<Entered>
      send={texts.endWhistle}
      act={act}
      start={start}
      onSend={({ result, attended }) =>
        act.mutate({
          params: { id: whistle },
          body: {
            result,
            attended: attended.map((one, index) => ({ ...one, unit: units[index] ?? one.unit })),
          },
        })
      }
      onCancel={onDone}
    >
      <WordsField rows={4} name="result" label={texts.result} of={endWhistle.body.properties.result} />
      {units.map((unit, index) => (
        <div key={unit} className="row between">
          <span>{nameOf(unit)}</span>
          <Form.Item noStyle name={['attended', index, 'attended']} valuePropName="checked">
            <Checkbox>{t(texts.attended)}</Checkbox>
          </Form.Item>
          <Form.Item noStyle name={['attended', index, 'rating']}>
            <Rate aria-label={`${nameOf(unit)} ${t(texts.rating)}`} />
          </Form.Item>
        </div>
      ))}
    </ActForm>
  );
}
