import { CustomerServiceOutlined } from '@ant-design/icons';
import { listServiceDesk } from '@fengqiao/contract/services.ts';
import { pages } from './pages.ts';
import type { Listed } from './screens.ts';
import { names } from './shell/texts.ts';

type Screens = readonly Omit<Listed, 'group'>[];

/** What the street says of its service items, as the navigation lists it. */
export const serviceDesks: Screens = [
  {
    path: '/service-items',
    name: names.serviceItems,
    Icon: CustomerServiceOutlined,
    needs: [listServiceDesk],
    Screen: pages.ServiceItems,
  },
];

/** Those reached from it. */
export const serviceInner: Screens = [
  {
    path: '/service-items/new',
    name: names.serviceItems,
    needs: [listServiceDesk],
    Screen: pages.NewServiceItem,
  },
  {
    path: '/service-items/:code',
    name: names.serviceItems,
    needs: [listServiceDesk],
    Screen: pages.ServiceItemPage,
  },
  {
    path: '/service-items/:code/change',
    name: names.serviceItems,
    needs: [listServiceDesk],
    Screen: pages.ChangeServiceItem,
  },
];
