import { refuse } from '#platform/refusal.ts';

const MOST_HAND_OFFS = 2;

/** True when a case has changed hands so often that only an arbitration may move it again (guard 5). */
export const needsArbitration = (handOffs: number): boolean => handOffs >= MOST_HAND_OFFS;

/** Refuses a third hand-off by dispatch or consultation. */
export function mustBeWithinHandOffs(handOffs: number): void {
  if (needsArbitration(handOffs)) refuse('cases.too_many_hand_offs', { handOffs, most: MOST_HAND_OFFS });
}
