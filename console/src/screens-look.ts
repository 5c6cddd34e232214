import { FundOutlined, SecurityScanOutlined } from '@ant-design/icons';
import { listSecurity } from '@fengqiao/contract/audit/security.ts';
import { readCockpit } from '@fengqiao/contract/cases.ts';
import { pages } from './pages.ts';
import type { Listed, ScreenOf } from './screens.ts';
import { names } from './shell/texts.ts';

/** How the street stands, for those who answer for it. */
export const lookScreens: readonly Omit<Listed, 'group'>[] = [
  {
    path: '/cockpit',
    name: names.cockpit,
    Icon: FundOutlined,
    needs: [readCockpit],
    Screen: pages.Cockpit,
  },
];

/** What was done or tried with accounts, rights and keys, for whoever audits. */
export const securityScreen: Omit<Listed, 'group'> = {
  path: '/security',
  name: names.securityLog,
  Icon: SecurityScanOutlined,
  needs: [listSecurity],
  Screen: pages.SecurityLog,
};

/** Behind the gate, without the roof and the navigation. */
export const bare: readonly ScreenOf[] = [{ path: '/wall', Screen: pages.Wall }];

/** Open to everybody. */
export const doors: readonly ScreenOf[] = [
  { path: '/sign-in', Screen: pages.SignIn },
  { path: '/tour', Screen: pages.Tour },
];
