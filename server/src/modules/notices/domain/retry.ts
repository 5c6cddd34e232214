const FIRST_WAIT_S = 30;
const LONGEST_WAIT_S = 3600;

/** A message is worth sending for four hours unless it says otherwise. */
export const WORTH_HOURS = 4;

/** When to try again after the n-th failed try: after 30 s, then twice as long each time, an hour at most; null when it is not worth it. */
export function nextTry(tries: number, giveUpAt: Date, now: Date): Date | null {
  const waitSeconds = Math.min(FIRST_WAIT_S * 2 ** (tries - 1), LONGEST_WAIT_S);
  const at = new Date(now.getTime() + waitSeconds * 1000);
  return at < giveUpAt ? at : null;
}
