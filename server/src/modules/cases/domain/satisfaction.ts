import { refuse } from '#platform/refusal.ts';

const DAY = 86_400_000;
/** Days after closing in which an unhappy answer asks for reopening. */
export const WINDOW_DAYS = 14;
/** When a random sample is asked again. */
export const LATER_DAYS = 28;
/** The share of closed cases asked again after four weeks, and the share called back. */
export const LATER_SHARE = 0.3;
export const CALLBACK_SHARE = 0.2;

export const windowEnd = (closedAt: Date): Date => new Date(closedAt.getTime() + WINDOW_DAYS * DAY);
export const laterAt = (closedAt: Date): Date => new Date(closedAt.getTime() + LATER_DAYS * DAY);

/** A number 0 ≤ x < 1 that belongs to a case and nobody can choose: the draw is the system's, and can be checked afterwards. */
export function drawOf(caseId: string, salt: string): number {
  let hash = 2_166_136_261;
  for (const letter of `${caseId}${salt}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  return (hash >>> 0) / 4_294_967_296;
}

/** Refuses a request to reopen that comes after the window (14 days from closing). */
export function mustBeInWindow(closedAt: Date | null, now: Date): void {
  if (closedAt === null || now > windowEnd(closedAt)) refuse('cases.window_over', { until: closedAt === null ? null : windowEnd(closedAt) });
}

/** What all answers together say: one "no" outweighs every "yes"; no answer is silence, and silence is not satisfaction. */
export function together(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.includes(true) ? true : null;
}
