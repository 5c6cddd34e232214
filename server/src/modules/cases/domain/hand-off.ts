import { refuse } from '#platform/refusal.ts';

const MOST_HAND_OFFS = 2;

/** A case that has changed hands twice goes to arbitration instead of to a third unit (guard 5). */
export function mustBeWithinHandOffs(handOffs: number): void {
  if (handOffs >= MOST_HAND_OFFS) refuse('cases.too_many_hand_offs', { handOffs, most: MOST_HAND_OFFS });
}
