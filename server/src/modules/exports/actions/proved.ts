import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

/** Where sensitive facts leave, whoever acts has proved a moment ago that it is still they. */
export function demandProved({ actor, now }: Work): void {
  if (actor.steppedUntil === null || actor.steppedUntil <= now) refuse('identity.step_up_needed');
}
