import { listMandates, type MandateView } from '@fengqiao/contract/mandates.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Empty, Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { Invite } from './Invite.tsx';
import { Mandate, Question } from './Mandate.tsx';
import { texts } from './texts.ts';

/** 家庭与代办: who acts for me, for whom I act, and the way to begin and to end it. */
export function Helpers() {
  const me = useWho().data;
  return (
    <Page title={t(texts.title)} back="/settings">
      <p>{t(texts.what)}</p>
      {me === undefined ? (
        <Loading />
      ) : me.kind === 'resident' ? (
        <Mine acting={me.behalf?.mandate ?? null} />
      ) : (
        <Empty action={<LinkButton to="/sign-in?next=/helpers">{t(texts.signIn)}</LinkButton>}>
          {t(texts.signInWhy)}
        </Empty>
      )}
    </Page>
  );
}

function Mine({ acting }: { acting: string | null }) {
  const { data, error, refetch } = useSay(listMandates, {});
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const open = data.items.filter(({ state }) => state === 'active' || state === 'asked');
  const waiting = open.filter(({ waitsForMe }) => waitsForMe);
  const of = (side: MandateView['side']) => open.filter((one) => one.side === side && !one.waitsForMe);
  const past = data.items.filter((one) => !open.includes(one));
  return (
    <>
      {waiting.map((mandate) => (
        <Question key={mandate.id} mandate={mandate} />
      ))}
      <Part title={t(texts.myHelpers)} none={t(texts.noHelpers)} of={of('principal')} acting={acting} />
      <Part title={t(texts.iHelp)} none={t(texts.noHelped)} of={of('helper')} acting={acting} />
      {acting === null && <Invite />}
      <p className="hint">{t(texts.window)}</p>
      {past.length > 0 && (
        <details>
          <summary>{t(texts.past)}</summary>
          <div>
            {past.slice(0, 20).map((mandate) => (
              <Mandate key={mandate.id} mandate={mandate} acting={acting} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

type PartProps = { title: string; none: string; of: readonly MandateView[]; acting: string | null };

function Part({ title, none, of, acting }: PartProps) {
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {of.length === 0 && <p className="hint">{none}</p>}
      {of.map((mandate) => (
        <Mandate key={mandate.id} mandate={mandate} acting={acting} />
      ))}
    </section>
  );
}
