import { Checkbox, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { mandateActs, type MandateAct } from '@fengqiao/contract/mandate-acts.ts';
import { enterMandate, MANDATE_MONTHS } from '@fengqiao/contract/mandates.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { texts as common } from '../../parts/texts.ts';
import { PhotoField } from './PhotoField.tsx';
import { texts } from './texts.ts';

type Values = {
  name: string;
  phone?: string;
  helperPhone: string;
  helperName?: string;
  acts: MandateAct[];
  until: Dayjs;
  evidence: string;
};
/** Somebody who is in the list already and takes another helper. */
type Known = { readonly account: string; readonly name: string };

const required = () => [{ required: true, message: t(common.required) }];
/** No `required` rule: it would mark the group of boxes itself, which assistive technology does not allow. */
const someActs = () => [{ type: 'array' as const, min: 1, message: t(common.required) }];
const PHONE = /^1[3-9]\d{9}$/;
const START: Partial<Values> = { acts: ['reports.report', 'reports.follow', 'reports.answer'] };

/** A mandate that was signed at the window. */
export function EnterMandate({ known, onDone }: { known?: Known; onDone: () => void }) {
  const done = useDone();
  const act = useAct(enterMandate, () => {
    done(texts.add);
    onDone();
  });
  const send = ({ name, phone, helperPhone, helperName, acts, until, evidence }: Values) =>
    act.mutate({
      body: {
        principal: known ? { account: known.account } : { name, ...(phone && { phone }) },
        helper: { phone: helperPhone, ...(helperName?.trim() && { name: helperName }) },
        acts,
        until: until.format('YYYY-MM-DD'),
        evidence,
      },
    });
  const phoneRule = { pattern: PHONE, message: t(texts.phoneWrong) };
  return (
    <ActForm<Values> send={texts.add} act={act} start={START} onSend={send} onCancel={onDone}>
      {known ? (
        <p>{t(texts.chosen, { name: known.name })}</p>
      ) : (
        <>
          <Form.Item name="name" label={t(texts.principalName)} rules={required()}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="phone"
            label={t(texts.principalPhone)}
            extra={t(texts.principalPhoneSays)}
            rules={[phoneRule]}
          >
            <Input maxLength={11} inputMode="tel" autoComplete="off" />
          </Form.Item>
        </>
      )}
      <Form.Item name="helperPhone" label={t(texts.helperPhone)} rules={[...required(), phoneRule]}>
        <Input maxLength={11} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="helperName" label={t(texts.helperName)}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="acts" label={t(texts.acts)} rules={someActs()}>
        <Checkbox.Group
          className="stack tight"
          options={keysOf(mandateActs).map((value) => ({ value, label: t(mandateActs[value]) }))}
        />
      </Form.Item>
      <Form.Item name="until" label={t(texts.until)} rules={required()}>
        <DatePicker
          minDate={dayjs().add(1, 'day')}
          maxDate={dayjs().add(MANDATE_MONTHS, 'month')}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item name="evidence" label={t(texts.photo)} extra={t(texts.photoSays)} rules={required()}>
        <PhotoField />
      </Form.Item>
    </ActForm>
  );
}
