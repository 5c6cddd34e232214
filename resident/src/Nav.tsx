import { countMessages } from '@fengqiao/contract/notices.ts';
import { NavLink } from 'react-router';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Icon, type IconName } from '@fengqiao/ui/phone/Icon.tsx';
import { isSignedIn, useWho } from '@fengqiao/ui/phone/street.ts';
import { texts } from './texts.ts';

/** The four places of the app, at the thumb. */
export function Nav() {
  const me = useWho();
  const unread =
    useSay(countMessages, {}, { enabled: isSignedIn(me.data), everyMs: 60_000 }).data?.count ?? 0;
  return (
    <nav className="nav" aria-label={t(texts.nav)}>
      <ul>
        <Place to="/" icon="home" word={t(texts.home)} />
        <Place to="/mine" icon="list" word={t(texts.mine)} />
        <Place to="/messages" icon="bell" word={t(texts.messages)} count={unread} />
        <Place to="/settings" icon="gear" word={t(texts.settings)} />
      </ul>
    </nav>
  );
}

function Place({ to, icon, word, count = 0 }: { to: string; icon: IconName; word: string; count?: number }) {
  return (
    <li>
      <NavLink to={to} end>
        <Icon name={icon} />
        <span>{word}</span>
        {count > 0 && (
          <span className="count">
            {count}
            <span className="unseen"> {t(texts.unread)}</span>
          </span>
        )}
      </NavLink>
    </li>
  );
}
