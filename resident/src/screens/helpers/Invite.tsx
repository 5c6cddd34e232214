import { mandateActs, type MandateAct } from '@fengqiao/contract/mandate-acts.ts';
import { inviteHelper, offerHelp } from '@fengqiao/contract/mandates.ts';
import { useState, type FormEvent } from 'react';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { Choice, TextField, Tick } from '@fengqiao/ui/phone/Field.tsx';
import { Sheet } from '@fengqiao/ui/phone/Sheet.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { keysOf } from '@fengqiao/ui/record.ts';
import { dayOf } from '@fengqiao/ui/time.ts';
import { texts } from './texts.ts';

type Way = 'ask' | 'offer';

/** Two ways to begin: to ask somebody to act for me, or to offer it; either waits for the other side. */
export function Invite() {
  const [way, setWay] = useState<Way | null>(null);
  const [sent, setSent] = useState(false);
  const close = () => setWay(null);
  return (
    <>
      {sent && (
        <p className="notice good" role="status">
          {t(texts.sent)}
        </p>
      )}
      <div className="row">
        <Button kind="main" icon="plus" onPress={() => setWay('ask')}>
          {t(texts.ask)}
        </Button>
        <Button icon="hand" onPress={() => setWay('offer')}>
          {t(texts.offer)}
        </Button>
      </div>
      {way !== null && (
        <Sheet title={t(texts[way])} onClose={close}>
          <InviteForm
            way={way}
            onDone={() => {
              setSent(true);
              close();
            }}
          />
        </Sheet>
      )}
    </>
  );
}

const terms = { month: 1, halfYear: 6, year: 12 } as const;
type Term = keyof typeof terms;

/** The day so many months from now, as the last one of the mandate; a month without such a day gives its last. */
function dayAfter(months: number): string {
  const [year = 0, month = 1, day = 1] = dayOf(new Date()).split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

const usual: readonly MandateAct[] = ['reports.report', 'reports.follow', 'reports.answer'];

function InviteForm({ way, onDone }: { way: Way; onDone: () => void }) {
  const [phone, setPhone] = useState('');
  const [acts, setActs] = useState<readonly MandateAct[]>(usual);
  const [term, setTerm] = useState<Term>('halfYear');
  const [pressed, setPressed] = useState(false);
  const act = useAct(way === 'ask' ? inviteHelper : offerHelp, onDone);
  const phoneFits = /^1[3-9]\d{9}$/.test(phone.replace(/[ -]/g, ''));
  const send = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (phoneFits && acts.length > 0)
      act.mutate({ body: { phone, acts: [...acts], until: dayAfter(terms[term]) } });
  };
  return (
    <form className="stack" onSubmit={send} noValidate>
      <TextField
        label={t(texts.theirPhone)}
        hint={t(texts.theirPhoneHint)}
        type="tel"
        mode="tel"
        max={16}
        value={phone}
        onChange={setPhone}
        error={pressed && !phoneFits ? t(texts.phoneWrong) : undefined}
      />
      <fieldset className="choice">
        <legend>{t(way === 'ask' ? texts.whatMay : texts.whatIMay)}</legend>
        <div>
          {keysOf(mandateActs).map((name) => (
            <Tick
              key={name}
              label={t(mandateActs[name])}
              value={acts.includes(name)}
              onChange={(yes) => setActs(yes ? [...acts, name] : acts.filter((one) => one !== name))}
            />
          ))}
        </div>
        {pressed && acts.length === 0 && (
          <p className="error" role="alert">
            {t(texts.whatWrong)}
          </p>
        )}
      </fieldset>
      <Choice
        across="row"
        label={t(texts.howLong)}
        options={keysOf(terms).map((value) => ({ value, label: t(texts[value]) }))}
        value={term}
        onChange={setTerm}
      />
      {act.error && <Failed error={act.error} />}
      <Button kind="main" wide submit busy={act.isPending}>
        {t(texts.send)}
      </Button>
    </form>
  );
}
