import { HeartOutlined } from '@ant-design/icons';
import { careKindsOf, myCareRecords, proposeCare } from '@fengqiao/contract/care.ts';
import type { Me } from '@fengqiao/ui/session.ts';
import { pages } from './pages.ts';
import type { Listed } from './screens.ts';
import { names } from './shell/texts.ts';

type Screens = readonly Omit<Listed, 'group'>[];

const hasDuty = ({ unit }: Me) => careKindsOf(unit).length > 0;

/** Special care stands in the navigation of those units alone whose duty it is. */
export const careDesks: Screens = [
  {
    path: '/care',
    name: names.care,
    Icon: HeartOutlined,
    needs: [myCareRecords],
    fits: hasDuty,
    Screen: pages.Care,
  },
];

/** Those reached from it. */
export const careInner: Screens = [
  { path: '/care/new', name: names.care, needs: [proposeCare], fits: hasDuty, Screen: pages.ProposeCare },
  {
    path: '/care/:id',
    name: names.careRecord,
    needs: [myCareRecords],
    fits: hasDuty,
    Screen: pages.CareRecord,
  },
];
