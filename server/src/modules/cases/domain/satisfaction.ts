import { refuse } from '#platform/refusal.ts';
import type { Case } from './case.ts';

const DAY = 86_400_000;
/** Days after a question in which it is answered, and an unhappy answer asks for reopening. */
export const WINDOW_DAYS = 14;
/** When a random sample is asked again. */
export const LATER_DAYS = 28;
/** The share of closed cases asked again after four weeks. */
export const LATER_SHARE = 0.3;

export const windowEnd = (closedAt: Date): Date => new Date(closedAt.getTime() + WINDOW_DAYS * DAY);
export const laterAt = (closedAt: Date): Date => new Date(closedAt.getTime() + LATER_DAYS * DAY);

/** A number 0 ≤ x < 1 that belongs to a case and nobody can choose: the draw is the system's, and can be checked afterwards. */
export function drawOf(caseId: string, salt: string): number {
  let hash = 2_166_136_261;
  for (const letter of `${caseId}${salt}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  return (hash >>> 0) / 4_294_967_296;
}

/** Refuses an answer that comes after its question has ended, be it happy or not: 14 days from when it was asked. */
export function mustBeInWindow(endsAt: Date | null, now: Date): void {
  if (endsAt !== null && now > endsAt) refuse('cases.window_over', { until: endsAt });
}

/** Questions, callbacks and samples are about a round that stands closed; one that was taken up again has its own later. */
export function mustStandClosed({ state, round }: Pick<Case, 'state' | 'round'>, asked: number): void {
  if (round !== asked || !['closed', 'archived'].includes(state))
    refuse('cases.not_in_this_state', { state, needs: ['closed', 'archived'] });
}

/** What all answers together say: one "no" outweighs every "yes"; no answer is silence, and silence is not satisfaction. */
export function together(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.includes(true) ? true : null;
}
