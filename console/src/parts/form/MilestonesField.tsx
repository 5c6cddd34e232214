import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { t } from '@fengqiao/ui/language.ts';
import { texts as common } from '../texts.ts';
import { texts } from './texts.ts';

export type MilestoneEntered = { title: string; dueOn: Dayjs };

/** As the contract wants them: days written out. */
export const milestonesOf = (entered: readonly MilestoneEntered[]) =>
  entered.map(({ title, dueOn }) => ({ title, dueOn: dueOn.format('YYYY-MM-DD') }));

/** What will be reached, and by which day; the first within 60 days. */
export function MilestonesField({ name }: { name: string }) {
  const rules = [{ required: true, message: t(common.required) }];
  return (
    <Form.List name={name} initialValue={[{}]}>
      {(fields, { add, remove }) => (
        <div className="stack tight" style={{ marginBottom: 16 }}>
          {fields.map((field) => (
            <div key={field.key} className="milestone-fields">
              <Form.Item name={[field.name, 'title']} rules={rules} noStyle>
                <Input maxLength={100} aria-label={t(texts.milestone)} placeholder={t(texts.milestone)} />
              </Form.Item>
              <Form.Item name={[field.name, 'dueOn']} rules={rules} noStyle>
                <DatePicker aria-label={t(texts.dueOn)} placeholder={t(texts.dueOn)} minDate={dayjs()} />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t(texts.drop)}
                disabled={fields.length === 1}
                onClick={() => remove(field.name)}
              />
            </div>
          ))}
          {fields.length < 12 && (
            <div>
              <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
                {t(texts.addMilestone)}
              </Button>
            </div>
          )}
        </div>
      )}
    </Form.List>
  );
}
