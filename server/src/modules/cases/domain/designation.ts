import type { Basis, State } from '@fengqiao/contract/cases/words.ts';
import { refuse } from '#platform/refusal.ts';
import { mayHappen } from './case.ts';
import { needsArbitration } from './hand-off.ts';

/** What decides whether a leader may designate now. */
type Standing = {
  readonly state: State;
  readonly designated: boolean;
  readonly handOffs: number;
  /** An arbitration waits for a ruling. */
  readonly arbitrated: boolean;
  /** The last consultation of the round failed. */
  readonly failed: boolean;
  /** What the list says of the case; null where it is not asked, since the case is in hand. */
  readonly basis: Basis | null;
};

export type Ground = 'arbitration' | 'no_row' | 'no_agreement';

/**
 * On what ground a leader may designate 指定: an arbitration, no row that decides, or no agreement. Refuses while a consultation
 * runs or none was tried, for a case in hand without arbitration, and a second time.
 */
export function groundOf({ state, designated, handOffs, arbitrated, failed, basis }: Standing): Ground {
  if (state === 'negotiating') refuse('cases.consult_first');
  const inHand = mayHappen(state, 'redispatch');
  if (inHand && !arbitrated && designated) refuse('cases.already_designated');
  if ((inHand && !arbitrated) || (!inHand && !mayHappen(state, 'dispatch')))
    refuse('cases.not_in_this_state', { state });
  if (arbitrated || needsArbitration(handOffs)) return 'arbitration';
  if (basis === 'designated') return 'no_row';
  return failed ? 'no_agreement' : refuse('cases.consult_first');
}
