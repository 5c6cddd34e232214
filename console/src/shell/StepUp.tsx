import { useEffect, useRef, useState } from 'react';
import { Button, Form, Input, Modal, type InputRef } from 'antd';
import { listDemoRoles } from '@fengqiao/contract/demo.ts';
import { stepUp } from '@fengqiao/contract/sessions.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { proofOf, stepUpTexts as texts, useQuestion } from '@fengqiao/ui/step-up.ts';
import { Refusal } from '../parts/Refusal.tsx';

/** The dialog before a grave act: password or authenticator again; once proved, the act is done by itself. */
export function StepUp() {
  const { asked, answer } = useQuestion();
  return (
    <Modal
      title={t(texts.title)}
      open={asked}
      width={420}
      footer={null}
      zIndex={1200}
      destroyOnHidden
      onCancel={() => answer(false)}
    >
      {asked && <Ask onDone={() => answer(true)} onCancel={() => answer(false)} />}
    </Modal>
  );
}

function Ask({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const me = useMe();
  const digits = proofOf(me) === 'totp';
  const [secret, setSecret] = useState('');
  const act = useAct(stepUp, onDone);
  const demo = useSay(listDemoRoles, {}, { enabled: me.demo }).data?.items.find(
    (one) => one.password !== null,
  );
  const box = useRef<InputRef>(null);
  useEffect(() => box.current?.focus(), []);
  const send = () => act.mutate({ body: digits ? { code: secret } : { password: secret } });
  const field = {
    ref: box,
    value: secret,
    onChange: ({ target }: { target: { value: string } }) => setSecret(target.value),
  };
  return (
    <Form layout="vertical" className="stack" onFinish={send}>
      <p>{t(texts.why)}</p>
      <Form.Item
        extra={demo?.password && !digits && t(texts.demo, { password: demo.password })}
        label={t(digits ? texts.totp : texts.password)}
        htmlFor="proof"
      >
        {digits ? (
          <Input id="proof" inputMode="numeric" autoComplete="one-time-code" maxLength={6} {...field} />
        ) : (
          <Input.Password id="proof" autoComplete="current-password" maxLength={200} {...field} />
        )}
      </Form.Item>
      {me.signOn === 'used' && <a href={again()}>{t(texts.signOn)}</a>}
      <div className="stack">
        <Refusal error={act.error} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={act.isPending} disabled={secret === ''}>
            {t(texts.go)}
          </Button>
          <Button onClick={onCancel}>{t(texts.cancel)}</Button>
        </div>
      </div>
    </Form>
  );
}

/** By way of the provider and back to this very screen; what was not sent has to be pressed again. */
const again = () =>
  `/api/sign-on?again=1&next=${encodeURIComponent(location.pathname.replace(/^\/console/, '') || '/')}`;
