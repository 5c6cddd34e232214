import { listMandates, type MandateView } from '@fengqiao/contract/mandates.ts';
import { actFor, actForMyself } from '@fengqiao/contract/sessions.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { texts } from './texts.ts';

/** For whom one acts stands above every page, one press away from somebody else and from oneself. */
export function Acting() {
  const me = useWho().data;
  if (me?.kind !== 'resident') return null;
  return me.behalf === null ? <Others /> : <Band name={me.behalf.name} />;
}

/** A band that nobody overlooks: what is done now is done in somebody else's name. */
function Band({ name }: { name: string }) {
  const back = useAct(actForMyself, () => location.assign('/'));
  return (
    <aside className="acting" aria-label={t(texts.acting)}>
      <span>
        <Icon name="people" />
        <strong>{t(texts.actingFor, { name })}</strong>
      </span>
      <button type="button" aria-busy={back.isPending} onClick={() => back.mutate({})}>
        {t(texts.backToMe)}
      </button>
    </aside>
  );
}

/** Those who let me act for them, each a press away. */
function Others() {
  const mandates = useSay(listMandates, {}).data?.items ?? [];
  const active = mandates.filter(({ side, state }) => side === 'helper' && state === 'active');
  // Everything on screen is about somebody else from here on, so the app begins anew.
  const act = useAct(actFor, () => location.assign('/'));
  if (active.length === 0) return null;
  return (
    <nav className="act-for" aria-label={t(texts.actFor)}>
      <span aria-hidden="true">{t(texts.actFor)}</span>
      {active.map((mandate) => (
        <button
          key={mandate.id}
          type="button"
          aria-busy={act.isPending}
          onClick={() => act.mutate({ body: { mandate: mandate.id } })}
        >
          <Icon name="people" />
          {nameOf(mandate)}
        </button>
      ))}
      {act.error && <Failed error={act.error} />}
    </nav>
  );
}

/** Somebody as a helper knows them: 王**, or 138****5678 where no name was given. */
const nameOf = ({ other: { name, phone } }: MandateView) => name ?? phone ?? '—';
