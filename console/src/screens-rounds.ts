import { CompassOutlined } from '@ant-design/icons';
import { listAppeals, listCheckpoints } from '@fengqiao/contract/rounds.ts';
import { pages } from './pages.ts';
import { names } from './shell/texts.ts';

/** What is done out on the ground. */
export const roundsScreens = [
  {
    path: '/rounds',
    name: names.rounds,
    Icon: CompassOutlined,
    needs: [listCheckpoints, listAppeals],
    Screen: pages.Rounds,
  },
];
