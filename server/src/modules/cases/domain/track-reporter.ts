import { refuse } from '#platform/refusal.ts';
import type { Actor } from '#platform/work.ts';
import { holds, isOf } from './acting.ts';
import type { Case } from './case.ts';

type Asked = {
  readonly theCase: Case;
  readonly verifying: readonly (string | null)[];
  readonly purpose: string;
  readonly anonymous: boolean;
};

const desk: readonly string[] = ['intake', 'dispatcher'];

/**
 * Who may learn how to reach a reporter: those who handle the case or verify it, the desk that took it, and the callback
 * desk for a callback. Somebody who wishes to be anonymous stays so to handlers and verifiers; the desks may still call.
 */
export function mustBeTold(actor: Actor, { theCase, verifying, purpose, anonymous }: Asked): void {
  const atDesk = desk.includes(actor.role ?? '') || (actor.role === 'callback' && purpose === 'callback');
  const handles = purpose === 'contact' && holds(actor, theCase);
  const verifies = purpose === 'verify' && verifying.some((unit) => isOf(actor, unit));
  if (!atDesk && !handles && !verifies)
    refuse('cases.not_yours', { lead: theCase.lead, holder: theCase.holder });
  if (anonymous && !atDesk) refuse('cases.reporter_anonymous');
}
