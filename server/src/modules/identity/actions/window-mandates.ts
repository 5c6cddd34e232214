import type {
  enterMandate as Enter,
  revokeAtWindow as Revoke,
  WindowMandate,
} from '@fengqiao/contract/mandates.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { attachFiles } from '#platform/files/store.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { endOfMandate, stateAt, type Mandate } from '../domain/mandate.ts';
import { mobile } from '../domain/phone.ts';
import { insertResidentByName, residentByPhone, residentKnown } from '../store/accounts.ts';
import {
  insertMandate,
  isEvidenceOf,
  lockMandate,
  mandateById,
  mandatesOf,
  mandatesOfUnit,
} from '../store/mandates.ts';
import { demandRoom, endMandate, maskedSomebody } from './mandates.ts';
import { places, sealMaybe } from './sealed.ts';
import { residentWith } from './sign-in-by-phone.ts';

const MOST = 50;

/** Mandates of whoever has this phone, or the latest that this unit entered. */
export async function windowMandates(
  work: Work,
  phone: string | undefined,
): Promise<{ items: WindowMandate[] }> {
  const mandates =
    phone === undefined
      ? await mandatesOfUnit(work, unitOf(work), MOST)
      : await mandatesByPhone(work, mobile(phone) ?? refuse('identity.phone_unusable'));
  return { items: await Promise.all(mandates.map((mandate) => present(work, mandate))) };
}

async function mandatesByPhone(work: Work, phone: string): Promise<Mandate[]> {
  const index = work.vault.index(phone, 'phone');
  const resident = await residentByPhone(work, index);
  return resident === null ? [] : mandatesOf(work, resident.id, index);
}

/**
 * Enters a mandate that was signed at the window. It holds at once, since both sides signed in front of staff; the photo of
 * the form is its evidence, and both sides are told.
 */
export async function enterMandate(work: Work, given: In<typeof Enter>['body']): Promise<WindowMandate> {
  const helperPhone = mobile(given.helper.phone) ?? refuse('identity.phone_unusable');
  const until = endOfMandate(given.until, work.now);
  const principal = await principalOf(work, given.principal);
  const helper = await residentWith(work, helperPhone, given.helper.name ?? null);
  if (principal === helper) refuse('identity.mandate_with_oneself');
  await demandRoom(work, { principal, helper });
  await attachFiles(work, [given.evidence]);
  const id = work.newId();
  await insertMandate(work, {
    id,
    principal,
    helper,
    asked: null,
    askedContact: null,
    askedIndex: null,
    acts: given.acts,
    until,
    evidence: given.evidence,
  });
  await work.announce('account.mandate_active', id, { principal, helper });
  return viewOf(work, id);
}

/** Who gives it: somebody known, the resident with a phone, or a new account by name for somebody without one. */
async function principalOf(work: Work, given: In<typeof Enter>['body']['principal']): Promise<string> {
  if ('account' in given)
    return (await residentKnown(work, given.account)) ? given.account : refuse('platform.not_found');
  if (given.phone !== undefined)
    return residentWith(work, mobile(given.phone) ?? refuse('identity.phone_unusable'), given.name);
  const id = work.newId();
  await insertResidentByName(work, id, sealMaybe(work.vault, given.name.trim(), places.accountName(id)));
  await work.announce('account.made', id, { kind: 'resident' });
  return id;
}

/** Ends a mandate because the person came to the window or phoned. */
export async function revokeAtWindow(
  work: Work,
  id: string,
  { how, reason }: In<typeof Revoke>['body'],
): Promise<WindowMandate> {
  const mandate = (await lockMandate(work, id)) ?? refuse('platform.not_found');
  await endMandate(work, mandate, { how, reason });
  return viewOf(work, id);
}

/** The photo of a signed form is for the unit that entered it. */
export async function mayReadEvidence(work: Work, file: string): Promise<boolean> {
  const { kind, unit } = work.actor;
  return kind === 'staff' && unit !== null && isEvidenceOf(work, file, unit);
}

const unitOf = ({ actor }: Work): string => actor.unit ?? refuse('identity.no_post');

const viewOf = async (work: Work, id: string): Promise<WindowMandate> =>
  present(work, (await mandateById(work, id)) ?? refuse('platform.not_found'));

async function present(work: Work, mandate: Mandate): Promise<WindowMandate> {
  const { id, principal, helper, asked, askedContact, acts, evidence, takenUnit } = mandate;
  const state = stateAt(mandate, work.now);
  const contactOf = (side: 'principal' | 'helper') => (asked === side ? askedContact : null);
  return {
    id,
    state,
    principal: { account: principal, ...(await maskedSomebody(work, principal, contactOf('principal'))) },
    helper: await maskedSomebody(work, helper, contactOf('helper')),
    acts: [...acts],
    until: mandate.until.toISOString(),
    evidence: takenUnit === work.actor.unit ? evidence : null,
    unit: takenUnit,
    madeAt: mandate.madeAt.toISOString(),
    endedAt: mandate.endedAt?.toISOString() ?? null,
    endedHow: mandate.endedHow ?? (state === 'ended' ? 'expired' : null),
    endReason: mandate.endReason,
  };
}
