import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { NavLink } from 'react-router';
import { countDesks } from '@fengqiao/contract/cases.ts';
import { apart } from '@fengqiao/contract/roles.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe, type Me } from '@fengqiao/ui/session.ts';
import { screens, type Group, type Listed } from '../screens.ts';
import { useBesideCases, waitingOn } from './counts.ts';
import { groups, texts } from './texts.ts';

const order: readonly Group[] = ['desk', 'intake', 'dispatch', 'handle', 'finish', 'look', 'data', 'manage'];

/** Only what this post may use, with how much waits there. */
export function Nav({ folded, onFold }: { folded: boolean; onFold: () => void }) {
  const me = useMe();
  const counts = useSay(countDesks, {}, { everyMs: 60_000 });
  const beside = useBesideCases();
  const mine = screens.filter((screen) => isMine(screen, me));
  return (
    <nav className="side" aria-label={t(texts.navigation)}>
      <div className="side-scroll">
        {order.map((group) => {
          const listed = mine.filter((screen) => screen.group === group);
          if (listed.length === 0) return null;
          return (
            <div key={group} className="side-group">
              <div className="side-name" id={`nav-${group}`}>
                {t(groups[group])}
              </div>
              <ul aria-labelledby={`nav-${group}`}>
                {listed.map((screen) => (
                  <li key={screen.path}>
                    <Entry
                      screen={screen}
                      folded={folded}
                      waiting={beside[screen.path] ?? waitingOn(screen.path, counts.data, me)}
                    />
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
      <button type="button" className="fold" onClick={onFold} aria-expanded={!folded}>
        {folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        <span className={folded ? 'spoken' : ''}>{t(folded ? texts.unfold : texts.fold)}</span>
      </button>
    </nav>
  );
}

const isMine = (screen: Listed, me: Me) =>
  screen.group !== null &&
  !isOfCases(screen, me) &&
  (screen.fits?.(me) ?? true) &&
  screen.needs.some((route) => mayCall(me, route));

const caseGroups: readonly (Group | null)[] = ['intake', 'dispatch', 'handle', 'finish'];

/** Desks for cases are no place for a post that sees none, unless one of their operations names that post. */
const isOfCases = ({ path, group, needs }: Listed, { role }: Me) =>
  role !== null &&
  apart.includes(role) &&
  (caseGroups.includes(group) || path === '/cases') &&
  path !== '/lists' &&
  !needs.some(({ who }) => Array.isArray(who) && who.includes(role));

function Entry({ screen, folded, waiting }: { screen: Listed; folded: boolean; waiting: number }) {
  const { Icon } = screen;
  const link = (
    <NavLink to={screen.path} end={screen.path === '/'} className="side-link">
      {Icon !== undefined && <Icon aria-hidden />}
      <span className={folded ? 'spoken' : 'grow clip'}>{t(screen.name)}</span>
      {waiting > 0 && <span className="count">{waiting > 999 ? '999+' : waiting}</span>}
    </NavLink>
  );
  return folded ? (
    <Tooltip title={t(screen.name)} placement="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}
