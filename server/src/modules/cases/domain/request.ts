import type { Grade } from '@fengqiao/contract/cases/words.ts';
import type { TimeUnit } from '#platform/calendar/pace.ts';
import { refuse } from '#platform/refusal.ts';
import { isOpen, type Case } from './case.ts';
import { gradeTerms } from './grades.ts';

/** `granted` extensions of this round so far; `value` is in the `unit` of the overall clock, null when none runs. */
type Extending = { readonly granted: number; readonly unit: TimeUnit | null; readonly value: number };

const aDay: Readonly<Record<TimeUnit, number>> = {
  urgent_hour: 24,
  work_hour: 8,
  work_day: 1,
  calendar_day: 1,
};

/** An extension stays within what the grade grants, in number and length; a late case may still ask, and stays late. */
export function mustBeExtendable(theCase: Case, { granted, unit, value }: Extending): void {
  const { extensions, extensionMax } = gradeTerms[gradeOf(theCase)];
  if (unit === null || !isOpen(theCase.state) || theCase.state === 'held')
    refuse('cases.not_in_this_state', { state: theCase.state });
  if (extensionMax === null || granted >= extensions)
    refuse('cases.no_extension_left', { granted, of: extensions });
  const most = (extensionMax.value / aDay[extensionMax.unit]) * aDay[unit];
  if (value > most) refuse('cases.extension_too_long', { most, unit });
}

export const gradeOf = (theCase: Case): Grade => theCase.grade ?? 'B';

/** Everything asked beside the line of work needs a case that is open. */
export function mustBeOpen(theCase: Case): void {
  if (!isOpen(theCase.state)) refuse('cases.not_in_this_state', { state: theCase.state });
}
