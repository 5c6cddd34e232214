import { mandateActs, type MandateAct } from '@fengqiao/contract/mandate-acts.ts';
import { mandateEnds, type MandateView } from '@fengqiao/contract/mandates.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import type { Event } from '#platform/event.ts';
import type { Work } from '#platform/work.ts';
import { mandateNotice, type MandateNotice } from '#modules/identity';
import type { To } from '../domain/message.ts';
import { active, actedFor, asked, declined, ended } from '../domain/mandate-texts.ts';
import { notify } from './notify.ts';

type Told = { readonly to: To; readonly words: Both };

/**
 * Tells the two sides of a mandate what happened to it, and the person acted for of every act: in the product and by SMS,
 * so that whoever holds one of the two cannot act unseen.
 */
export async function tellMandate(work: Work, { kind, subject, facts }: Event): Promise<void> {
  const acts = kind === 'account.acted_for';
  const mandate = await mandateNotice(work, acts ? String(facts['mandate']) : subject);
  if (mandate === null) return;
  for (const { to, words } of toldOf(kind, mandate, facts))
    await notify(work, { to, kind, ...words, sms: true });
}

function toldOf(kind: string, mandate: MandateNotice, facts: Record<string, unknown>): Told[] {
  const { principal, helper, principalName, helperName } = mandate;
  const toPrincipal = (words: Both): Told[] =>
    principal === null ? [] : [{ to: { account: principal }, words }];
  const toHelper = (words: Both): Told[] => (helper === null ? [] : [{ to: { account: helper }, words }]);
  if (kind === 'account.mandate_asked') return askOf(mandate);
  if (kind === 'account.acted_for') {
    const act = actOf(facts['act']);
    return act === undefined ? [] : toPrincipal(actedFor(helperName, act));
  }
  if (kind === 'account.mandate_active')
    return [...toPrincipal(active('principal', helperName)), ...toHelper(active('helper', principalName))];
  if (kind === 'account.mandate_declined')
    return [...toPrincipal(declined(helperName)), ...toHelper(declined(principalName))];
  const how = endOf(facts['how']);
  return [...toPrincipal(ended(helperName, how)), ...toHelper(ended(principalName, how))];
}

function askOf({ asked: to, principalName, helperName }: MandateNotice): Told[] {
  if (to === null) return [];
  const words = asked(to.side, to.side === 'helper' ? principalName : helperName);
  return [{ to: { contact: to.contact }, words }];
}

const actOf = (name: unknown): MandateAct | undefined =>
  Object.keys(mandateActs).find((act): act is MandateAct => act === name);

const endOf = (name: unknown): NonNullable<MandateView['endedHow']> =>
  Object.keys(mandateEnds).find((how): how is keyof typeof mandateEnds => how === name) ?? 'expired';
