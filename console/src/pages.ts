import { lazy, type ComponentType } from 'react';

const from = <K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) =>
  lazy(async () => ({ default: (await load())[name] }));

/** Every screen, each read when it is first opened. */
export const pages = {
  SignIn: from(() => import('./screens/sign-in/SignIn.tsx'), 'SignIn'),
  Tour: from(() => import('./screens/tour/Tour.tsx'), 'Tour'),
  Today: from(() => import('./screens/today/Today.tsx'), 'Today'),
  Cases: from(() => import('./screens/cases/Cases.tsx'), 'Cases'),
  CasePage: from(() => import('./screens/case/CasePage.tsx'), 'CasePage'),
  Messages: from(() => import('./screens/messages/Messages.tsx'), 'Messages'),
  Intake: from(() => import('./screens/intake/Intake.tsx'), 'Intake'),
  RegisterDesk: from(() => import('./screens/register/RegisterDesk.tsx'), 'RegisterDesk'),
  Merges: from(() => import('./screens/merges/Merges.tsx'), 'Merges'),
  DispatchDesk: from(() => import('./screens/dispatch/DispatchDesk.tsx'), 'DispatchDesk'),
  Consultations: from(() => import('./screens/consultations/Consultations.tsx'), 'Consultations'),
  Arbitration: from(() => import('./screens/arbitration/Arbitration.tsx'), 'Arbitration'),
  Lists: from(() => import('./screens/lists/Lists.tsx'), 'Lists'),
  ListPage: from(() => import('./screens/lists/ListPage.tsx'), 'ListPage'),
  HandlingDesk: from(() => import('./screens/handling/HandlingDesk.tsx'), 'HandlingDesk'),
  TasksPage: from(() => import('./screens/tasks/TasksPage.tsx'), 'TasksPage'),
  Requests: from(() => import('./screens/requests/Requests.tsx'), 'Requests'),
  Holds: from(() => import('./screens/holds/Holds.tsx'), 'Holds'),
  Verification: from(() => import('./screens/verification/Verification.tsx'), 'Verification'),
  Samples: from(() => import('./screens/samples/Samples.tsx'), 'Samples'),
  Closing: from(() => import('./screens/closing/Closing.tsx'), 'Closing'),
  Callbacks: from(() => import('./screens/callbacks/Callbacks.tsx'), 'Callbacks'),
  Reopenings: from(() => import('./screens/reopenings/Reopenings.tsx'), 'Reopenings'),
  Supervisions: from(() => import('./screens/supervisions/Supervisions.tsx'), 'Supervisions'),
  Grids: from(() => import('./screens/grids/Grids.tsx'), 'Grids'),
  Units: from(() => import('./screens/units/Units.tsx'), 'Units'),
  Accesses: from(() => import('./screens/accesses/Accesses.tsx'), 'Accesses'),
  Accounts: from(() => import('./screens/accounts/Accounts.tsx'), 'Accounts'),
  Keys: from(() => import('./screens/keys/Keys.tsx'), 'Keys'),
  Imports: from(() => import('./screens/imports/Imports.tsx'), 'Imports'),
  NewImport: from(() => import('./screens/imports/NewImport.tsx'), 'NewImport'),
  ImportPage: from(() => import('./screens/imports/ImportPage.tsx'), 'ImportPage'),
  Failed: from(() => import('./screens/failed/Failed.tsx'), 'Failed'),
  Account: from(() => import('./screens/account/Account.tsx'), 'Account'),
};
