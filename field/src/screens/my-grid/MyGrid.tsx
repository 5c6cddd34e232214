import { listGrids } from '@fengqiao/contract/grids.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { CallLink } from '@fengqiao/ui/phone/HelpLine.tsx';
import { useOnline } from '@fengqiao/ui/phone/online.ts';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { usePhone } from '../../offline/phone.ts';
import { Screen } from '../../parts/Screen.tsx';
import { usePlan } from '../visits/plan.ts';
import { People } from './People.tsx';
import { texts } from './texts.ts';

/** 我的网格: what is published of it, and the people who live there, masked; each look is recorded. */
export function MyGrid() {
  const { me } = usePhone();
  const { data, error } = useSay(listGrids, {});
  const online = useOnline();
  const { people } = usePlan();
  const grid = data?.items.find(({ id }) => id === me.unit);
  return (
    <Screen title={t(texts.title)} back="/">
      {error !== null && <Failed error={error} />}
      {data === undefined && error === null && <Loading />}
      {grid !== undefined && (
        <section className="card" aria-label={t(grid.name)}>
          <h2>{t(grid.name)}</h2>
          <dl className="facts">
            <dt>{t(texts.community)}</dt>
            <dd>{grid.community === null ? '—' : t(grid.community.name)}</dd>
            <dt>{t(texts.households)}</dt>
            <dd>{grid.households ?? '—'}</dd>
            <dt>{t(texts.area)}</dt>
            <dd>{t(texts.hectares, { n: (grid.squareMetres / 10_000).toFixed(1) })}</dd>
          </dl>
          <p className="row">
            {t(texts.supervision)} <CallLink phone={grid.supervisionPhone} />
          </p>
        </section>
      )}
      {people.length > 0 && (
        <LinkButton icon="door" to="/visits">
          {t(texts.plan, { n: people.length })}
        </LinkButton>
      )}
      {online ? <People /> : <p className="notice warn">{t(texts.offline)}</p>}
    </Screen>
  );
}
