import { refuse } from '#platform/refusal.ts';

const LONGEST_DAYS = 92;
const DAY_MS = 86_400_000;

/** A span that a list may be asked for: it ends after it begins, 92 days later at most. */
export function spanOf(from: string, to: string): { from: Date; to: Date } {
  const span = { from: new Date(from), to: new Date(to) };
  const length = span.to.getTime() - span.from.getTime();
  if (!(length > 0 && length <= LONGEST_DAYS * DAY_MS)) refuse('audit.window_unusable');
  return span;
}
