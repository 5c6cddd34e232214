import { listDemoRoles } from '@fengqiao/contract/demo.ts';
import { askProofCode, stepUp } from '@fengqiao/contract/sessions.ts';
import { useState, type FormEvent } from 'react';
import { useAct, useSay } from '../data.ts';
import { t } from '../language.ts';
import { proofOf, stepUpTexts as texts, useQuestion, type Proof } from '../step-up.ts';
import { Button } from './Button.tsx';
import { TextField } from './Field.tsx';
import { Sheet } from './Sheet.tsx';
import { Failed } from './States.tsx';
import { useWho } from './street.ts';

/** The dialog of the phones before a grave act; once proved, the act is done by itself. */
export function StepUp() {
  const { asked, answer } = useQuestion();
  return asked ? (
    <Sheet title={t(texts.title)} onClose={() => answer(false)}>
      <Ask onDone={() => answer(true)} />
    </Sheet>
  ) : null;
}

function Ask({ onDone }: { onDone: () => void }) {
  const me = useWho().data;
  if (me === undefined) return null;
  const proof = proofOf(me);
  return (
    <div className="stack">
      <p>{t(texts.why)}</p>
      {proof === 'phone' ? (
        <ByCode phone={me.maskedPhone ?? ''} onDone={onDone} />
      ) : (
        <Secret proof={proof} onDone={onDone} />
      )}
      {me.demo && proof === 'password' && <DemoPassword />}
    </div>
  );
}

function ByCode({ phone, onDone }: { phone: string; onDone: () => void }) {
  const send = useAct(askProofCode);
  if (send.data === undefined)
    return (
      <>
        <p>{t(texts.sendTo, { phone })}</p>
        {send.error && <Failed error={send.error} />}
        <Button kind="main" wide busy={send.isPending} onPress={() => send.mutate({})}>
          {t(texts.send)}
        </Button>
      </>
    );
  return (
    <>
      <Secret proof="phone" onDone={onDone} />
      <Button kind="quiet" busy={send.isPending} onPress={() => send.mutate({})}>
        {t(texts.again)}
      </Button>
    </>
  );
}

function Secret({ proof, onDone }: { proof: Proof; onDone: () => void }) {
  const [secret, setSecret] = useState('');
  const act = useAct(stepUp, onDone);
  const digits = proof !== 'password';
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (secret !== '') act.mutate({ body: digits ? { code: secret } : { password: secret } });
  };
  return (
    <form className="stack" onSubmit={send} noValidate>
      <TextField
        label={t(texts[proof])}
        type={digits ? 'text' : 'password'}
        mode={digits ? 'numeric' : 'text'}
        complete={digits ? 'one-time-code' : 'current-password'}
        max={digits ? 6 : 200}
        value={secret}
        onChange={setSecret}
      />
      {act.error && <Failed error={act.error} />}
      <Button kind="main" wide submit busy={act.isPending}>
        {t(texts.go)}
      </Button>
    </form>
  );
}

function DemoPassword() {
  const { data } = useSay(listDemoRoles, {});
  const password = data?.items.find((one) => one.password !== null)?.password;
  return password ? <p className="hint">{t(texts.demo, { password })}</p> : null;
}
