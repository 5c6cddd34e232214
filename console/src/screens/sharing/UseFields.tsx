import { DatePicker, Form } from 'antd';
import { askForShare } from '@fengqiao/contract/catalogue/requests.ts';
import { shareMethods } from '@fengqiao/contract/catalogue/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ChoiceField, WordsField } from '../../parts/form/Fields.tsx';
import { texts as common } from '../../parts/texts.ts';
import { askTexts as texts } from './texts.ts';

const { basis, scenario, scope } = askForShare.body.properties;

/** On which basis, for what, how and until when. */
export function UseFields() {
  return (
    <>
      <WordsField rows={2} name="basis" label={texts.basis} says={texts.basisSays} of={basis} />
      <div className="halves">
        <WordsField rows={2} name="scenario" label={texts.scenario} of={scenario} />
        <WordsField rows={2} name="scope" label={texts.scope} of={scope} />
        <ChoiceField name="method" label={texts.method} among={shareMethods} />
        <Form.Item
          name="term"
          label={t(texts.term)}
          rules={[{ required: true, message: t(common.required) }]}
        >
          <DatePicker.RangePicker allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </>
  );
}
