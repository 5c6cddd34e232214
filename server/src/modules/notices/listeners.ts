import { roles, type Role } from '@fengqiao/contract/roles.ts';
import type { Event } from '#platform/event.ts';
import type { Listener } from '#platform/room.ts';
import type { Work } from '#platform/work.ts';
import { notify, sendPhoneCode } from './actions/notify.ts';
import { tellMandate } from './actions/tell-mandate.ts';
import { tellPrivacy } from './actions/tell-privacy.ts';
import {
  loginOpened,
  newDevice,
  postEndsSoon,
  passwordRenewed,
  postApproved,
  postEnded,
  postGranted,
  totpBound,
  totpRemoved,
} from './domain/texts.ts';

export const noticesListeners: readonly Listener[] = [
  {
    name: 'notices.mandate',
    hears: [
      'account.mandate_asked',
      'account.mandate_active',
      'account.mandate_declined',
      'account.mandate_ended',
      'account.acted_for',
    ],
    act: tellMandate,
  },
  {
    name: 'notices.account',
    hears: [
      'account.code_asked',
      'account.password_renewed',
      'account.post_granted',
      'account.post_approved',
      'account.post_ended',
      'account.post_ends_soon',
      'account.new_device',
      'account.login_opened',
      'account.totp_bound',
      'account.totp_removed',
    ],
    act: (work, event) =>
      event.kind === 'account.code_asked' ? sendPhoneCode(work, event.subject) : tellHolder(work, event),
  },
  {
    name: 'notices.privacy',
    hears: [
      'privacy.doubt_raised',
      'privacy.doubt_acknowledged',
      'privacy.doubt_decided',
      'privacy.change_asked',
      'privacy.break_glass',
      'access.over_limit',
      'access.canary_met',
      'access.command_given',
      'privacy.doubt_overdue',
      'privacy.review_overdue',
      'retention.asked',
      'retention.overdue',
      'registry.correction_asked',
      'registry.correction_overdue',
    ],
    act: tellPrivacy,
  },
];

/** What may be somebody else's doing is told on a second channel as well. */
const bySms = new Set([
  'account.password_renewed',
  'account.new_device',
  'account.login_opened',
  'account.totp_bound',
  'account.totp_removed',
]);

/** What happens to somebody's account is told to them. */
async function tellHolder(work: Work, { kind, subject, facts }: Event): Promise<void> {
  await notify(work, {
    to: { account: subject },
    kind,
    ...wordsOf(kind, facts),
    sms: bySms.has(kind),
  });
}

function wordsOf(kind: string, facts: Record<string, unknown>) {
  if (kind === 'account.password_renewed') return passwordRenewed;
  if (kind === 'account.post_approved') return postApproved;
  if (kind === 'account.post_ended') return postEnded;
  if (kind === 'account.login_opened') return loginOpened;
  if (kind === 'account.totp_bound') return totpBound;
  if (kind === 'account.totp_removed') return totpRemoved;
  if (kind === 'account.new_device') return newDevice(String(facts['device']));
  if (kind === 'account.post_ends_soon') return postEndsSoon(roleOf(facts['role']), String(facts['until']));
  return postGranted(roleOf(facts['role']), facts['waits'] === true);
}

const roleOf = (name: unknown): Role =>
  Object.keys(roles).find((role): role is Role => role === name) ?? 'department';
