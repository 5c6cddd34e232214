import { unsolvedReasons } from '@fengqiao/contract/cases/words.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { listed, tOf } from '@fengqiao/ui/language.ts';

const known: Readonly<Record<string, Both>> = unsolvedReasons;

/** What was ticked, in words; what is no key was said in somebody's own. */
export const ticked = (reasons: readonly string[]): string =>
  listed(reasons.map((reason) => tOf(known, reason)));

/** Why it should be taken up again: what the reporter wrote, or, where they only ticked, what stands beside the ticks. */
export function whyAgain(reason: string): string {
  const keys = reason.split('、');
  return keys.every((key) => known[key] !== undefined) ? ticked(keys) : reason;
}
