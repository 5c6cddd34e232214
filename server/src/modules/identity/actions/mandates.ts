import type { inviteHelper, MandateView, Somebody } from '@fengqiao/contract/mandates.ts';
import { MOST_HELPED, MOST_HELPERS } from '@fengqiao/contract/mandates.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { alone } from '#platform/alone.ts';
import { mustBeOneself } from '#platform/behalf.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { endOfMandate, isOpen, mustAwait, stateAt, type Mandate, type Side } from '../domain/mandate.ts';
import { mobile } from '../domain/phone.ts';
import {
  insertMandate,
  isAskedBy,
  lockMandate,
  mandateById,
  mandatesOf,
  openAround,
  saveAccepted,
  saveDeclined,
  saveMandateEnd,
  usesOf,
} from '../store/mandates.ts';
import { endActing } from '../store/sessions.ts';
import { keepContact, maskedAccount, maskedContact, ownPhone } from './contacts.ts';
import { myAccount } from './me.ts';

type Given = In<typeof inviteHelper>['body'];
type Pair = { readonly principal: string | null; readonly helper: string | null };

const MOST_USES = 10;
const other = (side: Side): Side => (side === 'principal' ? 'helper' : 'principal');

/** Everything between me and those who act for me, or for whom I act. */
export async function myMandates(work: Work): Promise<{ items: MandateView[] }> {
  const account = myAccount(work);
  const mandates = await mandatesOf(work, account, await myPhoneIndex(work));
  return { items: await viewsOf(work, mandates) };
}

/**
 * Asks somebody by phone to act for me, or offers to act for them. The answer is the same whether anybody has an account
 * with that number; whoever signs in with it finds the question.
 */
export async function askByPhone(work: Work, asked: Side, given: Given): Promise<MandateView> {
  mustBeOneself(work.actor);
  const account = myAccount(work);
  const phone = mobile(given.phone) ?? refuse('identity.phone_unusable');
  const askedIndex = work.vault.index(phone, 'phone');
  if (askedIndex.equals((await myPhoneIndex(work)) ?? Buffer.alloc(0)))
    refuse('identity.mandate_with_oneself');
  await aloneWith(work, [account]);
  const open = (await mandatesOf(work, account, null)).filter((one) => isOpen(one, work.now));
  for (const { id } of open) if (await isAskedBy(work, id, askedIndex)) refuse('identity.mandate_exists');
  const pair = { principal: null, helper: null, [other(asked)]: account };
  await demandRoom(work, pair);
  const id = work.newId();
  await insertMandate(work, {
    id,
    ...pair,
    asked,
    askedContact: await keepContact(work, { phone }),
    askedIndex,
    acts: given.acts,
    until: endOfMandate(given.until, work.now),
    evidence: null,
  });
  await work.announce('account.mandate_asked', id, { asked, by: account });
  return viewOf(work, id);
}

/** Whoever asks or is asked from several places at once has no more helpers for it. */
const aloneWith = (work: Work, accounts: readonly (string | null)[]): Promise<void> =>
  alone(
    work,
    accounts.flatMap((account) => (account === null ? [] : [`identity.mandates ${account}`])),
  );

/** Refuses a second mandate between two people, and more than one person should have or help. */
export async function demandRoom(work: Work, pair: Pair): Promise<void> {
  await aloneWith(work, [pair.principal, pair.helper]);
  const { helpers, helped, between } = await openAround(work, pair);
  if (between > 0) refuse('identity.mandate_exists');
  if (helpers >= MOST_HELPERS || helped >= MOST_HELPED) refuse('identity.too_many_helpers');
}

/** The side that was asked says yes or no. */
export async function answerMandate(work: Work, id: string, accept: boolean): Promise<MandateView> {
  mustBeOneself(work.actor);
  const account = myAccount(work);
  const phoneIndex = await myPhoneIndex(work);
  const mandate = await lockMandate(work, id);
  if (mandate === null || phoneIndex === null || !(await isAskedBy(work, id, phoneIndex)))
    refuse('platform.not_found');
  const side = mustAwait(mandate, work.now);
  if (!accept) {
    await saveDeclined(work, id);
    await work.announce('account.mandate_declined', id, {});
    return viewOf(work, id);
  }
  const asker = mandate[other(side)];
  if (asker === account) refuse('identity.mandate_with_oneself');
  await aloneWith(work, [account, asker]);
  const mine = { principal: null, helper: null, [side]: account };
  await demandRoom(work, mine);
  const whole = { ...mine, [other(side)]: asker };
  if ((await openAround(work, whole)).between > 0) refuse('identity.mandate_exists');
  await saveAccepted(work, id, side, account);
  await work.announce('account.mandate_active', id, { ...whole });
  return viewOf(work, id);
}

