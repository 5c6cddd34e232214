import { actForMyself } from '@fengqiao/contract/sessions.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { texts } from './texts.ts';

/** For whom one acts stays in sight on every page, with the way back to oneself. */
export function Acting() {
  const behalf = useWho().data?.behalf ?? null;
  const back = useAct(actForMyself, () => location.assign('/helpers'));
  if (behalf === null) return null;
  return (
    <aside className="acting" aria-label={t(texts.acting)}>
      <span>
        <Icon name="people" />
        <strong>{t(texts.actingFor, { name: behalf.name })}</strong>
      </span>
      <button type="button" aria-busy={back.isPending} onClick={() => back.mutate({})}>
        {t(texts.backToMe)}
      </button>
    </aside>
  );
}
