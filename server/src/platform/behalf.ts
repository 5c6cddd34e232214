import type { MandateAct } from '@fengqiao/contract/mandate-acts.ts';
import type { Actor } from './enter.ts';
import { refuse } from './refusal.ts';

/** Whose matter an act is about: the resident's own, or that of the person they act for, where the mandate covers it. */
export function ownerFor({ account, behalf }: Actor, act: MandateAct): string {
  if (behalf === null) return account ?? refuse('platform.not_signed_in');
  return behalf.covers.includes(act) ? behalf.account : refuse('identity.mandate_not_covering', { act });
}

/** Some things one does for oneself only. */
export function mustBeOneself({ behalf }: Actor): void {
  if (behalf !== null) refuse('identity.acting_for_another');
}
