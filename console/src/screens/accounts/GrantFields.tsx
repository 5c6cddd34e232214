import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { grantPost } from '@fengqiao/contract/accounts.ts';
import { roles, type Role } from '@fengqiao/contract/roles.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ChoiceField, UnitField, WordsField } from '../../parts/form/Fields.tsx';
import { texts } from './texts.ts';

export type GrantEntered = { role: Role; unit: string; until?: Dayjs | null; reason: string };

/** As the contract wants it: until the end of the chosen day. */
export const grantOf = ({ role, unit, until, reason }: GrantEntered) => ({
  role,
  unit,
  reason,
  ...(until ? { until: `${until.format('YYYY-MM-DD')}T23:59:59+08:00` } : {}),
});

/** Which role, at which unit, until when, and why. */
export function GrantFields() {
  return (
    <>
      <ChoiceField drop name="role" label={texts.role} among={roles} />
      <UnitField name="unit" label={texts.unit} />
      <Form.Item name="until" label={t(texts.until)}>
        <DatePicker minDate={dayjs()} aria-label={t(texts.until)} />
      </Form.Item>
      <WordsField rows={2} name="reason" label={texts.reason} of={grantPost.body.properties.reason} />
    </>
  );
}
