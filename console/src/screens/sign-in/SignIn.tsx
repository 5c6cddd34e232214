import { lazy, Suspense, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { beginTotpAtDoor, readMe, signIn } from '@fengqiao/contract/identity.ts';
import { identityRefusals } from '@fengqiao/contract/refusals/identity.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { Door } from '../../shell/Door.tsx';
import { Scene } from './Scene.tsx';
import { texts } from './texts.ts';

type Entered = { login: string; password: string; totp?: string; newPassword?: string };

/** Where somebody wanted to go; only a path of the console counts. */
const wanted = (next: string | null) => (next !== null && /^\/(?!\/)/.test(next) ? next : '/');

/** Signing in: login and password, then the authenticator or a new password when the account asks for it. */
export function SignIn() {
  const me = useSay(readMe, {});
  const [asked] = useSearchParams();
  const offered = me.data !== undefined && me.data.signOn !== 'none';
  return (
    <Door title={t(texts.title)} me={me.data}>
      <div className="sign">
        <section className="sign-says">
          <h1>{t(texts.head)}</h1>
          <p>{t(texts.says)}</p>
          <Scene />
        </section>
        <section className="card">
          <h2>{t(texts.title)}</h2>
          <Refused code={asked.get('refused')} />
          {offered && <SignOn next={wanted(asked.get('next'))} />}
          <SignInForm />
          {me.data?.demo === true && (
            <p>
              <Link to="/tour" className="to-tour">
                {t(texts.tour)}
              </Link>
            </p>
          )}
          <p className="hint small">{t(texts.forgot)}</p>
        </section>
      </div>
    </Door>
  );
}

/** Why the way back from the provider led here. */
function Refused({ code }: { code: string | null }) {
  const known = Object.entries(identityRefusals).find(([name]) => name === code)?.[1];
  return known === undefined ? null : <Alert type="error" role="alert" showIcon title={t(known)} />;
}

/** The street's own sign-in, where it has one; the form below stays for those who are not in it. */
function SignOn({ next }: { next: string }) {
  return (
    <div className="stack sign-on">
      <Button size="large" block href={`/api/sign-on?next=${encodeURIComponent(next)}`}>
        {t(texts.signOn)}
      </Button>
      <p className="hint small">{t(texts.orPassword)}</p>
    </div>
  );
}

const TotpSecret = lazy(async () => ({
  default: (await import('../../parts/totp/TotpSecret.tsx')).TotpSecret,
}));

/** What the form already shows beside the secret need not be said again. */
const unlessAsked = <E extends { code: string }>(error: E | null): E | null =>
  error?.code === 'identity.second_factor_needed' ? null : error;

function SignInForm() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [asked] = useSearchParams();
  const [steps, setSteps] = useState<readonly ('totp' | 'newPassword')[]>([]);
  const act = useAct(signIn, () => {
    client.clear();
    void navigate(wanted(asked.get('next')), { replace: true });
  });
  const bind = useAct(beginTotpAtDoor, () => setSteps((before) => [...before, 'totp']));
  const submit = ({ login, password, totp, newPassword }: Entered) =>
    act.mutate(
      {
        body: {
          login: login.trim(),
          password,
          ...(totp ? { totp } : {}),
          ...(newPassword ? { newPassword } : {}),
        },
      },
      {
        onError: ({ code }) => {
          if (code === 'identity.totp_needed') setSteps((before) => [...before, 'totp']);
          if (code === 'identity.second_factor_needed' && bind.data === undefined)
            bind.mutate({ body: { login: login.trim(), password } });
          if (code === 'identity.password_once' || code === 'identity.password_over')
            setSteps((before) => [...before, 'newPassword']);
        },
      },
    );
  return (
    <Form<Entered> layout="vertical" onFinish={submit} requiredMark={false}>
      <Form.Item
        name="login"
        label={t(texts.login)}
        rules={[{ required: true, message: t(texts.needLogin) }]}
      >
        <Input size="large" autoComplete="username" maxLength={60} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t(texts.password)}
        rules={[{ required: true, message: t(texts.needPassword) }]}
      >
        <Input.Password size="large" autoComplete="current-password" maxLength={200} />
      </Form.Item>
      {bind.data !== undefined && (
        <Suspense fallback={<Waiting />}>
          <p style={{ marginBottom: 8 }}>{t(texts.bindSays)}</p>
          <TotpSecret {...bind.data} />
        </Suspense>
      )}
      {steps.includes('totp') && (
        <Form.Item
          name="totp"
          label={t(texts.totp)}
          extra={t(texts.totpSays)}
          rules={[{ required: true, pattern: /^\d{6}$/, message: t(texts.sixDigits) }]}
        >
          <Input size="large" inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Form.Item>
      )}
      {steps.includes('newPassword') && (
        <Form.Item
          name="newPassword"
          label={t(texts.newPassword)}
          extra={t(texts.newPasswordSays)}
          rules={[{ required: true, min: 10, message: t(texts.newPasswordSays) }]}
        >
          <Input.Password size="large" autoComplete="new-password" maxLength={200} />
        </Form.Item>
      )}
      <div className="stack">
        <Refusal error={bind.error ?? (bind.data === undefined ? act.error : unlessAsked(act.error))} />
        <Button type="primary" size="large" block htmlType="submit" loading={act.isPending || bind.isPending}>
          {t(texts.enter)}
        </Button>
      </div>
    </Form>
  );
}
