import type { ServiceItem } from '@fengqiao/contract/services.ts';
import { Link } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { CallLink } from '@fengqiao/ui/phone/HelpLine.tsx';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { texts } from './texts.ts';

/** The window that takes an item: its unit, address, hours and phone. */
export function Where({ window, decidedBy }: Pick<ServiceItem, 'window' | 'decidedBy'>) {
  const { unit, address, hours, phone, everyCommunity } = window;
  return (
    <div>
      <h2>{t(texts.where)}</h2>
      <p>
        <strong>{t(unit)}</strong>
      </p>
      <p>{everyCommunity ? t(texts.everyCommunity) : (address ?? t(texts.noAddress))}</p>
      <p>{t(hours.workdaysOnly ? texts.workdays : texts.everyDay, { from: hours.from, to: hours.to })}</p>
      <p className="row">
        <CallLink phone={phone} />
        {everyCommunity && (
          <Link className="link" to="/help">
            <Icon name="building" />
            {t(texts.community)}
          </Link>
        )}
      </p>
      {decidedBy !== null && <p className="hint">{t(texts.decidedBy, { unit: t(decidedBy) })}</p>}
    </div>
  );
}