/** Either side ends it at once; a session that acts by it is back to itself with its next request. */
export async function revokeMandate(work: Work, id: string): Promise<MandateView> {
  mustBeOneself(work.actor);
  const account = myAccount(work);
  const mandate = await lockMandate(work, id);
  if (mandate === null || (mandate.principal !== account && mandate.helper !== account))
    refuse('platform.not_found');
  const how = mandate.principal === account ? 'principal' : 'helper';
  await endMandate(work, mandate, { how, reason: null });
  return viewOf(work, id);
}

type Ending = Parameters<typeof saveMandateEnd>[2];

export async function endMandate(work: Work, mandate: Mandate, ending: Ending): Promise<void> {
  if (!isOpen(mandate, work.now)) refuse('identity.mandate_over');
  await closeMandate(work, mandate, ending);
}

/** Ends it whether or not its time is over already, and lets both sides know. */
export async function closeMandate(
  work: Work,
  { id, principal, helper }: Mandate,
  ending: Ending,
): Promise<void> {
  await saveMandateEnd(work, id, ending);
  await endActing(work, [id]);
  await work.announce('account.mandate_ended', id, { principal, helper, how: ending.how });
}

async function viewOf(work: Work, id: string): Promise<MandateView> {
  const mandate = (await mandateById(work, id)) ?? refuse('platform.not_found');
  const [view] = await viewsOf(work, [mandate]);
  return view ?? refuse('platform.not_found');
}

async function viewsOf(work: Work, mandates: readonly Mandate[]): Promise<MandateView[]> {
  const uses = await usesOf(
    work,
    mandates.map(({ id }) => id),
  );
  const views: MandateView[] = [];
  for (const mandate of mandates) {
    const done = uses.filter(({ mandate: by }) => by === mandate.id).slice(0, MOST_USES);
    views.push({
      ...(await presentTo(work, mandate)),
      uses: done.map(({ act, at }) => ({ act, at: at.toISOString() })),
    });
  }
  return views;
}

async function presentTo(work: Work, mandate: Mandate): Promise<Omit<MandateView, 'uses'>> {
  const account = myAccount(work);
  const asker = mandate.asked === null ? null : mandate[other(mandate.asked)];
  const side = sideOf(mandate, account);
  const facing = mandate[other(side)];
  const state = stateAt(mandate, work.now);
  return {
    id: mandate.id,
    side,
    state,
    other: await maskedSomebody(work, facing, mandate.askedContact),
    acts: [...mandate.acts],
    until: mandate.until.toISOString(),
    waitsForMe: state === 'asked' && asker !== account,
    atWindow: mandate.asked === null,
    endedAt: mandate.endedAt?.toISOString() ?? null,
    endedHow: mandate.endedHow ?? (state === 'ended' ? 'expired' : null),
  };
}

/** The side of the reader; who was asked and has not answered is on the side that was asked. */
function sideOf({ principal, helper, asked }: Mandate, account: string): Side {
  if (principal === account) return 'principal';
  return helper === account || asked === null ? 'helper' : asked;
}

/** Somebody as the other side may see them: by account, or by the phone they were asked by. */
export async function maskedSomebody(
  work: Work,
  account: string | null,
  contact: string | null,
): Promise<Somebody> {
  const shown =
    account !== null
      ? await maskedAccount(work, account)
      : contact === null
        ? { name: null, phone: null }
        : await maskedContact(work, contact);
  return { name: shown.name, phone: shown.phone };
}

async function myPhoneIndex(work: Work): Promise<Buffer | null> {
  const phone = await ownPhone(work, myAccount(work));
  return phone === null ? null : work.vault.index(phone, 'phone');
}
