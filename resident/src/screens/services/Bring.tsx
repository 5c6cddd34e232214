import type { ServiceItem } from '@fengqiao/contract/services.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Confirm } from './Fact.tsx';
import { texts } from './texts.ts';

/** What to bring, and what to leave at home because it is looked up (在线政务服务若干规定 art. 7). */
export function Bring({ item: { bring } }: { item: Pick<ServiceItem, 'bring'> }) {
  const own = bring.filter(({ shared }) => !shared);
  const shared = bring.filter((one) => one.shared);
  return (
    <div>
      <h2>{t(texts.bring)}</h2>
      {bring.length === 0 && <p>{t(texts.bringNothing)}</p>}
      {own.length > 0 && (
        <>
          <p>{t(texts.bringThese)}</p>
          <List things={own} />
        </>
      )}
      {shared.length > 0 && (
        <>
          <p>{t(texts.shared)}</p>
          <List things={shared} />
          <Confirm />
        </>
      )}
    </div>
  );
}

const List = ({ things }: { things: ServiceItem['bring'] }) => (
  <ul className="uses">
    {things.map((thing) => (
      <li key={thing.zh}>{t(thing)}</li>
    ))}
  </ul>
);
