import { askPhoneCode, signInByPhone } from '@fengqiao/contract/identity.ts';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useAct } from '@fengqiao/ui/data.ts';
import { speak, t } from '@fengqiao/ui/language.ts';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { TextField } from '@fengqiao/ui/phone/Field.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { changeSettings } from '@fengqiao/ui/phone/settings.ts';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { texts } from './texts.ts';

/** Two levels: nothing is needed to report; a phone number is enough to see one's reports anywhere. */
export function SignIn() {
  const [query] = useSearchParams();
  const go = useNavigate();
  const me = useWho();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [pressed, setPressed] = useState(false);
  const ask = useAct(askPhoneCode);
  const enter = useAct(signInByPhone, ({ settings }) => {
    if (settings.elder !== undefined) changeSettings({ elder: settings.elder });
    if (settings.language !== undefined) speak(settings.language);
    void go(inside(query.get('next')), { replace: true });
  });
  const error = enter.error ?? ask.error;
  const phoneFits = /^1[3-9]\d{9}$/.test(phone.replace(/[ -]/g, ''));
  const sent = ask.data !== undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (!phoneFits) return;
    if (!sent) ask.mutate({ body: { phone } });
    else if (/^\d{6}$/.test(code)) enter.mutate({ body: { phone, code } });
  };
  return (
    <Page title={t(texts.signIn)} back={inside(query.get('next'))}>
      <form className="stack" onSubmit={send} noValidate>
        <TextField
          label={t(texts.phone)}
          type="tel"
          mode="tel"
          complete="tel"
          max={16}
          value={phone}
          onChange={setPhone}
          error={pressed && !phoneFits ? t(texts.phoneWrong) : undefined}
        />
        {sent && (
          <TextField
            label={t(texts.code)}
            hint={t(texts.codeHint)}
            mode="numeric"
            complete="one-time-code"
            max={6}
            value={code}
            onChange={setCode}
            error={pressed && code !== '' && !/^\d{6}$/.test(code) ? t(texts.codeWrong) : undefined}
          />
        )}
        {error !== null && <Failed error={error} />}
        {me.data?.demo && sent && (
          <p className="notice river">
            <span>
              {t(texts.demo)}{' '}
              <Link to="/outbox" target="_blank">
                {t(texts.outbox)}
              </Link>
            </span>
          </p>
        )}
        <Button kind="main" wide submit busy={ask.isPending || enter.isPending}>
          {t(sent ? texts.enter : texts.getCode)}
        </Button>
        {sent && (
          <Button kind="quiet" onPress={() => ask.mutate({ body: { phone } })}>
            {t(texts.again)}
          </Button>
        )}
      </form>
      <section className="notice" aria-label={t(texts.without)}>
        <p>{t(texts.without)}</p>
        <p className="row">
          <LinkButton to="/report">{t(texts.report)}</LinkButton>
        </p>
      </section>
    </Page>
  );
}

/** Only an address of this app is a place to return to. */
const inside = (asked: string | null) => (asked !== null && /^\/(?![/\\])/.test(asked) ? asked : '/');
