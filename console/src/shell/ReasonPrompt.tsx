import { useEffect } from 'react';
import { Button, Form, Input, Modal } from 'antd';
import { Reason } from '@fengqiao/contract/shapes.ts';
import { t } from '@fengqiao/ui/language.ts';
import { forgetReason, keepReason, useReasonQuestion } from '@fengqiao/ui/reason.ts';
import { texts as common } from '../parts/texts.ts';
import { limitsOf } from '../parts/form/limits.ts';
import { reasonTexts as texts } from './texts.ts';

const { min, max } = limitsOf(Reason);

/** Beyond the usual number of people a day whoever looks says why; what they wanted is then done by itself. */
export function ReasonPrompt() {
  const { asked, answer } = useReasonQuestion();
  useEffect(() => forgetReason, []);
  return (
    <Modal
      title={t(texts.title)}
      open={asked}
      width={480}
      footer={null}
      zIndex={1200}
      destroyOnHidden
      onCancel={() => answer(false)}
    >
      <Form<{ reason: string }>
        layout="vertical"
        className="stack"
        onFinish={({ reason }) => {
          keepReason(reason.trim());
          answer(true);
        }}
      >
        <p>{t(texts.why)}</p>
        <Form.Item
          name="reason"
          label={t(texts.reason)}
          rules={[{ required: true, whitespace: true, min, message: t(common.tooShort, { min }) }]}
        >
          <Input.TextArea rows={3} maxLength={max} showCount />
        </Form.Item>
        <div className="row">
          <Button type="primary" htmlType="submit">
            {t(texts.go)}
          </Button>
          <Button onClick={() => answer(false)}>{t(common.cancel)}</Button>
        </div>
      </Form>
    </Modal>
  );
}
