import { signIn } from '@fengqiao/contract/identity.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAct } from '@fengqiao/ui/data.ts';
import { language, speak, t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { TextField } from '@fengqiao/ui/phone/Field.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { texts as kit } from '@fengqiao/ui/phone/texts.ts';
import { cameIn } from '../../offline/identity.ts';
import { texts } from './texts.ts';

/** Staff login; an authenticator or a new password is asked for only when the server wants it. */
export function SignIn() {
  const [query] = useSearchParams();
  const go = useNavigate();
  const me = useWho().data;
  const [form, setForm] = useState({ login: '', password: '', totp: '', newPassword: '' });
  const client = useQueryClient();
  const act = useAct(signIn, (signed) => {
    cameIn(client, signed);
    void go(inside(query.get('next')), { replace: true });
  });
  const wants = act.error?.code;
  const [asked, setAsked] = useState({ totp: false, newPassword: false });
  if (wants === 'identity.totp_needed' && !asked.totp) setAsked((now) => ({ ...now, totp: true }));
  if ((wants === 'identity.password_once' || wants === 'identity.password_over') && !asked.newPassword)
    setAsked((now) => ({ ...now, newPassword: true }));
  const set = (name: keyof typeof form) => (value: string) => setForm((now) => ({ ...now, [name]: value }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { login, password, totp, newPassword } = form;
    if (login.trim() && password)
      act.mutate({
        body: {
          login: login.trim(),
          password,
          ...(asked.totp && totp && { totp }),
          ...(asked.newPassword && newPassword && { newPassword }),
        },
      });
  };
  return (
    <Page
      title={t(texts.title)}
      help={false}
      aside={
        <Button kind="quiet" onPress={() => speak(language() === 'zh' ? 'en' : 'zh')}>
          {t(kit.language)}
        </Button>
      }
    >
      {me?.kind === 'resident' && <p className="notice">{t(texts.resident)}</p>}
      <form className="stack" onSubmit={send}>
        <TextField
          label={t(texts.login)}
          complete="username"
          max={60}
          value={form.login}
          onChange={set('login')}
        />
        <TextField
          label={t(texts.password)}
          type="password"
          complete="current-password"
          max={200}
          value={form.password}
          onChange={set('password')}
        />
        {asked.newPassword && (
          <TextField
            label={t(texts.newPassword)}
            hint={t(texts.newPasswordHint)}
            type="password"
            complete="new-password"
            max={200}
            value={form.newPassword}
            onChange={set('newPassword')}
          />
        )}
        {asked.totp && (
          <TextField
            label={t(texts.totp)}
            mode="numeric"
            complete="one-time-code"
            max={6}
            value={form.totp}
            onChange={set('totp')}
          />
        )}
        {act.error && <Failed error={act.error} />}
        <Button kind="main" wide submit busy={act.isPending}>
          {t(texts.enter)}
        </Button>
      </form>
      {me?.demo && (
        <p className="row">
          <a href="/tour">{t(texts.tour)}</a>
        </p>
      )}
    </Page>
  );
}

/** Only an address of this app is a place to return to. */
const inside = (asked: string | null) =>
  asked !== null && /^\/(?![/\\])/.test(asked) && !asked.startsWith('/sign-in') ? asked : '/';
