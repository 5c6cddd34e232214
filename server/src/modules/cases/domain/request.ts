import type { Grade } from '@fengqiao/contract/cases/words.ts';
import { refuse } from '#platform/refusal.ts';
import { isOpen, type Case } from './case.ts';
import { gradeTerms } from './grades.ts';

/** An extension stays within what the grade grants, in number and length; a late case may still ask, and stays late. */
export function mustBeExtendable(theCase: Case, grantedBefore: number, value: number): void {
  const terms = gradeTerms[gradeOf(theCase)];
  if (theCase.dueAt === null || !isOpen(theCase.state) || theCase.state === 'held') refuse('cases.not_in_this_state', { state: theCase.state });
  if (terms.extensionMax === null || grantedBefore >= terms.extensions) refuse('cases.no_extension_left', { granted: grantedBefore, of: terms.extensions });
  if (value > terms.extensionMax.value) refuse('cases.extension_too_long', { most: terms.extensionMax });
}

export const gradeOf = (theCase: Case): Grade => theCase.grade ?? 'B';

/** Everything asked beside the line of work needs a case that is open. */
export function mustBeOpen(theCase: Case): void {
  if (!isOpen(theCase.state)) refuse('cases.not_in_this_state', { state: theCase.state });
}
