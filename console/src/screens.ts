import type { ComponentType } from 'react';
import {
  AlertOutlined,
  ApartmentOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BellOutlined,
  CheckSquareOutlined,
  CommentOutlined,
  DeploymentUnitOutlined,
  DesktopOutlined,
  ExperimentOutlined,
  EyeOutlined,
  FileDoneOutlined,
  FileSearchOutlined,
  FormOutlined,
  GlobalOutlined,
  IdcardOutlined,
  ImportOutlined,
  KeyOutlined,
  LockOutlined,
  MergeCellsOutlined,
  PartitionOutlined,
  PauseCircleOutlined,
  PhoneOutlined,
  ProfileOutlined,
  ReadOutlined,
  RollbackOutlined,
  SafetyCertificateOutlined,
  SolutionOutlined,
  TeamOutlined,
  UnorderedListOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import { listAccounts, listApiKeys } from '@fengqiao/contract/accounts.ts';
import { listAccesses } from '@fengqiao/contract/audit.ts';
import { listTickets } from '@fengqiao/contract/audit/doubts.ts';
import { listChanges } from '@fengqiao/contract/audit/oversight.ts';
import { readSeal } from '@fengqiao/contract/audit/seals.ts';
import {
  acknowledge,
  checkCase,
  closeCase,
  designate,
  dispatchCase,
  listCases,
  listChecks,
  listConsultations,
  listHolds,
  listLists,
  listReopenings,
  listRequests,
  listSupervisions,
  mergeCases,
  myTasks,
  readCallResults,
  registerCase,
  takeReport,
} from '@fengqiao/contract/cases.ts';
import { importCases, listImports } from '@fengqiao/contract/cases/imports.ts';
import { mapGrids } from '@fengqiao/contract/cases/map.ts';
import { listGrids } from '@fengqiao/contract/grids.ts';
import { listWindowMandates } from '@fengqiao/contract/mandates.ts';
import { listMessages } from '@fengqiao/contract/notices.ts';
import type { Both, Route } from '@fengqiao/contract/route.ts';
import { listUnits } from '@fengqiao/contract/units.ts';
import type { Me } from '@fengqiao/ui/session.ts';
import { pages } from './pages.ts';
import { careDesks, careInner } from './screens-care.ts';
import { realNameScreen, registryPages, registryScreens } from './screens-registry.ts';
import { failedScreen, toTellScreen } from './screens-notices.ts';
import { exportsScreens } from './screens-exports.ts';
import { lookScreens, securityScreen } from './screens-look.ts';
import { serviceDesks, serviceInner } from './screens-services.ts';
import { roundsScreens } from './screens-rounds.ts';
import { retentionScreens } from './screens-retention.ts';
import { catalogueDesks, catalogueInner } from './screens-catalogue.ts';
import { names } from './shell/texts.ts';

export type Group = 'desk' | 'intake' | 'dispatch' | 'handle' | 'finish' | 'look' | 'data' | 'manage';

export type ScreenOf = {
  readonly path: string;
  readonly Screen: ComponentType;
};
/** A screen behind the gate; it stands in the navigation of posts that may call one of `needs`. */
export type Listed = ScreenOf & {
  readonly name: Both;
  readonly group: Group | null;
  readonly Icon?: ComponentType<{ 'aria-hidden': true }>;
  readonly needs: readonly Pick<Route, 'who'>[];
  /** Where the post is not enough to tell: whether it is a screen of this person's unit. */
  readonly fits?: (me: Me) => boolean;
};

const listed = (group: Group | null, of: readonly Omit<Listed, 'group'>[]): Listed[] =>
  of.map((screen) => ({ group, ...screen }));

/** All screens in the order of the navigation; those of no group are reached from others. */
export const screens: readonly Listed[] = [
  ...listed('desk', [
    { path: '/', name: names.today, Icon: DesktopOutlined, needs: [listCases], Screen: pages.Today },
    ...lookScreens,
    {
      path: '/cases',
      name: names.cases,
      Icon: UnorderedListOutlined,
      needs: [listCases],
      Screen: pages.Cases,
    },
    {
      path: '/messages',
      name: names.messages,
      Icon: BellOutlined,
      needs: [listMessages],
      Screen: pages.Messages,
    },
  ]),
  ...listed(null, [
    { path: '/cases/:id', name: names.case, needs: [listCases], Screen: pages.CasePage },
    { path: '/lists/:version', name: names.list, needs: [listLists], Screen: pages.ListPage },
    { path: '/imports/new', name: names.imports, needs: [importCases], Screen: pages.NewImport },
    { path: '/imports/:id', name: names.imports, needs: [listImports], Screen: pages.ImportPage },
    ...registryPages,
    ...catalogueInner,
    ...serviceInner,
    ...careInner,
    { path: '/account', name: names.account, needs: [listMessages], Screen: pages.Account },
  ]),
  ...listed('intake', [
    { path: '/intake', name: names.intake, Icon: FormOutlined, needs: [takeReport], Screen: pages.Intake },
    {
      path: '/register',
      name: names.register,
      Icon: AuditOutlined,
      needs: [registerCase],
      Screen: pages.RegisterDesk,
    },
    {
      path: '/mandates',
      name: names.mandates,
      Icon: UserSwitchOutlined,
      needs: [listWindowMandates],
      Screen: pages.Mandates,
    },
    realNameScreen,
    {
      path: '/merges',
      name: names.merges,
      Icon: MergeCellsOutlined,
      needs: [mergeCases],
      Screen: pages.Merges,
    },
  ]),
  ...listed('dispatch', [
    {
      path: '/dispatch',
      name: names.dispatch,
      Icon: PartitionOutlined,
      needs: [dispatchCase],
      Screen: pages.DispatchDesk,
    },
    {
      path: '/consultations',
      name: names.consultations,
      Icon: CommentOutlined,
      needs: [listConsultations],
      Screen: pages.Consultations,
    },
    {
      path: '/arbitration',
      name: names.arbitration,
      Icon: DeploymentUnitOutlined,
      needs: [designate],
      Screen: pages.Arbitration,
    },
    { path: '/lists', name: names.lists, Icon: ReadOutlined, needs: [listLists], Screen: pages.Lists },
  ]),
  ...listed('handle', [
    {
      path: '/handling',
      name: names.handling,
      Icon: SolutionOutlined,
      needs: [acknowledge],
      Screen: pages.HandlingDesk,
    },
    { path: '/tasks', name: names.tasks, Icon: TeamOutlined, needs: [myTasks], Screen: pages.TasksPage },
    {
      path: '/requests',
      name: names.requests,
      Icon: FileDoneOutlined,
      needs: [listRequests],
      Screen: pages.Requests,
    },
    { path: '/holds', name: names.holds, Icon: PauseCircleOutlined, needs: [listHolds], Screen: pages.Holds },
  ]),
  ...listed('finish', [
    {
      path: '/verification',
      name: names.verification,
      Icon: FileSearchOutlined,
      needs: [checkCase],
      Screen: pages.Verification,
    },
    {
      path: '/samples',
      name: names.samples,
      Icon: ExperimentOutlined,
      needs: [listChecks],
      Screen: pages.Samples,
    },
    {
      path: '/closing',
      name: names.closing,
      Icon: CheckSquareOutlined,
      needs: [closeCase],
      Screen: pages.Closing,
    },
    {
      path: '/callbacks',
      name: names.callbacks,
      Icon: PhoneOutlined,
      needs: [readCallResults],
      Screen: pages.Callbacks,
    },
    toTellScreen,
    {
      path: '/reopenings',
      name: names.reopenings,
      Icon: RollbackOutlined,
      needs: [listReopenings],
      Screen: pages.Reopenings,
    },
    {
      path: '/supervisions',
      name: names.supervisions,
      Icon: AlertOutlined,
      needs: [listSupervisions],
      Screen: pages.Supervisions,
    },
  ]),
  ...listed('look', [
    { path: '/map', name: names.map, Icon: GlobalOutlined, needs: [mapGrids], Screen: pages.MapScreen },
    { path: '/grids', name: names.grids, Icon: AppstoreOutlined, needs: [listGrids], Screen: pages.Grids },
    ...roundsScreens,
    { path: '/units', name: names.units, Icon: ApartmentOutlined, needs: [listUnits], Screen: pages.Units },
  ]),
  ...listed('data', [
    ...catalogueDesks,
    ...registryScreens,
    ...careDesks,
    {
      path: '/accesses',
      name: names.accesses,
      Icon: EyeOutlined,
      needs: [listAccesses],
      Screen: pages.Accesses,
    },
    securityScreen,
    ...exportsScreens,
    ...retentionScreens,
    {
      path: '/privacy',
      name: names.privacy,
      Icon: SafetyCertificateOutlined,
      needs: [listTickets],
      Screen: pages.PrivacyDesk,
    },
    { path: '/seals', name: names.seals, Icon: LockOutlined, needs: [readSeal], Screen: pages.Seals },
    {
      path: '/purposes',
      name: names.purposes,
      Icon: ProfileOutlined,
      needs: [listChanges],
      Screen: pages.Purposes,
    },
  ]),
  ...listed('manage', [
    {
      path: '/accounts',
      name: names.accounts,
      Icon: IdcardOutlined,
      needs: [listAccounts],
      Screen: pages.Accounts,
    },
    {
      path: '/imports',
      name: names.imports,
      Icon: ImportOutlined,
      needs: [listImports],
      Screen: pages.Imports,
    },
    ...serviceDesks,
    { path: '/api-keys', name: names.keys, Icon: KeyOutlined, needs: [listApiKeys], Screen: pages.Keys },
    failedScreen,
  ]),
];
