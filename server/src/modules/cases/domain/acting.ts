import type { Actor } from '#platform/work.ts';
import { refuse } from '#platform/refusal.ts';
import type { Case } from './case.ts';

/** True when the unit is the actor's own or lies below it. */
export const isOf = (actor: Actor, unit: string | null): boolean =>
  unit !== null && actor.units.includes(unit);

/**
 * True when the actor is of the unit: their own, or one below it. A post that sees the whole street stands above all units,
 * and so is of its own only.
 */
export const speaksFor = (actor: Actor, unit: string | null): boolean =>
  unit !== null && (actor.unit === unit || (!actor.wide && isOf(actor, unit)));

/** True when the actor's post belongs to the unit that answers for the case or has it in hand. */
export const holds = (actor: Actor, theCase: Case): boolean =>
  isOf(actor, theCase.lead) || isOf(actor, theCase.holder);

/** Refuses anybody but the people of the unit that answers for the case or has it in hand. */
export function mustHold(actor: Actor, theCase: Case): void {
  if (!holds(actor, theCase)) refuse('cases.not_yours', { lead: theCase.lead, holder: theCase.holder });
}

/** The acting person's account; only people act here, never a guest. */
export const accountOf = (actor: Actor): string => actor.account ?? refuse('platform.not_signed_in');

/** Who may see a case: where it lies and every unit that takes part. A sensitive one is hidden from the units of its place. */
export function seenBy(
  theCase: Pick<Case, 'grid' | 'community' | 'sensitive'>,
  takingPart: readonly (string | null)[],
): string[] {
  const place = theCase.sensitive ? [] : [theCase.grid, theCase.community];
  return [...new Set([...place, ...takingPart].filter((unit) => unit !== null))];
}
