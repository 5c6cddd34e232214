import { lifeEventNames, lifeEvents, listServices, type LifeEvent } from '@fengqiao/contract/services.ts';
import { Link, useParams } from 'react-router';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Empty, Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { LifeGrid } from './LifeGrid.tsx';
import { texts } from './texts.ts';

/** 人生阶段服务目录: what has happened, and what there is for it. */
export function Life() {
  const { event } = useParams();
  const chosen = lifeEventNames.find((name) => name === event);
  return chosen === undefined ? (
    <Page title={t(texts.life)} back="/">
      <p>{t(texts.lifeWhat)}</p>
      <LifeGrid />
    </Page>
  ) : (
    <Page title={t(lifeEvents[chosen])} back="/">
      <Items event={chosen} />
    </Page>
  );
}

function Items({ event }: { event: LifeEvent }) {
  // One list serves every life event, so that going from one to the next needs no network.
  const { data, error, refetch } = useSay(listServices, {});
  if (error !== null && data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const items = data.items.filter(({ events }) => events.includes(event));
  if (items.length === 0) return <Empty>{t(texts.none)}</Empty>;
  return (
    <ul className="cards">
      {items.map(({ code, name, who }) => (
        <li key={code}>
          <Link className="card" to={`/services/${code}?from=${event}`}>
            <strong>{t(name)}</strong>
            <span className="hint">{t(who)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
