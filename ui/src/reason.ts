import { makeQuestion } from './question.ts';

/** How long a reason that somebody gave goes with their further looks, so that it is not asked at every one. */
const MINUTES = 10;

const question = makeQuestion(false);
let kept: { readonly text: string; readonly until: number } | null = null;

/** Asks whoever is at the screen why they look at so many people; false when they turned away. */
export const askReason = question.ask;
export const useReasonQuestion = question.useQuestion;

export function keepReason(text: string): void {
  kept = { text, until: Date.now() + MINUTES * 60_000 };
}

export function forgetReason(): void {
  kept = null;
}

/** The request with the reason that holds now, if there is one. */
export function withReason(init: RequestInit): RequestInit {
  if (kept === null || kept.until < Date.now()) return init;
  const headers = new Headers(init.headers);
  headers.set('x-access-reason', encodeURIComponent(kept.text));
  return { ...init, headers };
}
