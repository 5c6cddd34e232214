import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { texts as common } from '../../parts/texts.ts';
import { texts } from './texts.ts';

/** A day from today on, and not after a last one. */
export function DayField({
  name,
  label,
  latest,
  says,
}: {
  name: string;
  label: Both;
  latest?: string;
  says?: string;
}) {
  return (
    <Form.Item
      name={name}
      label={t(label)}
      {...(says === undefined ? {} : { extra: says })}
      rules={[{ required: true, message: t(common.required) }]}
    >
      <DatePicker
        allowClear={false}
        disabledDate={(day) =>
          day.isBefore(dayjs().startOf('day')) ||
          (latest !== undefined && day.isAfter(dayjs(latest).endOf('day')))
        }
      />
    </Form.Item>
  );
}

export const dayText = (day: Dayjs): string => day.format('YYYY-MM-DD');

/** Help agreed, one a line. */
export function MeasuresField() {
  return (
    <Form.Item
      name="measures"
      label={t(texts.measureLines)}
      rules={[{ required: true, whitespace: true, message: t(common.required) }]}
    >
      <Input.TextArea rows={4} maxLength={2000} />
    </Form.Item>
  );
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A colleague in office at the same unit. */
export function ColleagueField({
  name,
  label,
  among,
}: {
  name: string;
  label: Both;
  among: readonly { account: string; name: string }[];
}) {
  return (
    <Form.Item name={name} label={t(label)} rules={[{ required: true, message: t(common.required) }]}>
      <Select
        aria-label={t(label)}
        placeholder={t(common.choose)}
        options={among.map(({ account, name: called }) => ({ value: account, label: called }))}
      />
    </Form.Item>
  );
}
