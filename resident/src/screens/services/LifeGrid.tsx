import { lifeEventNames, lifeEvents } from '@fengqiao/contract/services.ts';
import { Link } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { lifeIcons } from './life-icons.ts';

/** What can happen in a life, each a door to what one is entitled to. */
export const LifeGrid = () => (
  <ul className="life">
    {lifeEventNames.map((event) => (
      <li key={event}>
        <Link to={`/life/${event}`}>
          <Icon name={lifeIcons[event]} />
          <span>{t(lifeEvents[event])}</span>
        </Link>
      </li>
    ))}
  </ul>
);
