import { mandateActs, type MandateAct } from '@fengqiao/contract/mandate-acts.ts';
import { useNavigate } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { TextField, Tick } from '@fengqiao/ui/phone/Field.tsx';
import { keysOf } from '@fengqiao/ui/record.ts';
import type { Kept } from '../../offline/blobs.ts';
import { onServer } from '../../offline/clock.ts';
import { useDraft } from '../../offline/drafts.ts';
import { fileOf } from '../../offline/operations.ts';
import { useHandIn, usePhone } from '../../offline/phone.ts';
import { Camera } from '../../parts/Camera.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { texts } from './texts.ts';

type Form = {
  name: string;
  phone: string;
  helperName: string;
  helperPhone: string;
  acts: MandateAct[];
  photos: Kept[];
};
const empty = (): Form => ({
  name: '',
  phone: '',
  helperName: '',
  helperPhone: '',
  acts: keysOf(mandateActs),
  photos: [],
});
const form = 'mandate';
const MOBILE = /^1[3-9]\d{9}$/;
const YEAR_DAYS = 365;

/** 上门帮办: somebody signs at home who acts for them; the photo of the signed form is the evidence. Never a borrowed phone. */
export function Mandate() {
  const { draft, change, clear } = useDraft(usePhone().phone, form, empty);
  const go = useNavigate();
  const handIn = useHandIn();
  const send = async () => {
    const [photo] = draft.photos;
    if (photo === undefined) return;
    const until = new Date(onServer(Date.now()) + YEAR_DAYS * 86_400_000).toISOString().slice(0, 10);
    const body = {
      principal: { name: draft.name.trim(), ...(draft.phone && { phone: draft.phone }) },
      helper: { phone: draft.helperPhone, ...(draft.helperName && { name: draft.helperName.trim() }) },
      acts: draft.acts,
      until,
      evidence: fileOf(photo.sha256),
    };
    const opId = await handIn(
      'mandate',
      { body, title: t(texts.titleOf, { name: draft.name }) },
      { draft: form },
    );
    clear();
    void go(`/handed-in/${opId}`, { replace: true });
  };
  const toggle = (act: MandateAct) => (on: boolean) =>
    change(({ acts }) => ({ acts: on ? [...acts, act] : acts.filter((one) => one !== act) }));
  return (
    <Screen title={t(texts.title)} back="/">
      <p>{t(texts.how)}</p>
      <Camera
        label={t(texts.form)}
        most={1}
        photos={draft.photos}
        onChange={(next) => change((now) => ({ photos: next(now.photos) }))}
      />
      <TextField label={t(texts.name)} max={40} value={draft.name} onChange={(name) => change({ name })} />
      <TextField
        label={t(texts.phone)}
        optional
        mode="tel"
        max={11}
        value={draft.phone}
        onChange={(phone) => change({ phone })}
      />
      <TextField
        label={t(texts.helperName)}
        optional
        max={40}
        value={draft.helperName}
        onChange={(helperName) => change({ helperName })}
      />
      <TextField
        label={t(texts.helperPhone)}
        mode="tel"
        max={11}
        value={draft.helperPhone}
        onChange={(helperPhone) => change({ helperPhone })}
      />
      <fieldset className="choice">
        <legend>{t(texts.acts)}</legend>
        <div>
          {keysOf(mandateActs).map((act) => (
            <Tick
              key={act}
              label={t(mandateActs[act])}
              value={draft.acts.includes(act)}
              onChange={toggle(act)}
            />
          ))}
        </div>
      </fieldset>
      <p className="hint">{t(texts.until)}</p>
      <div className="foot">
        <Button kind="main" why={missing(draft)} onPress={() => void send()}>
          {t(texts.send)}
        </Button>
      </div>
    </Screen>
  );
}

function missing({ photos, name, phone, helperPhone, acts }: Form): string | undefined {
  if (photos.length === 0) return t(texts.formNeeded);
  if (name.trim() === '') return t(texts.nameNeeded);
  if (!MOBILE.test(helperPhone) || (phone !== '' && !MOBILE.test(phone))) return t(texts.phoneNeeded);
  if (acts.length === 0) return t(texts.actsNeeded);
  return undefined;
}
