import { Form, Input } from 'antd';
import { t } from '@fengqiao/ui/language.ts';
import { texts as common } from '../../parts/texts.ts';
import { texts } from './texts.ts';

/** From which day a change holds; today at the earliest. */
export const FromField = ({ today }: { today: string }) => (
  <Form.Item name="from" label={t(texts.fromDay)} rules={[{ required: true, message: t(common.required) }]}>
    <Input type="date" min={today} style={{ width: 180 }} />
  </Form.Item>
);
