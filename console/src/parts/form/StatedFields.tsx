import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { texts as common } from '../texts.ts';
import { texts } from './texts.ts';

export type Stated = { source: string; asOf: Dayjs };

export const statedNow = (): Pick<Stated, 'asOf'> => ({ asOf: dayjs() });

/** As the contract wants it: the day written out. */
export const statedOf = ({ source, asOf }: Stated) => ({ source, asOf: asOf.format('YYYY-MM-DD') });

/** Known from where, and of which day; whoever writes it vouches for it with their unit. */
export function StatedFields() {
  const { unit } = useMe();
  const { nameOf } = useUnits();
  const required = [{ required: true, message: t(common.required) }];
  return (
    <div className="thirds">
      <Form.Item
        name="source"
        label={t(texts.source)}
        rules={[...required, { min: 2, whitespace: true, message: t(common.tooShort, { min: 2 }) }]}
      >
        <Input maxLength={60} placeholder={t(texts.sourceHint)} />
      </Form.Item>
      <Form.Item name="asOf" label={t(texts.asOf)} rules={required}>
        <DatePicker allowClear={false} maxDate={dayjs()} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item label={t(texts.vouching)}>
        <output>{nameOf(unit)}</output>
      </Form.Item>
    </div>
  );
}
