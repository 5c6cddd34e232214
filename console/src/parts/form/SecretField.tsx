import { Form, Input } from 'antd';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { texts } from '../texts.ts';

type SecretFieldProps = {
  name: string;
  label: Both;
  says?: Both;
  complete: 'current-password' | 'new-password';
  least?: number;
};

/** A password, hidden while it is typed. */
export function SecretField({ name, label, says, complete, least = 1 }: SecretFieldProps) {
  return (
    <Form.Item
      name={name}
      label={t(label)}
      {...(says === undefined ? {} : { extra: t(says) })}
      rules={[
        {
          required: true,
          min: least,
          message: t(least > 1 ? texts.tooShort : texts.required, { min: least }),
        },
      ]}
    >
      <Input.Password autoComplete={complete} maxLength={200} />
    </Form.Item>
  );
}

/** The six digits of an authenticator. */
export function DigitsField({ name, label, wrong }: { name: string; label: Both; wrong: Both }) {
  return (
    <Form.Item
      name={name}
      label={t(label)}
      rules={[{ required: true, pattern: /^\d{6}$/, message: t(wrong) }]}
    >
      <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} style={{ width: 160 }} />
    </Form.Item>
  );
}
