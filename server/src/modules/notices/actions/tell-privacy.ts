import type { Role } from '@fengqiao/contract/roles.ts';
import type { Event } from '#platform/event.ts';
import type { Work } from '#platform/work.ts';
import { accountsWith } from '#modules/identity';
import { privacyWords } from '../domain/privacy-texts.ts';
import { notify } from './notify.ts';

const listeners: Readonly<Record<string, readonly Role[]>> = {
  'privacy.doubt_raised': ['privacy'],
  'privacy.change_asked': ['privacy', 'leader'],
  'privacy.break_glass': ['privacy'],
  'access.over_limit': ['supervisor', 'privacy'],
  'access.canary_met': ['privacy'],
  'access.command_given': ['auditor'],
  'privacy.doubt_overdue': ['privacy', 'leader'],
  'privacy.review_overdue': ['privacy', 'leader'],
  'retention.asked': ['privacy'],
  'retention.overdue': ['privacy', 'leader'],
  'registry.correction_asked': ['steward'],
  'registry.correction_overdue': ['steward', 'leader'],
};

/** Of what a unit has to answer itself, those of this post there hear too. */
const atTheUnit: Readonly<Partial<Record<string, Role>>> = { 'registry.correction_overdue': 'community' };

/** Tells officers what waits for them, and the person who doubted a look how far it has come; never the one who looked. */
export async function tellPrivacy(work: Work, { kind, facts, actor }: Event): Promise<void> {
  const words = privacyWords(kind, facts);
  if (words === null) return;
  const { account, unit } = facts;
  if (typeof account === 'string') return notify(work, { to: { account }, kind, ...words });
  for (const role of listeners[kind] ?? [])
    for (const officer of await accountsWith(work, role))
      if (officer !== actor) await notify(work, { to: { account: officer }, kind, ...words });
  const role = atTheUnit[kind];
  if (role !== undefined && typeof unit === 'string')
    await notify(work, { to: { unit, role }, kind, ...words });
}
