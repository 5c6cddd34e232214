import { settleMe, signOut } from '@fengqiao/contract/identity.ts';
import { rungNames, type Rung } from '@fengqiao/contract/notices/delivery.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { language, speak, t, type Language } from '@fengqiao/ui/language.ts';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Choice, Tick } from '@fengqiao/ui/phone/Field.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { changeSettings, useSettings } from '@fengqiao/ui/phone/settings.ts';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { isSignedIn, useWho } from '@fengqiao/ui/phone/street.ts';
import { Nav } from '../../Nav.tsx';
import { NameField } from './NameField.tsx';
import { texts } from './texts.ts';

/** Reading, language and who I am; what is set here is kept on this phone and, when signed in, with the account. */
export function Settings() {
  const me = useWho().data;
  const { elder, largest, contrast } = useSettings();
  const settle = useAct(settleMe);
  const signedIn = isSignedIn(me);
  const keep = (body: { language?: Language; elder?: boolean; sms?: boolean; reach?: Rung }) => {
    if (signedIn && me !== undefined) settle.mutate({ body: { ...me.settings, ...body } });
  };
  return (
    <Page title={t(texts.settings)} nav={<Nav />}>
      <section className="stack" aria-label={t(texts.reading)}>
        <Tick
          turn
          label={t(texts.elder)}
          hint={t(texts.elderHint)}
          value={elder}
          onChange={(value) => {
            changeSettings({ elder: value });
            keep({ elder: value });
          }}
        />
        {elder && (
          <Tick
            turn
            label={t(texts.largest)}
            hint={t(texts.largestHint)}
            value={largest}
            onChange={(value) => changeSettings({ largest: value })}
          />
        )}
        <Tick
          turn
          label={t(texts.contrast)}
          hint={t(texts.contrastHint)}
          value={contrast}
          onChange={(value) => changeSettings({ contrast: value })}
        />
        <Choice
          across="row"
          label={t(texts.language)}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          value={language()}
          onChange={(value) => {
            keep({ language: value });
            speak(value);
          }}
        />
      </section>
      {settle.error && <Failed error={settle.error} />}
      <section className="stack" aria-labelledby="me">
        <h2 id="me">{t(texts.me)}</h2>
        {me?.kind === 'resident' ? (
          <Resident
            phone={me.maskedPhone}
            level={me.level}
            name={me.name}
            sms={me.settings.sms ?? true}
            onSms={(sms) => keep({ sms })}
            reach={me.settings.reach ?? 'sms'}
            onReach={(reach) => keep({ reach })}
          />
        ) : (
          !signedIn && <LinkButton to="/sign-in?next=/settings">{t(texts.signIn)}</LinkButton>
        )}
        {signedIn && <SignOut />}
      </section>
      {me?.demo && (
        <LinkButton kind="quiet" to="/tour">
          {t(texts.tour)}
        </LinkButton>
      )}
    </Page>
  );
}

const reachWords: Readonly<Record<Rung, Both>> = {
  app: texts.reachApp,
  sms: texts.reachSms,
  call: texts.reachCall,
  visit: texts.reachVisit,
};
const levels = [texts.guest, texts.byPhone, texts.realName];

function Resident({
  phone,
  level,
  name,
  sms,
  onSms,
  reach,
  onReach,
}: {
  phone: string | null;
  level: number;
  name: string;
  sms: boolean;
  onSms: (sms: boolean) => void;
  reach: Rung;
  onReach: (reach: Rung) => void;
}) {
  return (
    <>
      <p>{t(texts.signedInAs, { phone: phone ?? '' })}</p>
      <p className="hint">{t(texts.level, { level: t(levels[level] ?? texts.guest) })}</p>
      <NameField key={name} name={name} />
      <Tick turn label={t(texts.sms)} hint={t(texts.smsHint)} value={sms} onChange={onSms} />
      <Choice
        label={t(texts.reach)}
        hint={t(texts.reachHint)}
        options={rungNames.map((value) => ({ value, label: t(reachWords[value]) }))}
        value={reach}
        onChange={onReach}
      />
      {level < 2 && (
        <LinkButton icon="check" to="/real-name">
          {t(texts.proveName)}
        </LinkButton>
      )}
      <LinkButton to="/my-data">{t(texts.myData)}</LinkButton>
      <LinkButton icon="people" to="/helpers">
        {t(texts.helpers)}
      </LinkButton>
      <LinkButton icon="eye" to="/privacy">
        {t(texts.privacy)}
      </LinkButton>
      <LinkButton kind="quiet" to="/erasure">
        {t(texts.erasure)}
      </LinkButton>
    </>
  );
}

function SignOut() {
  const act = useAct(signOut);
  return (
    <Button busy={act.isPending} onPress={() => act.mutate({})}>
      {t(texts.signOut)}
    </Button>
  );
}
