import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { qualityAspects } from '@fengqiao/contract/catalogue/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { texts as common } from '../../parts/texts.ts';
import { proposeTexts as texts } from './texts.ts';

const MOST = 12;
const must = { required: true, message: t(common.required) };

/** What the data has to keep to, a rule a line. */
export function RuleFields() {
  return (
    <fieldset className="stack tight" aria-label={t(texts.rules)}>
      <span>{t(texts.rules)}</span>
      <Form.List name="qualityRules">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: at }) => (
              <div key={key} className="rule-line">
                <Form.Item name={[at, 'aspect']} rules={[must]}>
                  <Select
                    aria-label={`${t(texts.aspect)} ${at + 1}`}
                    options={keysOf(qualityAspects).map((value) => ({
                      value,
                      label: t(qualityAspects[value]),
                    }))}
                  />
                </Form.Item>
                <Form.Item name={[at, 'rule']} rules={[must]}>
                  <Input maxLength={200} aria-label={`${t(texts.rule)} ${at + 1}`} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t(texts.dropRule, { n: at + 1 })}
                  onClick={() => remove(at)}
                />
              </div>
            ))}
            {rows.length < MOST && (
              <Button
                style={{ alignSelf: 'start' }}
                icon={<PlusOutlined aria-hidden />}
                onClick={() => add({ aspect: 'complete' })}
              >
                {t(texts.addRule)}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
