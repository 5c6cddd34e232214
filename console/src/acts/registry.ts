import { lazy, type ComponentType } from 'react';
import type { Act } from '@fengqiao/contract/cases/words.ts';
import type { ActProps } from './props.ts';

const from = <K extends string>(load: () => Promise<Record<K, ComponentType<ActProps>>>, name: K) =>
  lazy(async () => ({ default: (await load())[name] }));

/** The form of every act on a case. */
export const actForms: Readonly<Record<Act, ComponentType<ActProps>>> = {
  verify: from(() => import('./Verify.tsx'), 'Verify'),
  report_verification: from(() => import('./ReportVerification.tsx'), 'ReportVerification'),
  register: from(() => import('./Register.tsx'), 'Register'),
  decline: from(() => import('./Decline.tsx'), 'Decline'),
  consult: from(() => import('./Consult.tsx'), 'Consult'),
  dispatch: from(() => import('./Dispatch.tsx'), 'Dispatch'),
  designate: from(() => import('./Designate.tsx'), 'Designate'),
  acknowledge: from(() => import('./Acknowledge.tsx'), 'Acknowledge'),
  contact: from(() => import('./Contact.tsx'), 'Contact'),
  assign_on: from(() => import('./AssignOn.tsx'), 'AssignOn'),
  add_task: from(() => import('./AddTask.tsx'), 'AddTask'),
  report_handled: from(() => import('./ReportHandled.tsx'), 'ReportHandled'),
  check: from(() => import('./Check.tsx'), 'Check'),
  close: from(() => import('./Close.tsx'), 'Close'),
  archive: from(() => import('./Archive.tsx'), 'Archive'),
  merge: from(() => import('./Merge.tsx'), 'Merge'),
  ask_return: from(() => import('./AskReturn.tsx'), 'AskReturn'),
  ask_extension: from(() => import('./AskExtension.tsx'), 'AskExtension'),
  ask_hold: from(() => import('./AskHold.tsx'), 'AskHold'),
  ask_void: from(() => import('./AskVoid.tsx'), 'AskVoid'),
  ask_escalation: from(() => import('./AskEscalation.tsx'), 'AskEscalation'),
  ask_type_change: from(() => import('./AskTypeChange.tsx'), 'AskTypeChange'),
  ask_termination: from(() => import('./AskTermination.tsx'), 'AskTermination'),
  resume: from(() => import('./Resume.tsx'), 'Resume'),
  supervise: from(() => import('./Supervise.tsx'), 'Supervise'),
  whistle: from(() => import('./Whistle.tsx'), 'Whistle'),
};

/** How the acts stand together on the bar. */
export const actGroups = {
  work: [
    'verify',
    'report_verification',
    'register',
    'dispatch',
    'consult',
    'designate',
    'acknowledge',
    'contact',
    'assign_on',
    'add_task',
    'report_handled',
    'check',
    'close',
    'archive',
    'resume',
    'merge',
    'decline',
  ],
  ask: [
    'ask_extension',
    'ask_return',
    'ask_hold',
    'ask_escalation',
    'ask_type_change',
    'ask_termination',
    'ask_void',
  ],
  watch: ['supervise', 'whistle'],
} as const satisfies Record<string, readonly Act[]>;
