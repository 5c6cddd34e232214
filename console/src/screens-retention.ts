import { ClearOutlined, HighlightOutlined } from '@ant-design/icons';
import { listErasures, listRuns, listScrubs } from '@fengqiao/contract/retention.ts';
import { pages } from './pages.ts';
import { names } from './shell/texts.ts';

/** What is kept for how long, and what does not belong in free text. */
export const retentionScreens = [
  {
    path: '/retention',
    name: names.retention,
    Icon: ClearOutlined,
    needs: [listErasures, listRuns],
    Screen: pages.Retention,
  },
  {
    path: '/scrubs',
    name: names.scrubs,
    Icon: HighlightOutlined,
    needs: [listScrubs],
    Screen: pages.Scrubs,
  },
];
