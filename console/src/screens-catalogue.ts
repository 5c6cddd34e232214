import { DatabaseOutlined, HourglassOutlined, SwapOutlined } from '@ant-design/icons';
import { listAssessments } from '@fengqiao/contract/catalogue/assessments.ts';
import { completeProposal, listProposals, proposeResource } from '@fengqiao/contract/catalogue/proposals.ts';
import { askForShare, listShares, listWaits } from '@fengqiao/contract/catalogue/requests.ts';
import { listResources } from '@fengqiao/contract/catalogue/resources.ts';
import { pages } from './pages.ts';
import type { Listed } from './screens.ts';
import { names } from './shell/texts.ts';

type Screens = readonly Omit<Listed, 'group'>[];

/** The catalogue and sharing, as the navigation lists them. */
export const catalogueDesks: Screens = [
  {
    path: '/catalogue',
    name: names.catalogue,
    Icon: DatabaseOutlined,
    needs: [listResources],
    Screen: pages.Catalogue,
  },
  {
    path: '/sharing',
    name: names.sharing,
    Icon: SwapOutlined,
    needs: [listShares],
    Screen: pages.Sharing,
  },
  { path: '/waits', name: names.waits, Icon: HourglassOutlined, needs: [listWaits], Screen: pages.Waits },
];

/** Those reached from them. */
export const catalogueInner: Screens = [
  {
    path: '/catalogue/proposals',
    name: names.proposals,
    needs: [listProposals],
    Screen: pages.Proposals,
  },
  {
    path: '/catalogue/proposals/:id',
    name: names.proposals,
    needs: [completeProposal],
    Screen: pages.CompleteProposal,
  },
  {
    path: '/catalogue/assessments',
    name: names.assessments,
    needs: [listAssessments],
    Screen: pages.Assessments,
  },
  { path: '/catalogue/new', name: names.catalogue, needs: [proposeResource], Screen: pages.Propose },
  { path: '/catalogue/:id', name: names.resource, needs: [listResources], Screen: pages.ResourcePage },
  {
    path: '/catalogue/:id/change',
    name: names.resource,
    needs: [proposeResource],
    Screen: pages.ProposeChange,
  },
  { path: '/sharing/new', name: names.sharing, needs: [askForShare], Screen: pages.AskShare },
  { path: '/sharing/:id', name: names.share, needs: [listShares], Screen: pages.SharePage },
];
