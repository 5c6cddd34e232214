import { DisconnectOutlined, PhoneOutlined } from '@ant-design/icons';
import { listFailed, listToTell } from '@fengqiao/contract/notices.ts';
import { pages } from './pages.ts';
import { names } from './shell/texts.ts';

/** People whom no message reached: somebody calls them or goes there. */
export const toTellScreen = {
  path: '/to-tell',
  name: names.toTell,
  Icon: PhoneOutlined,
  needs: [listToTell],
  Screen: pages.ToTell,
};

/** Text messages that did not go out. */
export const failedScreen = {
  path: '/failed-messages',
  name: names.failed,
  Icon: DisconnectOutlined,
  needs: [listFailed],
  Screen: pages.Failed,
};
