import type { CheckMethod } from '@fengqiao/contract/cases/words.ts';
import { refuse } from '#platform/refusal.ts';
import type { Actor } from '#platform/work.ts';
import { speaksFor } from './acting.ts';
import type { Case } from './case.ts';
import type { ListRow } from './list.ts';

/** Everybody who had a hand in a round: the people, and the units that handled or helped. */
export type Hands = { readonly people: readonly (string | null)[]; readonly units: readonly string[] };

/** True for somebody who had no part in the handling: not a handler, not of a handling unit or team. */
export function isIndependent(actor: Actor, theCase: Case, hands: Hands): boolean {
  const handled = hands.people.includes(actor.account) || theCase.heldBy === actor.account;
  const sameUnit = [theCase.lead, theCase.holder, ...hands.units].some((unit) => speaksFor(actor, unit));
  return !handled && !sameUnit;
}

/** A loop is closed only when somebody outside it has looked (四级监督). */
export function mustBeIndependent(actor: Actor, theCase: Case, hands: Hands): void {
  if (!isIndependent(actor, theCase, hands))
    refuse('cases.checker_is_handler', { lead: theCase.lead, holder: theCase.holder });
}

/** A check is made the way the type prescribes, and on site with the checker's own evidence. */
export function mustFitMethod(
  row: Pick<ListRow, 'checkMethods'> | undefined,
  method: CheckMethod,
  ownEvidence: number,
): void {
  if (row !== undefined && !row.checkMethods.includes(method))
    refuse('cases.check_method_needed', { methods: row.checkMethods });
  if (method === 'onsite' && ownEvidence === 0) refuse('cases.check_needs_evidence');
}
