import { beginTotp, confirmTotp, endTotp } from '@fengqiao/contract/identity.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { DigitsField, SecretField } from '../../parts/form/SecretField.tsx';
import { TotpSecret } from '../../parts/totp/TotpSecret.tsx';
import { texts } from './texts.ts';

/** Binding an authenticator takes the password and one of its codes; so does letting it go. */
export function Totp() {
  const { totp } = useMe();
  return (
    <section className="card" aria-labelledby="totp">
      <h2 id="totp">{t(texts.totp)}</h2>
      <p style={{ marginBottom: 12 }}>{t(totp ? texts.totpOn : texts.totpOff)}</p>
      {totp ? <End /> : <Begin />}
    </section>
  );
}

function Begin() {
  const done = useDone();
  const begin = useAct(beginTotp);
  const confirm = useAct(confirmTotp, () => {
    begin.reset();
    done(texts.confirm);
  });
  if (begin.data === undefined) {
    return (
      <ActForm<{ password: string }>
        send={texts.begin}
        act={begin}
        onSend={(values) => begin.mutate({ body: values })}
      >
        <SecretField name="password" label={texts.old} complete="current-password" />
      </ActForm>
    );
  }
  return (
    <ActForm<{ code: string }>
      send={texts.confirm}
      act={confirm}
      onSend={(values) => confirm.mutate({ body: values })}
    >
      <TotpSecret secret={begin.data.secret} uri={begin.data.uri} />
      <DigitsField name="code" label={texts.code} wrong={texts.code} />
    </ActForm>
  );
}

function End() {
  const done = useDone();
  const act = useAct(endTotp, () => done(texts.end));
  return (
    <ActForm<{ password: string; code: string }>
      send={texts.end}
      act={act}
      danger
      onSend={(values) => act.mutate({ body: values })}
    >
      <SecretField name="password" label={texts.old} complete="current-password" />
      <DigitsField name="code" label={texts.code} wrong={texts.code} />
    </ActForm>
  );
}
