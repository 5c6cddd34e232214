import { Button, Form, Input, Select } from 'antd';
import type { Refused } from '@fengqiao/contract/client.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { purposeOptions } from './purposes.ts';
import { texts } from './texts.ts';

type Why = { purpose: Purpose; reason?: string };
type Props = {
  start: Purpose;
  needsReason: boolean;
  act: { readonly isPending: boolean; readonly error: Refused | null };
  onSend: (why: Why) => void;
};

/** What something is looked at in clear for; asked in the small window beside it. */
export function AskWhy({ start, needsReason, act, onSend }: Props) {
  return (
    <Form<Why>
      layout="vertical"
      style={{ width: 280 }}
      initialValues={{ purpose: start }}
      onFinish={({ purpose, reason }) =>
        onSend({ purpose, ...(reason === undefined || reason === '' ? {} : { reason }) })
      }
    >
      <Form.Item name="purpose" label={t(texts.purpose)}>
        <Select options={purposeOptions()} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t(texts.reason)}
        rules={[{ required: needsReason, min: 2, whitespace: true, message: t(texts.reason) }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <div className="stack tight">
        <Refusal error={act.error} />
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {t(texts.show)}
        </Button>
        <span className="hint small">{t(texts.revealSays)}</span>
      </div>
    </Form>
  );
}
