import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { t } from '@fengqiao/ui/language.ts';
import { texts as common } from '../texts.ts';
import { UnitSelect } from '../UnitSelect.tsx';
import { texts } from './texts.ts';

export type TaskGiven = { unit: string; text: string; weight?: number; required?: boolean };

/** Joint tasks: which unit does what, how much it weighs, and whether the case waits for it. */
export function TasksField({ name }: { name: string }) {
  const rules = [{ required: true, message: t(common.required) }];
  return (
    <Form.List name={name}>
      {(fields, { add, remove }) => (
        <div className="stack tight" style={{ marginBottom: 16 }}>
          {fields.map((field) => (
            <div key={field.key} className="task-fields">
              <Form.Item name={[field.name, 'unit']} rules={rules} noStyle>
                <UnitSelect aria-label={t(texts.unit)} placeholder={t(texts.unit)} />
              </Form.Item>
              <Form.Item name={[field.name, 'text']} rules={rules} noStyle>
                <Input maxLength={300} aria-label={t(texts.task)} placeholder={t(texts.task)} />
              </Form.Item>
              <Form.Item name={[field.name, 'weight']} noStyle>
                <InputNumber min={1} max={10} aria-label={t(texts.weight)} title={t(texts.weight)} />
              </Form.Item>
              <Form.Item name={[field.name, 'required']} valuePropName="checked" noStyle>
                <Checkbox>{t(texts.required)}</Checkbox>
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t(texts.drop)}
                onClick={() => remove(field.name)}
              />
            </div>
          ))}
          {fields.length < 12 && (
            <div>
              <Button
                size="small"
                icon={<PlusOutlined aria-hidden />}
                onClick={() => add({ weight: 1, required: true })}
              >
                {t(texts.addTask)}
              </Button>
            </div>
          )}
        </div>
      )}
    </Form.List>
  );
}
